"""Remarks on a submission: a left-out cell, or another assignment's work."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from autograder.course.root import Assignment, find_course
from autograder.i18n import _
from autograder.judge.runner import CheckRun
from autograder.report.model import CheckResult, Status, TaskResult
from autograder.sandbox.faults import Missing


def with_causes(result: TaskResult, ran: Sequence[CheckRun], lost: Mapping[str, str]) -> TaskResult:
    """Add the error of a left-out cell to checks that miss its names.

    Parameters
    ----------
    result : TaskResult
        How the checks of a task ended.
    ran : sequence of CheckRun
        These checks, in the same order.
    lost : mapping of str to str
        What was wrong with the cell that was left out, by the names that it defines.
    """
    if not lost:
        return result
    checks = tuple(
        _with_cause(check, each.error, lost) for check, each in zip(result.checks, ran, strict=True)
    )
    return msgspec.structs.replace(result, checks=checks)


def _with_cause(
    check: CheckResult, error: BaseException | None, lost: Mapping[str, str]
) -> CheckResult:
    if check.status is not Status.FAILED or not isinstance(error, Missing):
        return check
    cause = lost.get(error.name.partition(".")[0])
    message = f"{check.message}\n{cause}" if cause else check.message
    return msgspec.structs.replace(check, message=message)


def looks_like_another(assignment: Assignment, defined: Collection[str]) -> str | None:
    """Return the other assignment that a submission looks like, if any.

    Parameters
    ----------
    assignment : Assignment
        The assignment that it was submitted for.
    defined : collection of str
        Names that it defines.
    """
    own = _share(assignment, defined)
    if assignment.course is None or own > 0.5:
        return None
    others = [each for each in find_course(assignment.course).assignments if each != assignment]
    best = max(others, key=lambda each: _share(each, defined), default=None)
    if best is None or _share(best, defined) <= own + 0.5:
        return None
    sentence = _("This looks like {other}, but was submitted as {name}.")
    return sentence.format(other=best.name, name=assignment.name)


def _share(assignment: Assignment, defined: Collection[str]) -> float:
    """Share of the assignment's tasks that are defined."""
    return sum(task.name in defined for task in assignment.tasks) / len(assignment.tasks)
