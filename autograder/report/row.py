"""Summary of a report: a student's row in class tables and in ``grades.csv``."""

import sys
from functools import lru_cache
from typing import TypeVar

import msgspec

from autograder.report.model import DataUsed, Report, Status
from autograder.report.words import override_sentence

_T = TypeVar("_T")


class TaskRow(msgspec.Struct, frozen=True):
    """A task's name, status and points."""

    name: str
    status: Status
    points: float
    max_points: float


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Row of a class table, small enough to keep for every student.

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
    unchecked : tuple of str
        Names of checks that failed by themselves, with the reason.
    overrides : tuple of str
        Sentences on points that a person has changed.
    """

    student: str
    seconds: float
    isolation: str
    data: DataUsed | None
    problems: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    unchecked: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()

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
        """Whether something timed out or crashed, which a busy machine can cause."""
        return any(task.status in (Status.TIMED_OUT, Status.CRASHED) for task in self.tasks)


def row_of(report: Report) -> Row:
    """Summarise a report for class tables."""
    unchecked = [
        f"`{check.name}`: {check.message}"
        for task in report.tasks
        for check in task.checks
        if check.status is Status.UNCHECKED
    ]
    return Row(
        student=report.student,
        seconds=report.seconds,
        isolation=sys.intern(report.isolation),
        data=_shared(report.data),
        problems=report.problems,
        unchecked=_shared(tuple(unchecked)),
        overrides=tuple(
            f"{task.name}: {override_sentence(task)}" for task in report.tasks if task.override
        ),
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
