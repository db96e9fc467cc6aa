"""Faults in the middle of a grading into a gradebook: one sentence, and nothing is lost."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

if sys.platform != "linux":
    pytest.skip("grading needs Linux", allow_module_level=True)

STUDENTS = [f"student_{number}" for number in range(6)]
FULL = {"check-double": 2.0, "check-Growth": 3.0}
GRADE = ("-m", "autograder", "grade", "--course", ".", "--assignment", "01")


@pytest.fixture
def many(course, slowly):
    """Give a course in which a class has handed in what takes some seconds."""
    for student in STUDENTS:
        course.hand_in(student, slowly(course.solved()))
    return course


@pytest.fixture
def grading(many, until):
    """Start to grade it, and wait until the first are done."""
    with many.start(*GRADE) as process:
        until(lambda: len(finished(many)) >= 2)
        yield process
        process.kill()


def finished(course):
    """List who has a graded notebook; each is whole."""
    paths = (course.root / "autograded").glob("*/01_doubling/doubling.ipynb")
    return [path.parents[1].name for path in paths if course.graded(path.parents[1].name)]


def ended(process):
    """Return the exit code of a grading, and the one sentence that it said at last."""
    printed, _ = process.communicate(timeout=200)
    assert "Traceback" not in printed, printed
    return process.returncode, printed.strip().splitlines()[-1]


def points(course):
    """Return the points of those who have any."""
    found = {student: course.points(student) for student in STUDENTS}
    return {student: scores for student, scores in found.items() if scores.get("check-double")}


def taken_up(course):
    """Give the same command again; return what everybody has then."""
    course.run(*GRADE)
    return points(course)


EVERYBODY = dict.fromkeys(STUDENTS, FULL)


@pytest.mark.soak
def test_a_locked_gradebook(many, grading):
    """A gradebook that another program holds for long is named."""
    with closing(sqlite3.connect(many.root / "gradebook.db", timeout=60)) as other:
        other.execute("BEGIN EXCLUSIVE")
        code, said = ended(grading)

    assert code == 2
    assert said.startswith("autograder: The gradebook sqlite:///")
    assert "can no longer be used: database is locked." in said
    assert 2 <= len(points(many)) < len(STUDENTS)
    assert taken_up(many) == EVERYBODY


@pytest.mark.soak
def test_a_gradebook_that_is_moved_away(many, grading):
    """Grades are not written into a file that nobody will find."""
    (many.root / "gradebook.db").rename(many.root / "elsewhere.db")

    code, said = ended(grading)

    assert code == 2
    assert "was deleted or replaced while grades were being written" in said
    (many.root / "elsewhere.db").rename(many.root / "gradebook.db")
    assert len(points(many)) >= 2
    assert taken_up(many) == EVERYBODY


@pytest.mark.soak
def test_a_gradebook_that_is_replaced(many, grading):
    """A copy that is put back in the middle is not taken for the one that was open."""
    shutil.copy(many.root / "gradebook.db", many.root / "copy.db")
    (many.root / "copy.db").replace(many.root / "gradebook.db")

    code, said = ended(grading)

    assert code == 2
    assert "was deleted or replaced while grades were being written" in said
    assert taken_up(many) == EVERYBODY


@pytest.mark.parametrize(
    ("disk", "reason"),
    [("ro", "Read-only file system"), ("size=4k", "No space left on device")],
    ids=["read-only", "full"],
)
@pytest.mark.soak
def test_a_folder_that_cannot_be_written_any_more(many, grading, disk, reason):
    """The notebook that could not be kept is named."""
    folder = many.root / "autograded"
    mount = ["mount", "-t", "tmpfs", "-o", disk, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let me mount")
    try:
        code, said = ended(grading)
    finally:
        subprocess.run(["umount", str(folder)], check=True)

    assert code == 2
    assert said.startswith("autograder: The graded notebooks of student_")
    assert reason in said
    assert taken_up(many) == EVERYBODY


def test_a_killed_run(many, grading):
    """After kill -9 all that is there is whole, and the same command does the rest."""
    os.killpg(grading.pid, signal.SIGKILL)
    grading.wait()

    assert set(finished(many)) <= set(points(many))
    assert all(scores == FULL for scores in points(many).values())
    assert taken_up(many) == EVERYBODY


@pytest.mark.soak
def test_two_gradings(many, grading):
    """The second one is told to wait; the first is not disturbed."""
    os.killpg(grading.pid, signal.SIGSTOP)
    second = many.run(*GRADE, check=False)
    os.killpg(grading.pid, signal.SIGCONT)

    assert second.returncode == 2
    assert "Another run is grading into" in second.stderr
    assert "Traceback" not in second.stderr
    assert ended(grading)[0] == 0
    assert points(many) == EVERYBODY


@pytest.mark.soak
def test_nbgrader_and_a_locked_gradebook(many, until):
    """The command of nbgrader itself ends, too, and takes up the rest."""
    with many.start("-m", "nbgrader", "autograde", "01_doubling") as process:
        until(lambda: len(points(many)) >= 2)
        with closing(sqlite3.connect(many.root / "gradebook.db", timeout=60)) as other:
            other.execute("BEGIN EXCLUSIVE")
            process.communicate(timeout=200)

    assert process.returncode != 0
    assert 2 <= len(points(many)) < len(STUDENTS)
    many.nbgrader("autograde 01_doubling")
    assert points(many) == EVERYBODY
