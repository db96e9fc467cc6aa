"""What is kept of a report for the tables of a class."""

import sys
from functools import lru_cache
from typing import TypeVar

import msgspec

from autograder.report.model import DataUsed, Report, Status

_T = TypeVar("_T")


class TaskRow(msgspec.Struct, frozen=True):
    """A task's name, status and points."""

    name: str
    status: Status
    points: float
    max_points: float


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a class: small enough to be kept for everybody.

    Attributes
    ----------
    student : str
        Whose report it is of.
    seconds : float
        Wall-clock time of the grading.
    isolation : str
        Level of isolation.
    data : DataUsed or None
        The data set.
    problems : tuple of str
        Sentences on the submission as a whole.
    tasks : tuple of TaskRow
        In the order of the assignment.
    """

    student: str
    seconds: float
    isolation: str
    data: DataUsed | None
    problems: tuple[str, ...]
    tasks: tuple[TaskRow, ...]

    @property
    def score(self) -> float:
        """Points."""
        return round(sum(task.points for task in self.tasks), 6)

    @property
    def max_score(self) -> float:
        """Possible points."""
        return round(sum(task.max_points for task in self.tasks), 6)

    @property
    def stopped(self) -> bool:
        """Whether something ran out of time or crashed, which a busy machine can cause."""
        return any(task.status in (Status.TIMED_OUT, Status.CRASHED) for task in self.tasks)


def row_of(report: Report) -> Row:
    """Take from a report what the tables of a class need."""
    return Row(
        student=report.student,
        seconds=report.seconds,
        isolation=sys.intern(report.isolation),
        data=_shared(report.data),
        problems=report.problems,
        tasks=_shared(
            tuple(
                _task_row(task.name, task.status, task.points, task.max_points)
                for task in report.tasks
            )
        ),
    )


# a class has few different ones: a row of 10,000 refers to them
_task_row = lru_cache(maxsize=1000)(TaskRow)


@lru_cache(maxsize=1000)
def _shared(value: _T) -> _T:
    return value
