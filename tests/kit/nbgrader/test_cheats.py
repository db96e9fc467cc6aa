"""Cheats that gain points, show what is hidden or change grades on stock nbgrader: not here.

``benchmarks/stock_nbgrader.py`` shows them at work on stock nbgrader, next to the kit.
"""

import runpy
import shutil
from pathlib import Path

import pytest

CHEATS = runpy.run_path(str(Path(__file__).with_name("cheats.py")))
MANUAL = "SELECT count(*) FROM grade WHERE manual_score IS NOT NULL OR extra_credit IS NOT NULL"


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory, course_type):
    """Let nbgrader's command grade a class of cheats, and an honest student before and after."""
    root = tmp_path_factory.mktemp("cheats") / "course"
    shutil.copytree(released / "course", root)
    course = course_type(root)
    for student in ("aaron", "zoe"):
        course.hand_in(student, course.solved())
    for name, cheat in CHEATS["CHEATS"].items():
        cheat = cheat.replace("{course}", str(root)).replace("{kit}", str(released / "kit"))
        notebook = course.solved()
        cells = {cell.id: cell for cell in notebook.cells}
        cells["double"].source = CHEATS["WRONG"] + cheat
        cells["Growth"].source = ""
        course.hand_in(name, notebook)
    course.nbgrader("autograde 01_doubling", "generate_feedback 01_doubling")
    return course


@pytest.mark.parametrize("name", CHEATS["CHEATS"])
def test_gains_nothing(graded, name):
    """No cheat gains a point."""
    assert sum(graded.points(name).values()) == 0


@pytest.mark.parametrize("name", ["aaron", "zoe"])
def test_harms_nobody(graded, name):
    """The points of others are what they were."""
    assert graded.points(name) == {"check-double": 2.0, "check-Growth": 3.0}


def test_gradebook_is_out_of_reach(graded):
    """Nobody but a person sets points by hand."""
    assert graded.query(MANUAL) == [(0,)]


def test_nothing_hidden_is_shown(graded):
    """No page of feedback holds a line of the hidden checks."""
    pages = (graded.root / "feedback").rglob("*.html")
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    assert "rng.uniform" not in text
    assert "thresholds[" not in text
