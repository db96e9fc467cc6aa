"""Points changed by hand, which survive every regrade: ``overrides.toml`` of an assignment."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import msgspec

from autograder.course import toml_errors
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.report.model import Override, Report, TaskResult, with_tasks

FILE = "overrides.toml"


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table ``[[override]]``: either the new points, or how many more or fewer."""

    student: str
    task: str
    reason: str
    by: str
    points: float | None = None
    delta: float | None = None


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    override: tuple[_Entry, ...] = ()


class Overrides:
    """The points of an assignment that a person has changed.

    The file is ``tests/grading/NN_topic/overrides.toml``, beside the hidden checks. A cached report
    is without overrides; they are applied whenever a report is written or recorded.

    Parameters
    ----------
    assignment : Assignment
        Of a course; without the file nothing is changed.

    Raises
    ------
    KitError
        The file cannot be read, or an entry makes no sense; the text names file, entry and key.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._path = assignment.hidden / FILE if assignment.hidden else None
        self._entries: dict[tuple[str, str], _Entry] = {}
        if self._path is None or not self._path.exists():
            return
        document, entries = _read(self._path)
        for position, entry in enumerate(entries):
            for key, problem in self._contradictions(entry, assignment):
                place = toml_errors.place(f"$.override[{position}]{key}", document)
                raise KitError(f"{self._path}: {place}: {problem}")
            self._entries[_same(entry.student), entry.task] = entry

    def apply(self, report: Report) -> Report:
        """Return the report with the student's changed points; the checks' own stay in it."""
        student = _same(report.student)
        if all(each != student for each, _task in self._entries):
            return report
        changed = (_apply(self._entries.get((student, t.name)), t) for t in report.tasks)
        return with_tasks(report, tuple(changed))

    def without_submission(self, students: Iterable[str]) -> str:
        """Return a sentence on entries of students who are not among these, or ""."""
        present = set(map(_same, students))
        absent = sorted(
            {e.student for (name, _t), e in self._entries.items() if name not in present}
        )
        if not absent:
            return ""
        text = _("{file}: no submission from: {names}. Their points were not changed.")
        return text.format(file=self._path, names=", ".join(absent))

    def _contradictions(self, entry: _Entry, assignment: Assignment) -> Iterator[tuple[str, str]]:
        """Yield (key, problem) for errors that types cannot catch."""
        maxima = {task.name: task.points for task in assignment.tasks}
        if entry.task not in maxima:
            text = _("is not a task of {assignment}; tasks: {known}")
            yield ".task", text.format(assignment=assignment.name, known=", ".join(maxima))
            return
        if (_same(entry.student), entry.task) in self._entries:
            yield "", _("an earlier entry changes the same task of the same student")
        if (entry.points is None) == (entry.delta is None):
            yield "", _("needs either `points` or `delta`")
        for key in ("student", "reason", "by"):
            if not getattr(entry, key).strip():
                yield f".{key}", _("is empty")
        if entry.points is not None and not 0 <= entry.points <= maxima[entry.task]:
            text = _("must be between 0 and {points}; for extra points use `delta`")
            yield ".points", text.format(points=f"{maxima[entry.task]:g}")
        if entry.delta is not None and not abs(entry.delta) < float("inf"):
            yield ".delta", _("must be a finite number")


def _read(path: Path) -> tuple[dict[str, Any], tuple[_Entry, ...]]:
    document = toml_errors.read_toml(path)
    try:
        return document, msgspec.convert(document, _Document).override
    except msgspec.ValidationError as error:
        place, problem = toml_errors.validation_error(error, document, "override")
        raise KitError(f"{path}: {place}: {problem}") from None


def _same(student: str) -> str:
    # macOS writes a Korean name in another form than the keyboard does
    return normalize("NFC", student)


def _apply(entry: _Entry | None, task: TaskResult) -> TaskResult:
    if entry is None:
        return task
    points = task.points + entry.delta if entry.delta is not None else entry.points
    assert points is not None, "an entry has either"
    override = Override(earned=task.points, reason=entry.reason.strip(), by=entry.by.strip())
    points = round(max(points, 0.0), 6)
    return msgspec.structs.replace(task, points=points, override=override)
