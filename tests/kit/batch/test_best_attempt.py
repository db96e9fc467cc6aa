"""`--attempt best`: every attempt is graded, and the one with most points counts."""

import json

import pytest

RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"


@pytest.fixture
def grade(command_line, tiny_course, tmp_path):
    """Grade one student's attempts, by the names of their folders."""

    def run(attempts, *words):
        for name, code in attempts.items():
            folder = tmp_path / "class" / "kim" / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "doubling.py").write_text(code, encoding="utf-8")
        done = command_line(
            "grade", tmp_path / "class", "--assignment", "01", "--course", tiny_course,
            "--attempt", "best", "--json", *words,
        )  # fmt: skip
        return json.loads(done.stdout)

    return run


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_best_counts_wherever_it_stands(grade, place):
    """The report says which of how many it is of."""
    names = ["2026-03-01", "2026-03-02", "2026-03-03"]
    attempts = {name: RIGHT if names.index(name) == place else WRONG for name in names}

    report = grade(attempts)

    assert report["score"] == 2
    problem = f"3 folders contain doubling.py; the best was read: {names[place]}"
    assert problem in report["problems"]


def test_of_equally_good_ones_the_latest_counts(grade):
    """Both are right."""
    report = grade({"try 1": RIGHT, "try 2": RIGHT})

    assert report["problems"] == ["2 folders contain doubling.py; the best was read: try 2"]


def test_a_better_attempt_that_comes_later_is_graded(grade):
    """The report of the earlier ones is not kept for all of them."""
    assert grade({"try 1": WRONG, "try 2": WRONG})["score"] == 0
    assert grade({"try 1": WRONG, "try 2": WRONG, "try 3": RIGHT})["score"] == 2
    assert grade({"try 1": WRONG, "try 2": RIGHT, "try 3": WRONG})["score"] == 2


def test_one_attempt_needs_no_remark(grade):
    """There is nothing to choose from."""
    assert grade({"only": RIGHT})["problems"] == []


def test_it_is_refused_where_there_is_one_attempt_only(command_line, tmp_path):
    """Nbgrader collects one submission of each student."""
    done = command_line("grade", "--assignment", "01", "--course", tmp_path, "--attempt", "best")

    assert done.returncode == 2
    assert "--attempt" in done.stderr
