"""The sample class that the README grades: it keeps up with the assignment."""

import re
from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge

COURSE = find_course(Path(__file__))
ASSIGNMENT = COURSE.assignment("02_activations")
CLASS = sorted((COURSE.root / "examples" / "class").glob(f"*/{ASSIGNMENT.file}"))


@pytest.mark.parametrize("file", CLASS, ids=lambda file: file.parent.name)
def test_every_student_has_a_cell_for_each_task(file: Path) -> None:
    """A task that was added to the assignment is in everybody's file, solved or not."""
    cells = re.findall(r'^# %% task="(\w+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)

    assert cells == [task.name for task in ASSIGNMENT.tasks]


@pytest.mark.parametrize("student", ["ada", "bora"])
def test_those_who_are_right_have_all_points(student: str) -> None:
    """With arrays or with loops, a right submission of the class has all points."""
    path = COURSE.root / "examples" / "class" / student / ASSIGNMENT.file

    with Judge(ASSIGNMENT, hidden=True) as judge:
        report = judge.grade(Submission(student=student, path=path))

    assert report.score == report.max_score
