"""Recheck a student's work after each change, limited to affected tasks."""

import ast
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType, TracebackType
from typing import Self

from autograder.course.root import Assignment
from autograder.intake import Cell, Submission, Unreadable, read_code
from autograder.judge.check import Check
from autograder.judge.judge import Judge
from autograder.report.model import Report, Status, TaskResult


@dataclass(frozen=True)
class _Statement:
    """A top-level statement; if it defines nothing, everything may depend on it."""

    defines: frozenset[str]
    uses: frozenset[str]
    text: str
    place: str


class Parts:
    """The statements of a student's code.

    Parameters
    ----------
    cells : iterable of Cell
        Cells that Python can read.
    """

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._statements = [
            _statement(node, cell)
            for cell in cells
            for node in ast.parse(cell.source).body
            if not _is_text(node)
        ]
        self.defined = frozenset().union(*(each.defines for each in self._statements))

    def digest(self, names: Collection[str], *, places: bool) -> str:
        """Hash everything that these names depend on; with ``places``, positions too.

        A name that is not defined may come from anywhere: all of the code counts then.
        """
        everything = not self.defined.issuperset(names)
        wanted = self._statements if everything else self._below(frozenset(names))
        parts = [part for each in wanted for part in (each.text, each.place if places else "")]
        if places:  # a message may suggest a name
            parts += sorted(self.defined)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _below(self, names: frozenset[str]) -> list[_Statement]:
        found: list[_Statement] = []
        while True:
            reached = [
                each for each in self._statements if not each.defines or each.defines & names
            ]
            if len(reached) == len(found):
                return reached
            found = reached
            names = names.union(*(each.uses | each.defines for each in found))


def names_used(check: Check) -> set[str]:
    """Collect the names used by a check and the helpers in its file."""
    function = check.item.function
    seen: set[str] = set()
    waiting = [function.__code__]
    while waiting:
        for name in set(_names(waiting.pop())) - seen:
            seen.add(name)
            helper = function.__globals__.get(name)
            if isinstance(helper, FunctionType) and helper.__module__ == function.__module__:
                waiting.append(helper.__code__)
    return seen


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _statement(node: ast.stmt, cell: Cell) -> _Statement:
    nodes = list(ast.walk(node))
    names = [each for each in nodes if isinstance(each, ast.Name)]
    return _Statement(
        defines=frozenset(_defined(node, nodes)),
        uses=frozenset(each.id for each in names if isinstance(each.ctx, ast.Load)),
        text=ast.dump(node),
        place=f"{cell.label}:{cell.first_line}:{node.lineno}",
    )


def _defined(node: ast.stmt, nodes: Iterable[ast.AST]) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    for each in nodes:
        match each:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=known) if name != "*":
                yield known or name.partition(".")[0]


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class Recheck:
    """An open judge with a waiting worker and its previous results.

    Parameters
    ----------
    assignment : Assignment
        A student's folder.
    submission : Submission
        With a path.
    tasks : collection of str or None
        The tasks wanted; all by default.
    """

    def __init__(
        self, assignment: Assignment, submission: Submission, tasks: Collection[str] | None
    ) -> None:
        self._assignment = assignment
        self._submission = submission
        self._judge = Judge(assignment, hidden=False, tasks=tasks)
        self._known: dict[str, TaskResult] = {}
        self._digests: dict[str, str] = {}

    def check(self, *, another: bool) -> Report:
        """Run the checks of tasks that changed, or that need a changed one.

        ``another`` says that there will be a next time: its worker is started now.
        """
        parts = self._parts()
        known = self._unchanged(parts) if parts else {}
        report = self._judge.grade(self._submission, another=another, known=known)
        # code that did not load as a whole says little about a task
        loaded = len(report.problems) == bool(self._submission.problem)
        self._known = {task.name: task for task in report.tasks} if loaded else {}
        self._digests = {
            task.name: self._digest(task, parts) for task in self._known.values() if parts
        }
        return report

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._judge.close()

    def _parts(self) -> Parts | None:
        path = self._submission.path
        assert path is not None
        try:
            return Parts(read_code(path, self._assignment.module).cells)
        except Unreadable:
            return None

    def _unchanged(self, parts: Parts) -> dict[str, TaskResult]:
        changed: set[str] = set()
        for task in self._assignment.tasks:
            result = self._known.get(task.name)
            same = result and self._digests[task.name] == self._digest(result, parts)
            if not same or changed.intersection(task.needs):
                changed.add(task.name)
        return {name: result for name, result in self._known.items() if name not in changed}

    def _digest(self, result: TaskResult, parts: Parts) -> str:
        """Hash what a result depends on, including positions if it failed."""
        own = [check for check in self._judge.checks if check.task.name == result.name]
        used = set[str]().union(*(names_used(check) for check in own)) & parts.defined
        names = {result.name.partition(".")[0], *used}
        return parts.digest(names, places=result.status is not Status.PASSED)
