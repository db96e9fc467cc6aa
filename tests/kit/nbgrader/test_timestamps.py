"""A time of submission that nbgrader cannot read, or misreads, is named."""

import pytest

pytest.importorskip("nbgrader")

from autograder.gradebook.timestamps import timestamp_problem


@pytest.fixture
def problem(tmp_path):
    """Return what is said of a time of submission."""

    def of(text):
        (tmp_path / "timestamp.txt").write_bytes(
            text.encode("utf-16") if text == "16" else text.encode()
        )
        return timestamp_problem(tmp_path, "kim")

    return of


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31 23:59:59 UTC",
        "2026-03-31 23:59:59 GMT",
        "2026-03-31 23:59:59 Z",
        "2026-03-31 23:59:59 +0000",
        "2026-03-31 23:59:59 Asia/Seoul",
        "2026-03-31T23:59:59+09:00",
        "2026-03-31T23:59:59Z",
        "2026-03-31 23:59:59",
    ],
)
def test_usual_times_are_silent(problem, text):
    """Times that nbgrader reads as they are meant need no sentence."""
    assert problem(text) == ""


def test_no_time_is_silent(tmp_path):
    """A submission without a time is as usual."""
    assert timestamp_problem(tmp_path, "kim") == ""


@pytest.mark.parametrize("text", ["later", "", "31.02.2026 12:00", "16", "2026-03-31 25:61:00"])
def test_unreadable_times_are_named(problem, text):
    """Nbgrader would take these for none, which is never late."""
    assert "kim: the time of submission in" in problem(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2026-03-31 23:59:59 +0900", "2026-03-31 14:59:59 UTC"),
        ("2026-03-31 23:59:59 +09:00", "2026-03-31 14:59:59 UTC"),
        ("2026-03-31 23:59:59 -0330", "2026-04-01 03:29:59 UTC"),
        ("2026-03-31 23:59:59 KST", "UTC"),
        ("2026-03-31 11:59:59 PM", "UTC"),
        ("Tue Mar 31 23:59:59 KST 2026", "UTC"),
    ],
)
def test_misread_zones_are_named(problem, text, right):
    """Nbgrader reads `+0900` as 900 seconds, and an unknown zone as UTC."""
    assert "nbgrader misreads" in problem(text)
    assert right in problem(text)
