"""Notebooks that would keep whoever grades busy, or fill the memory, are read in part."""

import json

import pytest

from autograder.gradebook.reader import read_submission


@pytest.fixture
def crowded(course):
    """Give a course in which a notebook has 6000 cells and one of four million statements."""
    notebook = course.solved()
    content = json.loads(json.dumps(notebook))
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    content["cells"] += [cell | {"source": source} for source in ["x;" * 4_000_000, *["y"] * 6000]]
    (course.folder("kim") / "doubling.ipynb").write_text(json.dumps(content), encoding="utf-8")
    return course


def test_cells_beyond_a_number_are_left_out(crowded):
    """The first cells are read, and the student is told."""
    submitted = read_submission(
        crowded.root / "submitted" / "kim" / "01_doubling" / "doubling.ipynb"
    )

    assert len(submitted.cells) == 5000
    assert any(note.startswith("Only the first 5000 of 60") for note in submitted.notes)


def test_answers_keep_their_points(crowded):
    """What is too much is left out, with a sentence, and the answers are graded."""
    crowded.autograder("grade", "--course", ".", "--assignment", "01")

    assert crowded.points("kim") == {"check-double": 2.0, "check-Growth": 3.0}
    assert "no more than 250 KB of code are read" in crowded.said("kim")
