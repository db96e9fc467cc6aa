"""Run the checks of one task, then judge them."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from autograder import expect, gradient
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.gradient import Compared
from autograder.i18n import _
from autograder.judge.broken import BrokenCheck, broken, is_own, is_unexpected
from autograder.judge.check import Check, HeldBack
from autograder.judge.verdict import PASSED, Verdict, verdict
from autograder.report.model import CheckResult, Status, TaskResult, task_result
from autograder.sandbox.faults import NotStarted, TimedOut
from autograder.sandbox.session import Student

RunCheck = Callable[[Check], BaseException | None]

# Once a call of a task has used up its limit, the task's other checks get this long: a loop that
# never ends would otherwise cost the class a full limit a check.
_IMPATIENT_SECONDS = 1.0


@dataclass(frozen=True)
class CheckRun:
    """A check that has run: what it raised, how long it took, and the gradients it compared."""

    check: Check
    error: BaseException | None
    seconds: float
    compared: Sequence[Compared] = ()


def run_checks(
    checks: Iterable[Check], student: Student, run: RunCheck, *, limit: float, hangs: bool = False
) -> list[CheckRun]:
    """Run the checks of a task, each call within ``limit`` seconds, or much less if one hangs.

    Raises
    ------
    KitError
        The check, not the student's code, could not do its work.
    """
    ran: list[CheckRun] = []
    for check in checks:
        if held_back := _held_back(check, ran):
            ran.append(CheckRun(check, held_back, seconds=0.0))
            continue
        student.seconds = min(limit, _IMPATIENT_SECONDS) if hangs else limit
        ran.append(_run(check, run))
        hangs = hangs or isinstance(ran[-1].error, TimedOut)
    return ran


def with_broken(
    ran: Sequence[CheckRun], assignment: Assignment, on_model: RunCheck = lambda _check: None
) -> list[CheckRun]:
    """Put errors of the checks themselves, and what they hold back, down to the checks.

    Parameters
    ----------
    ran : sequence of CheckRun
        The checks of a task, in the order in which they ran.
    assignment : Assignment
        Whose checks they are.
    on_model : callable
        Runs a check on the model answer and returns what it raised.
    """
    found: dict[Check, BrokenCheck] = {}
    for each in ran:
        error = each.error
        if isinstance(error, HeldBack) and error.needed in found:
            found[each.check] = found[error.needed]
        elif (
            error is not None
            and is_unexpected(error)
            and (is_own(error) or type(on_model(each.check)) is type(error))
        ):
            found[each.check] = broken(each.check, error, assignment)
    return [replace(each, error=found.get(each.check, each.error)) for each in ran]


def _held_back(check: Check, ran: Iterable[CheckRun]) -> Exception | None:
    """Return why a check must not run: one that it needs has not passed, or is not even begun."""
    for each in ran:
        if each.error is not None and each.check.is_needed_by(check):
            return each.error if isinstance(each.error, NotStarted) else HeldBack(each.check)
    return None


def is_stuck(ran: CheckRun) -> bool:
    """Return whether a check failed although its task is written."""
    status = verdict(ran.error, ran.check.task, ()).status
    return status not in (Status.PASSED, Status.NOT_STARTED)


def judged(ran: Sequence[CheckRun], not_passed: Collection[str], note: str = "") -> TaskResult:
    """Judge the checks of a task; ``not_passed`` names tasks that are not right."""
    task = ran[0].check.task
    results = tuple(
        result(each.check, _with(_cost_or_gradient(each, ran), given), each.seconds)
        for each in ran
        for given in [verdict(each.error, task, not_passed)]
    )
    return task_result(task.name, results, task.points, note)


def result(check: Check, outcome: Verdict, seconds: float) -> CheckResult:
    """Record how a check ended."""
    return CheckResult(
        name=check.name,
        description=str(check.description),
        status=outcome.status,
        visible=check.visible,
        message=outcome.message,
        maps=outcome.maps,
        points=check.points if outcome == PASSED else 0.0,
        max_points=round(check.points, 6),
        seconds=round(seconds, 6),
    )


def _cost_or_gradient(failed: CheckRun, ran: Sequence[CheckRun]) -> str:
    """Tell a wrong gradient from a wrong cost if the gradient agrees with one of two costs."""
    compared = [each for one in ran for each in one.compared]
    own = {each.agrees for each in compared if each.own}
    others = {each.agrees for each in compared if not each.own}
    mine = {each.own for each in failed.compared if not each.agrees}
    if (own, others, mine) == ({True}, {False}, {False}):
        return _(
            "Your gradient agrees with your own cost, but not with the reference cost: "
            "check the cost and what it is computed from."
        )
    if (own, others, mine) == ({False}, {True}, {True}):
        return _(
            "Your gradient agrees with the reference cost, but not with your own cost: "
            "the gradient is right, the cost is not."
        )
    return ""


def _with(sentence: str, given: Verdict) -> Verdict:
    if not sentence or given.status is not Status.FAILED:
        return given
    return replace(given, message=f"{sentence}\n{given.message}")


def _run(check: Check, run: RunCheck) -> CheckRun:
    start = time.perf_counter()
    compared: list[Compared] = []
    visibility = expect.hidden.set(not check.visible)
    noted = gradient.compared.set(compared)
    try:
        error = run(check)
    finally:
        expect.hidden.reset(visibility)
        gradient.compared.reset(noted)
    if isinstance(error, KitError):
        raise error
    return CheckRun(check, error, time.perf_counter() - start, compared)


class TaskRunner:
    """Checks single tasks on functions that are already defined.

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
        """Check a task; if it fails, check its dependencies for the cause."""
        ran = self._run(name)
        result = judged(ran, ())
        if result.status in (Status.PASSED, Status.NOT_STARTED):
            return result
        needs = self._assignment.task(name).needs
        wrong = [need for need in needs if judged(self._run(need), ()).status is not Status.PASSED]
        return judged(ran, wrong)

    def _run(self, name: str) -> list[CheckRun]:
        task = self._assignment.task(name)
        own = [check for check in self._checks if check.task is task]
        limit = task.seconds or self._assignment.manifest.limits.call_seconds
        ran = run_checks(own, self._student, self._run_check, limit=limit)
        return with_broken(ran, self._assignment)
