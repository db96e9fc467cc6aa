"""A class that is graded into a folder: what did not change is taken from the store."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from autograder.fleet.order import Order
from autograder.fleet.store import Store
from autograder.intake import Submission
from autograder.report.model import Report
from autograder.report.row import row_of
from autograder.report.writer import ReportFolder


class Classroom:
    """A class and the folder of its reports, which this process alone writes.

    Of a student it keeps a number, and more only while the submission is graded: memory hardly
    grows with the class.

    Parameters
    ----------
    handed_in : sequence of Submission
        The class.
    order : Order
        What is graded.
    folder : ReportFolder
        Where the reports go.
    force : bool
        Whether no report of an earlier grading holds.
    retry : bool
        Whether those do not hold in which something ran out of time or crashed.
    """

    def __init__(
        self,
        handed_in: Sequence[Submission],
        order: Order,
        folder: ReportFolder,
        *,
        force: bool,
        retry: bool,
    ) -> None:
        self._handed_in = handed_in
        self._folder = folder
        self._force = force
        self._retry = retry
        self._store = Store(folder.path, order)
        self._store.open()
        self._left = array("L")
        self._keys: dict[str, str] = {}

    @property
    def left(self) -> int:
        """How many have to be graded still; known after :meth:`kept`."""
        return len(self._left)

    def kept(self) -> Iterator[Report]:
        """Yield the reports of an earlier grading that hold still."""
        for number, submission in enumerate(self._handed_in):
            report = self._find(self._store.key(submission))
            if report is None:
                self._left.append(number)
                continue
            if not self._folder.holds(report):
                self._folder.write(report)
            yield report

    def waiting(self) -> Iterator[Submission]:
        """Yield what has to be graded still, each as it is now."""
        for number in self._left:
            submission = self._handed_in[number]
            self._keys[submission.student] = self._store.key(submission)
            yield submission

    def written(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Write each report as it comes, keep it, and pass it on."""
        for report in reports:
            self._folder.write(report)
            self._store.keep(self._keys.pop(report.student), report)
            yield report

    def _find(self, key: str) -> Report | None:
        report = None if self._force else self._store.find(key)
        return None if report and self._retry and row_of(report).stopped else report
