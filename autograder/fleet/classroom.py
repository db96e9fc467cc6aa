"""A class that is graded into a folder: what did not change is taken from the store."""

from collections.abc import Iterable, Iterator

from autograder.fleet.order import Order
from autograder.fleet.store import Store
from autograder.intake import Submission
from autograder.report.model import Report
from autograder.report.row import row_of
from autograder.report.writer import ReportFolder


class Classroom:
    """The submissions of a class and the folder of their reports, which this process alone writes.

    Parameters
    ----------
    order : Order
        What is graded.
    folder : ReportFolder
        Where the reports go.
    force : bool
        Whether no report of an earlier grading holds.
    retry : bool
        Whether those do not hold in which something ran out of time or crashed.

    Attributes
    ----------
    left : list of Submission
        What has to be graded still; known after :meth:`kept`.
    """

    def __init__(self, order: Order, folder: ReportFolder, *, force: bool, retry: bool) -> None:
        self._folder = folder
        self._force = force
        self._retry = retry
        self._store = Store(folder.path, order)
        self._store.open()
        self._keys: dict[str, str] = {}
        self.left: list[Submission] = []

    def kept(self, handed_in: Iterable[Submission]) -> Iterator[Report]:
        """Yield the reports of an earlier grading that hold still."""
        for submission in handed_in:
            key = self._store.key(submission)
            report = self._find(key)
            if report is None:
                self.left.append(submission)
                self._keys[submission.student] = key
                continue
            if not self._folder.holds(report):
                self._folder.write(report)
            yield report

    def written(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Write each report as it comes, keep it, and pass it on."""
        for report in reports:
            self._folder.write(report)
            self._store.keep(self._keys.pop(report.student), report)
            yield report

    def _find(self, key: str) -> Report | None:
        report = None if self._force else self._store.find(key)
        return None if report and self._retry and row_of(report).stopped else report
