"""Which parts of a student's code a task rests on, to tell whether a change touches it."""

import ast
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType

from autograder.intake import Cell
from autograder.judge.checks import Check


@dataclass(frozen=True)
class _Statement:
    """A statement at the top level; where it defines nothing, everything may rest on it."""

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
        """Hash all that these names rest on; with ``places`` also where it stands in the file.

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
    """Collect the names that a check, and the functions that it calls in its own file, refer to."""
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
