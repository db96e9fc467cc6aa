"""A check that needs others of its task: it counts only where they have passed."""

import pytest

from autograder.course.root import find_course
from autograder.errors import KitError
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Status

CHECKS = '''

@pytest.mark.task("double")
@pytest.mark.parametrize("number", [1.0, 3.0])
def test_slope(student, number):
    """The slope is right."""
    expect.close(student.double(number), 2 * number, what="double(x)")


@pytest.mark.task("double", needs=["test_slope"])
def test_training(student):
    """A training that anything passes."""
    student.double(1.0)
'''
UNKNOWN = '''

@pytest.mark.task("double", needs=["test_absent"])
def test_training(student):
    """A training."""
'''
TOO_EARLY = '''

@pytest.mark.task("double", needs=["test_doubles_any_numbers"])
def test_training(student):
    """A visible training that needs a hidden check."""
'''


@pytest.fixture
def graded(tiny_course, tmp_path):
    """Grade a `double`, twice, and return the result of the task the second time."""
    hidden = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    hidden.write_text(hidden.read_text(encoding="utf-8") + CHECKS, encoding="utf-8")

    def grade(body):
        path = tmp_path / "kim.py"
        path.write_text(f"def double(x):\n    {body}\n", encoding="utf-8")
        with Judge(find_course(tiny_course).assignment("01"), hidden=True) as judge:
            _first, second = judge.grade_all([Submission("kim", path), Submission("lee", path)])
        return {check.name: check for check in second.tasks[0].checks}

    return grade


def test_counts_where_the_needed_check_passes(graded):
    """With the needed check passed, the one that needs it runs as any other."""
    assert graded("return 2 * x")["test_training"].status is Status.PASSED


@pytest.mark.parametrize("body", ["return x", "return 2.0", "1 / 0"])
def test_is_held_back_where_it_fails(graded, body):
    """With the needed check failed, for whatever parameters, it is blocked and has no points."""
    check = graded(body)["test_training"]

    assert (check.status, check.points) == (Status.BLOCKED, 0.0)
    assert "“The slope is right.”" in check.message


def test_is_not_started_where_the_needed_one_is_not(graded):
    """Of a task that is not written all checks are not started, those with needs too."""
    body = 'raise NotImplementedError("double: not written yet")'

    assert graded(body)["test_training"].status is Status.NOT_STARTED


def test_needs_a_check_that_is_there(tiny_course):
    """A need that no check of the task has the name of is the author's mistake."""
    hidden = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    hidden.write_text(hidden.read_text(encoding="utf-8") + UNKNOWN, encoding="utf-8")

    with pytest.raises(KitError, match="test_training: needs `test_absent`"):
        Judge(find_course(tiny_course).assignment("01"), hidden=True)


def test_visible_check_needs_no_hidden_one(tiny_solution, tiny_course):
    """A student, who has the visible checks alone, must see what one needs."""
    visible = tiny_solution / "test_doubling.py"
    visible.write_text(visible.read_text(encoding="utf-8") + TOO_EARLY, encoding="utf-8")

    with pytest.raises(KitError, match="needs `test_doubles_any_numbers`"):
        Judge(find_course(tiny_course).assignment("01"), hidden=True)
