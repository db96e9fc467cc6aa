"""The bar that an instructor watches while a class is graded."""

import io

import pytest
from rich.console import Console

from autograder.cli.grading_progress import GradingProgress
from autograder.report.model import Status, task_result


@pytest.fixture
def console():
    """Give a terminal of 100 columns that writes to memory."""
    return Console(width=100, file=io.StringIO(), force_terminal=True)


@pytest.mark.parametrize("status", [Status.TIMED_OUT, Status.CRASHED])
def test_bar_counts_what_was_stopped(console, make_report, make_check, status):
    """What timed out or crashed is counted while it runs, though the submission has no problem."""
    stopped = task_result("softmax", (make_check(status=status, message="Stopped."),), 2.0)

    with GradingProgress(console, total=2) as progress:
        progress.advance(make_report(problems=(), tasks=(stopped,)))

    assert "1 stopped" in console.file.getvalue()
    assert "with remarks" not in console.file.getvalue()


def test_bar_counts_both_of_one_report(console, make_report, make_check):
    """A submission with a problem that crashed too is counted as both; a wrong answer as none."""
    crashed = task_result("softmax", (make_check(status=Status.CRASHED),), 2.0)

    with GradingProgress(console, total=2) as progress:
        progress.advance(make_report(tasks=(crashed,)))
        progress.advance(make_report(problems=()))

    text = console.file.getvalue()
    assert "1 with remarks · 1 stopped" in text
    assert "2 with remarks" not in text
    assert "2 stopped" not in text
