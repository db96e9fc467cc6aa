"""Points that an instructor changes: a student keeps the share that was earned."""

import csv

import nbformat
import pytest

PARTIAL = """class Growth:
    def __init__(self, value=1.0):
        self.value = value

    def step(self, times=1):
        self.value = double(self.value)
        return self.value
"""
WAYS = {
    "nbgrader": ["autograde 01_doubling --force"],
    "autograder": ["grade", "--course", ".", "--assignment", "01"],
}
# nbgrader starts for seconds, and by both ways the same code reads and writes the gradebook
BY_BOTH = ["autograder", pytest.param("nbgrader", marks=pytest.mark.soak)]
CHANGED = "The gradebook's points differ from the manifest's, and count: {}."


def _grade(course, way):
    """Grade by one of the two commands, and return what it printed."""
    ended = getattr(course, way)(*WAYS[way])
    return ended.stdout + ended.stderr


def _set_points(course, points):
    """Change the points of the cell of `Growth` as Create Assignment does, and release it again."""
    path = course.root / "source" / "01_doubling" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    {cell.id: cell for cell in notebook.cells}["check-Growth"].metadata.nbgrader.points = points
    nbformat.write(notebook, path)
    course.nbgrader("generate_assignment 01_doubling --force")


@pytest.fixture
def submitted(course):
    """Give a course with two submissions: one perfect, one with half the points of `Growth`."""
    course.hand_in("perfect", course.solved())
    partial = course.solved()
    {cell.id: cell for cell in partial.cells}["Growth"].source = PARTIAL
    course.hand_in("partial", partial)
    return course


@pytest.mark.parametrize("way", BY_BOTH)
@pytest.mark.parametrize(("points", "partial"), [(20, 10.0), (1, 0.5), (0, 0.0)])
def test_points_changed_in_nbgrader(submitted, way, points, partial):
    """All points of the cell for a right answer, half of them for half of an answer."""
    _set_points(submitted, points)
    said = _grade(submitted, way)
    assert submitted.points("perfect") == {"check-double": 2.0, "check-Growth": float(points)}
    assert submitted.points("partial") == {"check-double": 2.0, "check-Growth": partial}
    assert said.count(CHANGED.format(f"Growth {points} instead of 3")) == 1


@pytest.mark.parametrize("way", BY_BOTH)
def test_export_of_a_perfect_student(submitted, way):
    """A perfect submission is exported with all points of the gradebook."""
    _set_points(submitted, 20)
    _grade(submitted, way)
    submitted.nbgrader("export")
    with (submitted.root / "grades.csv").open(newline="") as table:
        rows = {row["student_id"]: row for row in csv.DictReader(table)}
    assert (rows["perfect"]["score"], rows["perfect"]["max_score"]) == ("22.0", "22.0")


@pytest.mark.parametrize("way", BY_BOTH)
def test_points_changed_in_the_manifest(submitted, own_kit, way):
    """Points that were changed but not released change no grade."""
    manifest = own_kit / "solutions" / "01_doubling" / "assignment.toml"
    manifest.write_text(manifest.read_text().replace("points = 3", "points = 6"))
    said = _grade(submitted, way)
    assert submitted.points("perfect")["check-Growth"] == 3.0
    assert submitted.points("partial")["check-Growth"] == 1.5
    assert said.count(CHANGED.format("Growth 3 instead of 6")) == 1


@pytest.mark.parametrize("way", BY_BOTH)
def test_points_changed_in_the_gradebook_only(submitted, way):
    """The gradebook's maximum counts where the released notebook has another."""
    cell = "book.find_graded_cell('check-Growth', 'doubling', '01_doubling')"
    submitted.nbgrader(f"gradebook:{cell}.max_score = 12")
    _grade(submitted, way)
    assert submitted.points("perfect")["check-Growth"] == 12.0
    assert submitted.points("partial")["check-Growth"] == 6.0


@pytest.mark.parametrize("way", BY_BOTH)
def test_page_shows_the_gradebooks_points(submitted, way):
    """The report in the graded notebook adds up to the points in the gradebook."""
    _set_points(submitted, 20)
    _grade(submitted, way)
    assert "10 of 20 points" in submitted.said("partial")


@pytest.mark.parametrize("way", BY_BOTH)
def test_points_as_in_the_manifest(submitted, way):
    """Nothing is said of points that nobody has changed."""
    assert "differ from the manifest" not in _grade(submitted, way)


@pytest.mark.parametrize("way", BY_BOTH)
def test_changed_points_are_no_reproach(submitted, way):
    """Students whose notebooks were handed out with other points read nothing about it."""
    _set_points(submitted, 20)
    _grade(submitted, way)
    assert "metadata of the cell" not in submitted.said("perfect")
