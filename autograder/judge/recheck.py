"""Checking a student's work again after each change, and only what the change touches."""

from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from autograder.course.root import Assignment
from autograder.intake import Submission, Unreadable, read_code
from autograder.judge.parts import Parts, names_used
from autograder.judge.session import Judge
from autograder.report.model import Report, Status, TaskResult


class Recheck:
    """A judge that stays up, with a worker that waits, and what it found before.

    Parameters
    ----------
    assignment : Assignment
        A student's folder.
    student : str
        What the report calls the student.
    source : Path
        The file.
    tasks : collection of str or None
        The tasks wanted; all by default.
    """

    def __init__(
        self, assignment: Assignment, student: str, source: Path, tasks: Collection[str] | None
    ) -> None:
        self._assignment = assignment
        self._submission = Submission(student, source)
        self._judge = Judge(assignment, hidden=False, tasks=tasks)
        self._known: dict[str, TaskResult] = {}
        self._digests: dict[str, str] = {}

    def check(self, *, another: bool) -> Report:
        """Run the checks of the tasks that changed since the last time, or need one that did.

        ``another`` says that there will be a next time: its worker is started now.
        """
        parts = self._parts()
        known = self._unchanged(parts) if parts else {}
        report = self._judge.grade(self._submission, another=another, known=known)
        # code that did not load as a whole says little about a task
        self._known = {} if report.problems else {task.name: task for task in report.tasks}
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
        """Hash what a result rests on; a message about a failure also names lines."""
        own = [check for check in self._judge.checks if check.task.name == result.name]
        used = set[str]().union(*(names_used(check) for check in own)) & parts.defined
        names = {result.name.partition(".")[0], *used}
        return parts.digest(names, places=result.status is not Status.PASSED)
