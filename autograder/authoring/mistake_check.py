"""Whether a submission with a mistake earns what an instructor would give, and says why.

A file in ``reference_impl/TOPIC/mistakes/`` contains what differs from the model answer. A cell
``# %% task="backprop"`` replaces that of the model answer; other cells follow its last.
``EXPECTED`` has status and points of the tasks that the mistake is about; any other task must pass,
or be blocked by one of these. More names are optional: ``UNWRITTEN`` lists tasks that are left as
stubs, ``SAYS`` has for a task a piece of a sentence that the student must read, and ``SHUT_IN`` is
true for an attack that a plain process cannot stop.
"""

import ast
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from autograder.authoring.summary import Summary
from autograder.build.stub import stub
from autograder.course.root import HIDDEN, REFERENCE, SOLUTIONS, Assignment, find_course
from autograder.course.secret import SECRET_FILE
from autograder.i18n import _
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Report, Status
from autograder.sandbox.levels import Level

FOLDER = "mistakes"
_CELL = re.compile(r"^(?=# %%)", re.MULTILINE)
_TASK = re.compile(r'# %% task="(\w+)"')
_WIDTH = 100
# an endless loop reaches it soon
_SECONDS = 5.0
# random inputs follow from it, and must be the same on every machine
_SECRET = "golden"  # noqa: S105  it keeps nothing secret

Expected = dict[str, tuple[str, float]]


@dataclass(frozen=True)
class Mistake:
    """A submission with a mistake.

    Attributes
    ----------
    path : Path
        The file that says what differs from the model answer.
    """

    path: Path

    @property
    def name(self) -> str:
        """Name of the mistake."""
        return self.path.stem

    @property
    def source(self) -> str:
        """Text of the file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def expected(self) -> Expected:
        """Status and points by task."""
        expected: Expected = self._literal("EXPECTED", {})
        return expected

    @property
    def says(self) -> dict[str, str]:
        """A piece of a sentence that the student must read, by task."""
        says: dict[str, str] = self._literal("SAYS", {})
        return says

    @property
    def unwritten(self) -> list[str]:
        """Tasks that are left as stubs."""
        unwritten: list[str] = self._literal("UNWRITTEN", [])
        return unwritten

    @property
    def needs_isolation(self) -> bool:
        """Whether it is an attack that a plain process cannot stop."""
        return bool(self._literal("SHUT_IN", False))

    def _literal(self, name: str, default: Any) -> Any:
        assigned = _assigned(self.source, name)
        return default if assigned is None else ast.literal_eval(assigned.value)


def mistakes(assignment: Assignment) -> list[Mistake]:
    """List the mistakes of an assignment."""
    if assignment.reference is None:
        return []
    return [Mistake(path) for path in sorted((assignment.reference / FOLDER).glob("*.py"))]


def cells(source: str) -> list[tuple[str | None, str]]:
    """Split a file in percent format into (task or None, text)."""
    parts = _CELL.split(source)
    return [(mark[1] if (mark := _TASK.match(part)) else None, part) for part in parts]


def as_submission(assignment: Assignment, mistake: Mistake) -> str:
    """Return the file that a student with this mistake submits."""
    answer = assignment.source.read_text(encoding="utf-8")
    tasks = [task.name for task in assignment.tasks]
    stubs = {task: part for task, part in cells(stub(answer, tasks, assignment.source)) if task}
    _preface, *own = cells(mistake.source)
    replaced = {task: part for task, part in own if task}
    replaced |= {task: stubs[task] for task in mistake.unwritten}
    written = [replaced.get(task or "", part) for task, part in cells(answer)]
    return "".join([*written, *(part for task, part in own if task is None)])


def graded(assignment: Assignment, chosen: Sequence[Mistake]) -> Iterator[tuple[Mistake, Report]]:
    """Grade mistakes in the sandbox, with random inputs that are the same on every machine."""
    with tempfile.TemporaryDirectory() as folder, _fixed(assignment) as fixed:
        submissions = []
        for mistake in chosen:
            path = Path(folder) / mistake.name / assignment.file
            path.parent.mkdir()
            path.write_text(as_submission(assignment, mistake), encoding="utf-8")
            submissions.append(Submission(mistake.name, path))
        with Judge(fixed, hidden=True) as judge:
            yield from zip(chosen, judge.grade_all(submissions), strict=True)


def findings(mistake: Mistake, report: Report) -> Iterator[str]:
    """Return one sentence for each way in which a report is not as expected."""
    if mistake.needs_isolation and report.isolation == Level.PROCESS:
        return
    expected, given = mistake.expected, outcome(report)
    for task, (status, points) in given.items():
        if task in expected and expected[task] != (status, points):
            text = _("{name}: `{task}` must be {wanted}, and is {given}.")
            yield text.format(
                name=mistake.name, task=task, wanted=expected[task], given=(status, points)
            )
        if task not in expected and status not in (Status.PASSED, Status.BLOCKED):
            text = _("{name}: `{task}` is {given}, and EXPECTED does not mention it.")
            yield text.format(name=mistake.name, task=task, given=(status, points))
    for task, sentence in mistake.says.items():
        if sentence not in _messages(report, task):
            text = _("{name}: the report on `{task}` does not say “{sentence}”.")
            yield text.format(name=mistake.name, task=task, sentence=sentence)
    if "Traceback" in msgspec.json.encode(report).decode():
        yield _("{name}: the report contains a traceback.").format(name=mistake.name)


def outcome(report: Report) -> Expected:
    """Return status and points of each task in a report."""
    return {task.name: (str(task.status), round(task.points, 3)) for task in report.tasks}


def update(mistake: Mistake, report: Report) -> bool:
    """Write what a mistake earned into its file; return whether that changed the file."""
    about = {
        task: (status, points)
        for task, (status, points) in outcome(report).items()
        if task in mistake.expected or status not in (Status.PASSED, Status.BLOCKED)
    }
    before = mistake.source
    after = _with_expected(before, about)
    mistake.path.write_text(after, encoding="utf-8")
    return before != after


def check_mistakes(assignment: Assignment, *, write: bool = False) -> Summary:
    """Grade every mistake of an assignment.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    write : bool
        Whether to write what each earns into its file first.
    """
    faults = []
    for mistake, report in graded(assignment, mistakes(assignment)):
        if write:
            update(mistake, report)
        faults.append(tuple(findings(mistake, report)))
    figures = {"mistakes": len(faults), "as_expected": sum(not each for each in faults)}
    return Summary(figures, tuple(sentence for each in faults for sentence in each))


@contextmanager
def _fixed(assignment: Assignment) -> Iterator[Assignment]:
    """Copy what grading needs of the course, with a known secret and short time limits."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        assert assignment.course is not None
        for part in (Path(SOLUTIONS, assignment.name), HIDDEN / assignment.name, Path(REFERENCE)):
            if (assignment.course / part).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(assignment.course / part, root / part, ignore=ignored)
        (root / SECRET_FILE).write_text(_SECRET, encoding="utf-8")
        yield _impatient(find_course(root).assignment(assignment.name), assignment)


def _impatient(copy: Assignment, original: Assignment) -> Assignment:
    change = msgspec.structs.replace
    tasks = tuple(
        change(task, seconds=_SECONDS) if task.seconds else task for task in original.tasks
    )
    return copy.with_manifest(change(original.manifest, tasks=tasks))


def _messages(report: Report, task: str) -> str:
    """Return everything that a report says about a task."""
    found = next(each for each in report.tasks if each.name == task)
    return "\n".join([found.note, *(check.message for check in found.checks)])


def _assigned(source: str, name: str) -> ast.Assign | None:
    """Return the assignment of a name before the first cell."""
    for statement in ast.parse(_CELL.split(source)[0]).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return statement
    return None


def _with_expected(source: str, expected: Expected) -> str:
    """Return a mistake's file with another ``EXPECTED``."""
    entries = [f'"{task}": ("{status}", {points})' for task, (status, points) in expected.items()]
    line = f"EXPECTED = {{{', '.join(entries)}}}"
    if len(line) > _WIDTH:
        line = "\n".join(["EXPECTED = {", *(f"    {entry}," for entry in entries), "}"])
    lines = source.splitlines(keepends=True)
    before = _assigned(source, "EXPECTED")
    if before is not None:
        return "".join([*lines[: before.lineno - 1], f"{line}\n", *lines[before.end_lineno :]])
    docstring = ast.parse(_CELL.split(source)[0]).body[:1]
    end = (docstring[0].end_lineno or 0) if docstring else 0
    return "".join([*lines[:end], f"\n{line}\n", *lines[end:]])
