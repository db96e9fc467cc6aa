"""Checking one task by itself, as a student's notebook does."""

from collections.abc import Collection

from autograder.course.root import Assignment
from autograder.judge.checking import Ran, RunCheck, judged, run_checks
from autograder.judge.checks import Check
from autograder.report.model import Status, TaskResult
from autograder.sandbox.student import Student


class Single:
    """Checks single tasks on functions that need not be loaded.

    Parameters
    ----------
    assignment : Assignment
        Whose tasks they are.
    checks : collection of Check
        The checks of all its tasks.
    student : Student
        Stands for the functions.
    run : callable
        Runs one check and returns what it raised.
    """

    def __init__(
        self, assignment: Assignment, checks: Collection[Check], student: Student, run: RunCheck
    ) -> None:
        self._assignment = assignment
        self._checks = checks
        self._student = student
        self._run_check = run

    def check(self, name: str) -> TaskResult:
        """Check a task; where it fails, look at those that it needs: the cause may lie there."""
        ran = self._run(name)
        result = judged(ran, ())
        if result.status in (Status.PASSED, Status.NOT_STARTED):
            return result
        needs = self._assignment.task(name).needs
        wrong = [need for need in needs if judged(self._run(need), ()).status is not Status.PASSED]
        return judged(ran, wrong)

    def _run(self, name: str) -> list[Ran]:
        task = self._assignment.task(name)
        own = [check for check in self._checks if check.task is task]
        limit = task.seconds or self._assignment.manifest.limits.call_seconds
        return run_checks(own, self._student, self._run_check, limit=limit)
