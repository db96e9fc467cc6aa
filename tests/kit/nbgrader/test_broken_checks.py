"""A mistake of the course in an nbgrader course: nobody is graded, or a cell waits for a person."""

import pytest

GRADES = """
    SELECT base_cell.name, grade.auto_score, grade.needs_manual_grade
    FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
"""
WAYS = {
    "nbgrader": ["autograde 01_doubling"],
    "autograder": ["grade", "--course", ".", "--assignment", "01"],
}
CHECK = '''

@pytest.mark.task("double")
def test_added(student):
    """An added check.

    ko: 추가한 검사.
    """
    value = student.double(1.0)
    {body}
'''


@pytest.fixture
def grade(course, own_kit):
    """Grade one wrong submission with one more hidden check, whose last line is given."""
    notebook = course.solved()
    cell = {cell.id: cell for cell in notebook.cells}["double"]
    cell.source = "def double(x):\n    return 2 * x + 1\n"
    course.hand_in("kim", notebook)

    def run(body, way="autograder"):
        path = own_kit / "tests" / "grading" / "01_doubling" / "test_doubling.py"
        path.write_text(path.read_text(encoding="utf-8") + CHECK.format(body=body), "utf-8")
        return getattr(course, way)(*WAYS[way], check=False)

    return run


@pytest.mark.parametrize("way", WAYS)
def test_check_that_the_model_answer_does_not_pass(grade, course, way):
    """No grade is written into the gradebook, by either command, and the command fails."""
    ended = grade("misspelt(value)", way)

    assert ended.returncode
    assert "Nobody was graded" in ended.stderr
    assert "test_added" in ended.stderr
    assert not any(score for _name, score, _needs in course.query(GRADES))


def test_cell_of_a_broken_check_is_pending(grade, course):
    """The cell waits for a person, the command says why and exits with 2."""
    ended = grade("if value == 3: misspelt(value)")

    assert ended.returncode == 2
    assert "`test_added`: This could not be checked" in ended.stderr
    pending = {name: needs for name, _score, needs in course.query(GRADES)}
    assert pending["check-double"]
    assert not pending["check-Growth"]
