"""What is kept of a report for the tables of a class."""

import sys
from functools import lru_cache

import msgspec

from autograder.report.model import DataUsed, Report, Status


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
    score, max_score : float
        Points.
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
    score: float
    max_score: float
    seconds: float
    isolation: str
    data: DataUsed | None
    problems: tuple[str, ...]
    tasks: tuple[TaskRow, ...]

    @property
    def stopped(self) -> bool:
        """Whether something ran out of time or crashed, which a busy machine can cause."""
        return any(task.status in (Status.TIMED_OUT, Status.CRASHED) for task in self.tasks)


def row_of(report: Report) -> Row:
    """Take from a report what the tables of a class need."""
    return Row(
        student=report.student,
        score=report.score,
        max_score=report.max_score,
        seconds=report.seconds,
        isolation=sys.intern(report.isolation),
        data=_shared(report.data),
        problems=report.problems,
        tasks=tuple(
            _task_row(task.name, task.status, task.points, task.max_points) for task in report.tasks
        ),
    )


# a class has few different ones: a row of 10,000 refers to them
_task_row = lru_cache(maxsize=10_000)(TaskRow)


@lru_cache(maxsize=100)
def _shared(data: DataUsed | None) -> DataUsed | None:
    return data
