"""The report's JSON: a round trip, its documented schema, and what is refused."""

import json
from pathlib import Path

import msgspec
import pytest

from autograder.errors import KitError
from autograder.report.model import (
    CheckResult,
    DataUsed,
    Report,
    Status,
    from_json,
    task_result,
    to_json,
)

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("indent", [True, False])
def test_round_trip(report, indent):
    """A report read back is the report that was written."""
    assert from_json(to_json(report, indent=indent), "kim.json") == report


def test_schema_is_in_step():
    """The JSON Schema in docs/ is the one of the model; regenerate it as CONTRIBUTING says."""
    documented = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))

    assert documented == json.loads(json.dumps(msgspec.json.schema(Report)))


def test_every_field_is_documented():
    """docs/report.md names each field of report, task and check."""
    page = (ROOT / "docs/report.md").read_text(encoding="utf-8")
    fields = {name for part in (Report, CheckResult, DataUsed) for name in part.__struct_fields__}

    assert {name for name in fields if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"schema_version": "one"}'])
def test_what_is_no_report_is_refused(data):
    """Anything else is refused in a sentence that names the file."""
    with pytest.raises(KitError, match=r"kim\.json is not a report"):
        from_json(data, "kim.json")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([Status.PASSED, Status.PASSED], Status.PASSED),
        ([Status.PASSED, Status.NOT_STARTED], Status.NOT_STARTED),
        ([Status.BLOCKED, Status.NOT_STARTED], Status.BLOCKED),
        ([Status.FAILED, Status.PASSED, Status.BLOCKED], Status.FAILED),
        ([Status.FAILED, Status.TIMED_OUT], Status.TIMED_OUT),
        ([Status.CRASHED, Status.TIMED_OUT], Status.CRASHED),
    ],
)
def test_task_takes_the_status_that_says_most(make_check, statuses, expected):
    """A task's status is that of the check that says most."""
    task = task_result("softmax", tuple(make_check(status=status) for status in statuses), 2.0)

    assert task.status is expected
