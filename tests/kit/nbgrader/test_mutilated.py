"""Notebooks that students have mutilated: each gets the points that its code deserves."""

import runpy
import shutil
from pathlib import Path

import pytest

ZOO = runpy.run_path(str(Path(__file__).with_name("mutilated.py")))["MUTILATIONS"]


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory, course_type):
    """Let stock commands grade a class in which every student has done something else."""
    root = tmp_path_factory.mktemp("mutilated") / "course"
    shutil.copytree(released / "course", root)
    course = course_type(root)
    for name, mutilation in ZOO.items():
        mutilation.write(course.solved(), course.folder(name))
    course.nbgrader("autograde 01_doubling", "generate_feedback 01_doubling")
    return course


@pytest.mark.parametrize("name", ZOO)
def test_points(graded, name):
    """The gradebook holds the points that the code deserves."""
    assert graded.points(name) == ZOO[name].points


@pytest.mark.parametrize("name", ZOO)
def test_sentence(graded, name):
    """The graded notebook says in a plain sentence what was repaired."""
    assert ZOO[name].says in graded.said(name)


@pytest.mark.parametrize("name", ZOO)
def test_feedback(graded, name):
    """There is a page of feedback, in which no script of the student's is left."""
    page = graded.root / "feedback" / name / "01_doubling" / "doubling.html"
    assert "<script>document.title" not in page.read_text(encoding="utf-8")
