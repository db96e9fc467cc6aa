"""Count how the checks of a class end."""

from collections import Counter
from collections.abc import Iterator

from autograder.report.model import Report, Status

# in a smaller class it may be chance
SMALLEST_CLASS = 5
_RAN = (Status.PASSED, Status.FAILED, Status.TIMED_OUT, Status.CRASHED)


class Outcomes:
    """Counts for each check in how many submissions it ran and passed."""

    def __init__(self) -> None:
        self._ran: Counter[tuple[str, str]] = Counter()
        self._passed: Counter[tuple[str, str]] = Counter()

    def add(self, report: Report) -> None:
        """Count one report."""
        for task in report.tasks:
            for check in task.checks:
                self._ran[task.name, check.name] += check.status in _RAN
                self._passed[task.name, check.name] += check.status is Status.PASSED

    def failed_by_everyone(self) -> Iterator[tuple[str, str, int]]:
        """Yield task and name of each check that nobody passed, with the number of attempts."""
        for (task, check), ran in self._ran.items():
            if ran >= SMALLEST_CLASS and not self._passed[task, check]:
                yield task, check, ran
