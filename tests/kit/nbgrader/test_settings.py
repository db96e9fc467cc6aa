"""What an instructor has set in nbgrader_config.py counts for the kit's own command, too."""

import stat

import nbformat
import pytest

RUN = """
import os
os.umask(0o077)
os.chdir("/")
from autograder.cli import main
main(["grade", "--course", {root!r}, "--assignment", "01"])
"""
DUE = "book.update_or_create_assignment('01_doubling', duedate='2026-03-01 12:00:00 UTC')"


@pytest.fixture
def handed_in(course):
    """Give a course in which two have handed in."""
    course.hand_in("right", course.solved())
    blank = course.root / "release" / "01_doubling" / "doubling.ipynb"
    course.hand_in("blank", nbformat.read(blank, as_version=4))
    return course


@pytest.fixture
def grade(handed_in):
    """Grade the course by the kit's own command, with a line of the instructor's settings."""

    def command(line):
        settings = handed_in.root / "nbgrader_config.py"
        settings.write_text(f"{settings.read_text()}{line}\n")
        return handed_in.run("-c", RUN.format(root=str(handed_in.root)), check=False)

    return command


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 / 0", "settings cannot be read: division by zero"),
        ("raise SystemExit('not today')", "settings cannot be read: not today"),
        ("c.CourseDirectory.course_id = 5", "settings cannot be read: The 'course_id'"),
        (
            "c.Autograde.permissions = 'all'",
            "settings cannot be read: The 'permissions'",
        ),
        ("c.CourseDirectory.db_url = 'nn.db'", "The gradebook's URL does not work"),
        ("c.Autograde.create_student = False", "The gradebook does not know blank, right"),
    ],
)
def test_what_cannot_be(grade, line, said):
    """A setting that nbgrader could not use, or that forbids to grade, is told in one sentence."""
    ended = grade(line)
    assert (ended.returncode, said in ended.stderr) == (2, True), ended.stderr
    assert "Traceback" not in ended.stderr


def test_settings_that_ask_for_the_version(handed_in, grade):
    """Settings may look at the version of nbgrader, of which hardly anything is imported."""
    grade("import nbgrader; assert nbgrader.__version__[0].isdigit()")
    assert handed_in.points("right") == {"check-double": 2.0, "check-Growth": 3.0}


def test_students_left_out(handed_in, grade):
    """Whom the course leaves out is not graded."""
    grade("c.CourseDirectory.student_id_exclude = 'teacher,blank'")
    assert handed_in.points("right") == {"check-double": 2.0, "check-Growth": 3.0}
    assert handed_in.query("SELECT id FROM student") == [("right",)]


def test_gradebook_named_from_the_course(handed_in, grade):
    """A gradebook that is named from the course's folder is found from another, too."""
    grade("c.CourseDirectory.db_url = 'sqlite:///gradebook.db'")
    assert handed_in.points("right") == {"check-double": 2.0, "check-Growth": 3.0}


def test_folders_for_nobody_else(handed_in, grade):
    """Graded folders are as open to others as the instructor's own new ones."""
    grade("")
    mode = (handed_in.root / "autograded" / "right" / "01_doubling").stat().st_mode
    assert stat.S_IMODE(mode) == 0o700


def test_submissions_in_another_folder(handed_in, grade):
    """A class is found in the folder that the settings name."""
    (handed_in.root / "submitted").rename(handed_in.root / "collected")
    grade("c.CourseDirectory.submitted_directory = 'collected'")
    assert handed_in.points("right") == {"check-double": 2.0, "check-Growth": 3.0}


def test_plugin_that_fails(handed_in, grade):
    """A plugin for late submissions that fails is named; nobody's grade is kept by half."""
    handed_in.nbgrader(f"gradebook:{DUE}")
    ended = grade("c.LateSubmissionPlugin.penalty_method = 'half'")
    said = "nbgrader's plugin for late submissions failed for "
    assert (ended.returncode, said in ended.stderr) == (2, True), ended.stderr
    assert handed_in.query("SELECT * FROM submitted_assignment") == []


def test_course_with_an_url_that_is_none(handed_in):
    """A gradebook's URL that is none is refused before anything is written."""
    before = (handed_in.root / "nbgrader_config.py").read_text()
    words = ("-m", "autograder", "course", "init", handed_in.root, "--db-url", "nn.db")
    ended = handed_in.run(*words, check=False)
    assert (ended.returncode, "The gradebook's URL does not work" in ended.stderr) == (2, True)
    assert (handed_in.root / "nbgrader_config.py").read_text() == before
