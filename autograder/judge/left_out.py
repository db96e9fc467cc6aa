"""Why a name is missing: the cell that defines it was left out."""

from collections.abc import Mapping, Sequence

import msgspec

from autograder.judge.checking import Ran
from autograder.report.model import CheckResult, Status, TaskResult
from autograder.sandbox.faults import Missing


def with_causes(result: TaskResult, ran: Sequence[Ran], lost: Mapping[str, str]) -> TaskResult:
    """Say at each check that found a name missing what was wrong with the cell that defines it.

    Parameters
    ----------
    result : TaskResult
        How the checks of a task ended.
    ran : sequence of Ran
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
