"""One task as a piece of HTML."""

import pytest

from autograder.i18n import Text
from autograder.report.fragment import task_fragment
from autograder.report.model import CheckResult, Status, task_result

HINT = Text(en="Look <b>again</b>.", ko="다시 보세요.")


def _check(status, *, visible=True, message=""):
    return CheckResult(
        name="test_rows",
        description="Rows sum to 1.",
        status=status,
        visible=visible,
        message=message,
        points=0.0,
        max_points=1.0,
        seconds=0.01,
    )


def _fragment(*checks, note=""):
    return task_fragment(task_result("softmax", checks, 2.0), hint=HINT, note=note)


PASSED, FAILED = _check(Status.PASSED), _check(Status.FAILED, message="`softmax(Z)` is wrong.")
NOT_STARTED = _check(Status.NOT_STARTED, message="`softmax` is not written yet.")


@pytest.mark.parametrize(
    ("checks", "unfolded"),
    [
        ([PASSED, PASSED], False),
        ([PASSED, FAILED], True),
        ([NOT_STARTED, NOT_STARTED], False),
        ([PASSED, NOT_STARTED], True),
    ],
)
def test_only_what_there_is_to_tell_is_unfolded(checks, unfolded):
    """A task that passed, or was not touched, is one line; any other shows its checks."""
    assert ('<details class="task" open>' in _fragment(*checks)) is unfolded


@pytest.mark.parametrize(("checks", "offered"), [([PASSED], False), ([PASSED, FAILED], True)])
def test_the_hint_is_offered_to_whom_it_helps(checks, offered):
    """A task that passed needs no hint."""
    assert ("Look &lt;b&gt;again&lt;/b&gt;." in _fragment(*checks)) is offered


@pytest.mark.parametrize(
    ("check", "shown"), [(PASSED, False), (_check(Status.PASSED, visible=False), True)]
)
def test_points_are_shown_where_they_are_a_grade(check, shown):
    """Visible checks alone give no points to read; with hidden ones they do."""
    assert ("of 2 points" in _fragment(check)) is shown


def test_one_reason_is_said_once():
    """Checks that fail for one and the same reason share it."""
    other = _check(Status.FAILED, message=FAILED.message)
    assert _fragment(FAILED, PASSED, other).count("`softmax(Z)` is wrong.") == 1


def test_everything_is_escaped():
    """Neither a message nor a note becomes a tag."""
    page = _fragment(_check(Status.FAILED, message="<script>"), note="<script>")
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 2
