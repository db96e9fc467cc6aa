"""The table of `autograder grade --course` shows what the gradebook holds."""

import csv

import nbformat
import pytest

GRADE = ("grade", "--course", ".", "--assignment", "01")
WRITTEN = {"grade": True, "solution": True, "locked": False, "grade_id": "why", "points": 4}
ENROL = "gradebook:book.add_student('kim', first_name='Minsu', last_name='Kim')"


@pytest.fixture
def submitted(course):
    """Give a course in which one student has submitted a right answer."""
    course.hand_in("kim", course.solved())
    return course


def _row(said, student):
    """Return the words of a student's row."""
    return next(words for words in map(str.split, said.splitlines()) if words[:1] == [student])


def _of_kim(cell="check-double"):
    return f"book.find_grade('{cell}', 'doubling', '01_doubling', 'kim')"


@pytest.mark.soak
def test_names(submitted):
    """A student's full name stands beside the id."""
    submitted.nbgrader(ENROL)
    said = submitted.autograder(*GRADE).stdout
    assert _row(said, "kim") == ["kim", "Kim,", "Minsu", "2", "✔", "3", "✔", "5"]


def test_enrolled_without_a_submission(submitted):
    """Students of the gradebook who submitted nothing are in the table, and counted."""
    submitted.nbgrader("gradebook:book.add_student('lee')", ENROL)
    said = submitted.autograder(*GRADE).stdout
    assert _row(said, "lee") == ["lee", "missing", "0"]
    assert "Missing, because there is no submission: 1" in said


def test_unknown_to_the_gradebook(submitted):
    """Ids that the gradebook did not know are counted and named, once."""
    first, second = (submitted.autograder(*GRADE).stdout for _run in range(2))
    assert "Unknown to the gradebook, and added to it: 1 (kim)" in first
    assert "Unknown" not in second


def test_points_by_hand_and_extra_credit(submitted):
    """Points by hand take the place of the kit's, extra credit has a column."""
    grade = _of_kim()
    submitted.autograder(*GRADE)
    submitted.nbgrader(f"gradebook:{grade}.manual_score = 1.5; {grade}.extra_credit = 0.25")
    said = submitted.autograder(*GRADE).stdout
    assert _row(said, "kim") == ["kim", "1.5", "✔", "3", "✔", "0.25", "pending", "4.75"]
    assert "Pending, because a cell waits to be graded by hand: 1" in said


@pytest.mark.soak
def test_late(submitted):
    """The penalty for a late submission is shown, and taken from the score."""
    settings = submitted.root / "nbgrader_config.py"
    settings.write_text(settings.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    due = "duedate='2026-03-01 12:00:00 UTC'"
    submitted.nbgrader(f"gradebook:book.update_or_create_assignment('01_doubling', {due})")
    said = submitted.autograder(*GRADE).stdout
    assert _row(said, "kim") == ["kim", "2", "✔", "3", "✔", "-5", "0"]


@pytest.fixture
def written(course):
    """Give a course with one more cell, whose answer in words a person grades."""
    path = course.root / "source" / "01_doubling" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    marks = {"nbgrader": WRITTEN | {"schema_version": 3, "task": False}}
    notebook.cells.append(nbformat.v4.new_markdown_cell("Why?", id="why", metadata=marks))
    nbformat.write(notebook, path)
    course.nbgrader("generate_assignment 01_doubling --force")
    solved = course.solved()
    solved.cells[-1].source = "Because."
    course.hand_in("kim", solved)
    return course


def test_a_cell_that_waits_for_a_person(written):
    """An answer in words is pending after each run, and the points by hand count."""
    first = written.autograder(*GRADE).stdout
    written.nbgrader(f"gradebook:{_of_kim('why')}.manual_score = 3")
    second = written.autograder(*GRADE).stdout
    assert _row(first, "kim") == ["kim", "2", "✔", "3", "✔", "pending", "5"]
    assert _row(second, "kim") == ["kim", "2", "✔", "3", "✔", "3", "pending", "8"]
    assert "/ 9" in second


@pytest.mark.soak
def test_scores_are_those_of_the_export(written):
    """The last column is what nbgrader exports."""
    written.autograder(*GRADE)
    statement = f"gradebook:grade = {_of_kim('why')}; grade.manual_score = 3.5"
    written.nbgrader(statement, "gradebook:book.add_student('lee')")
    said = written.autograder(*GRADE).stdout
    written.nbgrader("export")
    with (written.root / "grades.csv").open(newline="") as table:
        exported = {row["student_id"]: float(row["score"]) for row in csv.DictReader(table)}
    assert {name: float(_row(said, name)[-1]) for name in exported} == exported
