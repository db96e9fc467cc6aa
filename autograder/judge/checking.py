"""The checks of one task: they run first and are judged afterwards."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from autograder import expect
from autograder.errors import KitError
from autograder.judge.checks import Check
from autograder.judge.verdict import PASSED, Verdict, verdict
from autograder.report.model import CheckResult, Status, TaskResult, task_result
from autograder.sandbox.faults import TimedOut
from autograder.sandbox.student import Student

RunCheck = Callable[[Check], BaseException | None]

# Once a call of a task has used up its limit, the task's other checks get this long: a loop that
# never ends would otherwise cost the class a full limit a check.
_IMPATIENT_SECONDS = 1.0


@dataclass(frozen=True)
class Ran:
    """A check that has run: what it raised, and how long it took."""

    check: Check
    error: BaseException | None
    seconds: float


def run_checks(
    checks: Iterable[Check], student: Student, run: RunCheck, *, limit: float, hangs: bool = False
) -> list[Ran]:
    """Run the checks of a task, each call within ``limit`` seconds, or much less if one hangs.

    Raises
    ------
    KitError
        The check, not the student's code, could not do its work.
    """
    ran: list[Ran] = []
    for check in checks:
        student.seconds = min(limit, _IMPATIENT_SECONDS) if hangs else limit
        ran.append(_run(check, run))
        hangs = hangs or isinstance(ran[-1].error, TimedOut)
    return ran


def is_stuck(ran: Ran) -> bool:
    """Tell whether a check did not hold, and that not because nothing is written yet."""
    status = verdict(ran.error, ran.check.task, ()).status
    return status not in (Status.PASSED, Status.NOT_STARTED)


def judged(ran: Sequence[Ran], not_passed: Collection[str], note: str = "") -> TaskResult:
    """Judge the checks of a task; ``not_passed`` names tasks that are not right."""
    task = ran[0].check.task
    results = tuple(
        result(each.check, verdict(each.error, task, not_passed), each.seconds) for each in ran
    )
    return task_result(task.name, results, task.points, note)


def result(check: Check, outcome: Verdict, seconds: float) -> CheckResult:
    """Write down how a check ended."""
    return CheckResult(
        name=check.name,
        description=str(check.description),
        status=outcome.status,
        visible=check.visible,
        message=outcome.message,
        points=check.points if outcome == PASSED else 0.0,
        max_points=round(check.points, 6),
        seconds=round(seconds, 6),
    )


def _run(check: Check, run: RunCheck) -> Ran:
    start = time.perf_counter()
    visibility = expect.hidden.set(not check.visible)
    try:
        error = run(check)
    finally:
        expect.hidden.reset(visibility)
    if isinstance(error, KitError):
        raise error
    return Ran(check, error, time.perf_counter() - start)
