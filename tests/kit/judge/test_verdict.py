"""From what ended a check to its status."""

import pytest

from autograder.course.manifest import Task
from autograder.expect import CheckFailure
from autograder.i18n import Text
from autograder.judge.verdict import verdict
from autograder.report.model import Status
from autograder.sandbox import faults

HINT = Text(en="hint", ko="힌트")
FIT = Task(name="Net", points=3, hint=HINT, needs=("softmax",))


@pytest.mark.parametrize(
    ("error", "not_passed", "status"),
    [
        (None, (), Status.PASSED),
        (None, ("softmax",), Status.PASSED),
        (CheckFailure("wrong"), (), Status.FAILED),
        (CheckFailure("wrong"), ("softmax",), Status.BLOCKED),
        (CheckFailure("wrong"), ("one_hot",), Status.FAILED),
        (faults.NotStarted("Net.fit"), (), Status.NOT_STARTED),
        (faults.NotStarted("Net"), ("softmax",), Status.NOT_STARTED),
        (faults.NotStarted("softmax"), ("softmax",), Status.BLOCKED),
        (faults.NotStarted("substitution"), (), Status.BLOCKED),
        (faults.TimedOut(2.0, "took longer than 2 s"), (), Status.TIMED_OUT),
        (faults.TimedOut(2.0, "took longer than 2 s"), ("softmax",), Status.BLOCKED),
        (faults.Crashed("ended"), (), Status.CRASHED),
        (faults.Raised("ValueError", "ValueError: no"), (), Status.FAILED),
        (AttributeError("'NoneType' object has no attribute 'sum'"), (), Status.FAILED),
    ],
    ids=str,
)
def test_status(error, not_passed, status):
    """Each end of a check has its status; what a failed need explains is blocked."""
    assert verdict(error, FIT, not_passed).status is status


def test_blocked_names_the_cause():
    """A blocked check names the task to mend first."""
    message = verdict(CheckFailure("wrong"), FIT, {"softmax"}).message

    assert "`softmax`" in message
    assert "wrong" not in message


def test_check_that_cannot_go_on_says_why():
    """An exception in the check itself is put down to what came back."""
    message = verdict(TypeError("unsupported operand"), FIT, ()).message

    assert message == (
        "The check could not use the value your code returned (TypeError: unsupported operand)."
    )


def test_exception_of_a_check_is_cut():
    """An exception that quotes all that came back is told on one line of bounded length."""
    message = verdict(ValueError("could not convert\n" + "9\x1b" * 10_000), FIT, ()).message

    assert message.isprintable()
    assert len(message) < 500
