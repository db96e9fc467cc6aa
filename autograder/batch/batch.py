"""Grade a class into a folder, reusing cached reports of unchanged submissions."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from autograder.batch.job import JobSpec
from autograder.batch.overrides import Overrides
from autograder.batch.store import Store
from autograder.intake import ClassList, Submission
from autograder.report.folder import ReportFolder
from autograder.report.model import Report
from autograder.report.row import row_of


class Batch:
    """A class and its report folder, which only this process writes to.

    The class list is walked once. Of a submission that has to be graded, the batch keeps some 100
    bytes until its turn comes: memory hardly grows with the class.

    Parameters
    ----------
    submissions : ClassList
        The class.
    job : JobSpec
        What is graded.
    folder : ReportFolder
        Where the reports go.
    overrides : Overrides
        The points that a person has changed.
    force : bool
        Whether to grade again what has not changed.
    retry : bool
        Whether to grade again those in which something ran out of time or crashed.
    """

    def __init__(
        self,
        submissions: ClassList,
        job: JobSpec,
        folder: ReportFolder,
        overrides: Overrides,
        *,
        force: bool,
        retry: bool,
    ) -> None:
        self._submissions = submissions
        self._folder = folder
        self._overrides = overrides
        self._force = force
        self._retry = retry
        self._store = Store(folder.path, job)
        self._store.open()
        self._remaining: list[bytes] = []
        self._keys: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._submissions)

    @property
    def left(self) -> int:
        """Number of submissions still to be graded; known after :meth:`unchanged`."""
        return len(self._remaining)

    def unchanged(self) -> Iterator[Report]:
        """Walk the class, and yield the reports of an earlier grading that are still valid.

        The current overrides are applied to them.
        """
        for submission in self._submissions:
            report = self._find(self._store.key(submission))
            if report is None:
                self._remaining.append(_packed(submission))
                continue
            report = self._overrides.apply(report)
            if not self._folder.holds(report):
                self._folder.write(report)
            yield report

    def remaining(self) -> Iterator[Submission]:
        """Yield the submissions still to be graded, reading each file when it is yielded."""
        for packed in self._remaining:
            submission = _unpacked(packed)
            self._keys[submission.student] = self._store.key(submission)
            yield submission

    def written(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Write and yield each report with the changed points; cache it as the checks left it."""
        for found in reports:
            report = self._overrides.apply(found)
            self._folder.write(report)
            self._store.keep(self._keys.pop(found.student), found)
            yield report

    def _find(self, key: str) -> Report | None:
        report = None if self._force else self._store.find(key)
        return None if report and self._retry and row_of(report).stopped else report


def _packed(submission: Submission) -> bytes:
    """Pack a submission into a tenth of the memory that its path takes."""
    assert submission.code is None, "the code of a class is not read ahead"
    path = os.fsencode(submission.path) if submission.path else None
    attempts = [os.fsencode(each) for each in submission.attempts]
    return msgspec.msgpack.encode((submission.student, path, submission.problem, attempts))


def _unpacked(packed: bytes) -> Submission:
    student, path, problem, attempts = msgspec.msgpack.decode(
        packed, type=tuple[str, bytes | None, str | None, tuple[bytes, ...]]
    )
    file = Path(os.fsdecode(path)) if path else None
    each = tuple(Path(os.fsdecode(attempt)) for attempt in attempts)
    return Submission(student, file, problem, attempts=each)
