"""A class that is graded into a folder: listed once, and graded as it is then."""

import os
from collections import Counter

import pytest

from autograder.batch.batch import Batch
from autograder.batch.job import JobSpec
from autograder.batch.overrides import Overrides
from autograder.course.root import find_course
from autograder.intake import Submission, submissions
from autograder.judge import Judge
from autograder.report.folder import ReportFolder
from autograder.sandbox.probe import best_level

STUDENTS = ("han", "kim", "lee")


@pytest.fixture
def assignment(tiny_course):
    """Open the one assignment of the tiny course."""
    return find_course(tiny_course).assignment("01")


@pytest.fixture
def class_folder(tmp_path):
    """Write a class; the name of one file is in no encoding."""
    for student in STUDENTS:
        (tmp_path / "class" / student).mkdir(parents=True)
        file = tmp_path / "class" / student / "doubling.py"
        file.write_text("def double(x):\n    return 2 * x\n", encoding="utf-8")
    odd = os.fsdecode(b"\xff")
    (tmp_path / "class" / "lee" / odd).mkdir()
    (tmp_path / "class" / "lee" / "doubling.py").rename(
        tmp_path / "class" / "lee" / odd / "doubling.py"
    )
    return tmp_path / "class"


@pytest.fixture
def opened(monkeypatch):
    """Count how often each folder is opened."""
    opened, scandir, listdir = Counter(), os.scandir, os.listdir
    monkeypatch.setattr(os, "scandir", lambda path=".": opened.update([path]) or scandir(path))
    monkeypatch.setattr(os, "listdir", lambda path=".": opened.update([path]) or listdir(path))
    return opened


@pytest.fixture
def open_batch(assignment, class_folder, tmp_path):
    """Open the class as a batch, as the command does."""

    def open_batch():
        class_list = submissions(class_folder, assignment.name, assignment.module)
        job = JobSpec.of(assignment, best_level())
        folder = ReportFolder(tmp_path / "reports")
        return Batch(class_list, job, folder, Overrides(assignment), force=False, retry=False)

    return open_batch


@pytest.fixture
def grade(assignment):
    """Grade a batch in this process."""

    def grade(batch):
        with Judge(assignment, hidden=True) as judge:
            return list(batch.written(judge.grade_all(batch.remaining())))

    return grade


def test_class_is_listed_once(opened, open_batch, class_folder):
    """From the first listing to the last submission, each folder of the class is opened once."""
    batch = open_batch()
    unchanged = list(batch.unchanged())

    remaining = [each.student for each in batch.remaining()]

    assert (unchanged, remaining) == ([], list(STUDENTS))
    assert opened[class_folder] == 1
    assert {opened[class_folder / student] for student in STUDENTS} == {1}


def test_submissions_are_those_that_were_listed(open_batch, class_folder, assignment):
    """What waits to be graded is what was found, whatever its file is called."""
    batch = open_batch()
    list(batch.unchanged())

    assert list(batch.remaining()) == list(
        submissions(class_folder, assignment.name, assignment.module)
    )


def test_what_changed_while_it_waited_is_graded_again(open_batch, grade, class_folder):
    """A file that changed before its turn counts as it then was."""
    batch = open_batch()
    list(batch.unchanged())
    file = class_folder / "kim" / "doubling.py"
    before = file.read_bytes()
    file.write_text("def double(x):\n    return 3 * x\n", encoding="utf-8")
    grade(batch)

    file.write_bytes(before)
    again = open_batch()
    kept = [report.student for report in again.unchanged()]

    assert kept == ["han", "lee"]
    assert list(again.remaining()) == [Submission("kim", file)]
