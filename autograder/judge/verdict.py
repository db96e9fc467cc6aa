"""Turn the exception that ended a check into its status and message."""

from collections.abc import Collection
from dataclasses import dataclass

from autograder.course.manifest import Task
from autograder.expect import CheckFailure
from autograder.heatmap import ErrorMap
from autograder.i18n import _
from autograder.intake.untrusted import printable
from autograder.judge.broken import BrokenCheck
from autograder.judge.check import HeldBack
from autograder.judge.reference import AskedTooOften
from autograder.report.model import Status
from autograder.sandbox.faults import Crashed, NotStarted, StudentFault, TimedOut


@dataclass(frozen=True)
class Verdict:
    """Status of a check and its message."""

    status: Status
    message: str = ""
    maps: tuple[ErrorMap, ...] = ()


PASSED = Verdict(Status.PASSED)


def verdict(error: BaseException | None, task: Task, not_passed: Collection[str]) -> Verdict:
    """Return the verdict on a check.

    Parameters
    ----------
    error : BaseException or None
        What the check raised; ``None`` when it held.
    task : Task
        The check's task.
    not_passed : collection of str
        Names of earlier tasks with a check that did not pass.
    """
    if error is None:
        return PASSED
    if isinstance(error, BrokenCheck):
        return Verdict(Status.UNCHECKED, str(error))
    if isinstance(error, NotStarted):
        return _not_started(error.name, task)
    needed = [name for name in task.needs if name in not_passed]
    if needed:
        return Verdict(Status.BLOCKED, _blocked(needed))
    if isinstance(error, HeldBack):
        return Verdict(Status.BLOCKED, _held_back(error))
    if isinstance(error, AskedTooOften):
        return Verdict(Status.BLOCKED, str(error))
    if isinstance(error, TimedOut):
        return Verdict(Status.TIMED_OUT, str(error))
    if isinstance(error, Crashed):
        return Verdict(Status.CRASHED, str(error))
    if isinstance(error, CheckFailure):
        return Verdict(Status.FAILED, str(error), error.maps)
    if isinstance(error, StudentFault):
        return Verdict(Status.FAILED, str(error))
    return Verdict(Status.FAILED, _unusable(error))


def _not_started(name: str, task: Task) -> Verdict:
    if name.split(".")[0] == task.name:
        return Verdict(Status.NOT_STARTED, _("`{name}` is not written yet.").format(name=name))
    text = _("This uses `{name}`, which is not written yet.")
    return Verdict(Status.BLOCKED, text.format(name=name))


def _blocked(needed: list[str]) -> str:
    names = ", ".join(f"`{name}`" for name in needed)
    return _("This needs {names}, which is not right yet: fix that first.").format(names=names)


def _held_back(error: HeldBack) -> str:
    text = _("This counts only once another check passes: “{check}” Fix that first.")
    return text.format(check=error.needed.description)


def _unusable(error: BaseException) -> str:
    text = _("The check could not use the value your code returned ({kind}: {error}).")
    # the exception may quote all of it
    told = printable(" ".join(str(error).split()))
    return text.format(kind=type(error).__name__, error=told)
