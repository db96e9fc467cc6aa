"""Points of `overrides.toml` reach the gradebook, by both commands, and leave it again."""

import pytest

WAYS = {
    "nbgrader": ["autograde 01_doubling --force"],
    "autograder": ["grade", "--course", ".", "--assignment", "01"],
}
BY_BOTH = ["autograder", pytest.param("nbgrader", marks=pytest.mark.soak)]
ENTRY = """
[[override]]
student = "kim"
task = "double"
points = 1.5
reason = "Explained the method orally."
by = "Prof. Han"
"""
SENTENCE = "Points changed from 0 to 1.5 by Prof. Han: Explained the method orally."
BY_HAND = (
    "gradebook:book.find_grade('check-double', 'doubling', '01_doubling', 'kim').manual_score = 1"
)


@pytest.fixture
def overrides(course, own_kit):
    """Write the file of the course, in which one submission is wrong and another right."""
    notebook = course.solved()
    cell = {cell.id: cell for cell in notebook.cells}["double"]
    cell.source = "def double(x):\n    return 2 * x + 1\n"
    course.hand_in("kim", notebook)
    course.hand_in("lee", course.solved())
    path = own_kit / "tests" / "grading" / "01_doubling" / "overrides.toml"
    return lambda text: path.write_text(text, encoding="utf-8")


@pytest.fixture(params=BY_BOTH)
def grade(course, request):
    """Grade by one of the commands, and return what it printed."""

    def run():
        ended = getattr(course, request.param)(*WAYS[request.param])
        return ended.stdout + ended.stderr

    return run


def test_changed_points_are_recorded_and_explained(overrides, grade, course):
    """Score, comment and graded notebook have them; the neighbour's stay."""
    overrides(ENTRY)
    grade()

    assert course.points("kim")["check-double"] == 1.5
    assert SENTENCE in (course.comments("kim")["double"] or "")
    assert SENTENCE in course.said("kim")
    assert course.points("lee")["check-double"] == 2

    overrides("")
    grade()

    assert course.points("kim")["check-double"] == 0
    assert "Points changed" not in course.said("kim")


def test_extra_points_are_recorded_too(overrides, grade, course):
    """They may be more than the cell has."""
    overrides(ENTRY.replace("kim", "lee").replace("points = 1.5", "delta = 1"))
    grade()

    assert course.points("lee")["check-double"] == 3


def test_points_of_formgrader_count_and_the_clash_is_reported(overrides, grade, course):
    """A person has said two things; the later program says which of them counts."""
    grade()
    course.nbgrader(BY_HAND)
    overrides(ENTRY)

    said = " ".join(grade().split())

    assert "kim: `double` also has points from formgrader. Those 1 points count" in said
    assert course.by_hand("kim")["check-double"] == 1
