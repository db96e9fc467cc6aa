"""Reports made by hand."""

import msgspec
import pytest

from autograder.report.model import CheckResult, DataUsed, Report, Status, task_result

CHECK = CheckResult(
    name="test_sum",
    description="Rows sum to 1.",
    status=Status.PASSED,
    visible=True,
    message="",
    points=0.0,
    max_points=1.0,
    seconds=0.01,
)


@pytest.fixture
def make_check():
    """Make a check like the one above, with some fields changed."""

    def make(**fields):
        return msgspec.structs.replace(CHECK, **fields)

    return make


@pytest.fixture
def make_report(make_check):
    """Make a report of one task with one check that passed and one that failed."""

    def make(**fields):
        checks = (
            make_check(points=1.0),
            make_check(status=Status.FAILED, message="`softmax(Z)` is not right."),
        )
        report = Report(
            kit_version="1",
            student="kim",
            assignment="06_softmax_classifier",
            title="Softmax",
            language="en",
            hidden_checks=True,
            score=1.0,
            max_score=2.0,
            isolation="bubblewrap",
            data=DataUsed(name="digits", source="8×8 digits", stand_in=True),
            seed=7,
            seconds=0.5,
            problems=("line 3: invalid syntax",),
            tasks=(task_result("softmax", checks, 2.0),),
        )
        return msgspec.structs.replace(report, **fields)

    return make


@pytest.fixture
def report(make_report):
    """Give the report as it stands above."""
    return make_report()
