"""The second part of benchmarks/year.py: a gradebook of nbgrader with the grades of a year."""

import itertools
import os
import sqlite3
import subprocess
import sys
import uuid
import warnings
from contextlib import closing
from pathlib import Path
from typing import Any

from autograde import prepare
from timed import timed

from autograder.course.root import Assignment
from autograder.gradebook.database import GradebookDatabase
from autograder.gradebook.settings import Settings

Rows = list[tuple[str, tuple[Any, ...]]]

FEW = 20
# what a grading writes, by the column that says whose it is
TABLES = {
    "student": "id",
    "submitted_assignment": "student_id",
    "submitted_notebook": "assignment_id",
    "grade": "notebook_id",
    "comment": "notebook_id",
}


def measure(assignment: Assignment, folder: Path, number: int) -> None:
    """Fill a gradebook, and measure what it takes to use it."""
    course = folder / "course"
    prepare(folder / "kit", course, assignment, FEW)
    run(course, "autograder", "grade", "--assignment", assignment.name)
    database = course / "gradebook.db"
    print(f"\nThe gradebook: the rows of {FEW} who were graded, copied to the names of the others")
    fill(database, number)
    print(f"{database.stat().st_size / 1e6:8.1f} MB on disk")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, about its database library
        use(GradebookDatabase(Settings(course).directory), assignment, number)
    with timed("nbgrader export"):
        run(course, "nbgrader", "export")
    assert len((course / "grades.csv").read_text(encoding="utf-8").splitlines()) == number + 1


def fill(database: Path, number: int) -> None:
    """Copy the rows of those who were graded, in turns, to students of other names."""
    with closing(sqlite3.connect(database)) as connection, connection:
        students = connection.execute("select id from student").fetchall()
        graded = [rows_of(connection, student) for (student,) in students]
        for new, rows in zip(range(number - len(graded)), itertools.cycle(graded), strict=False):
            write_copy(connection, f"student_{new:05}", rows)


def rows_of(connection: sqlite3.Connection, student: str) -> Rows:
    """Return all rows of a student, each with its table; the student's own is the first."""
    found, known = [], {student}
    for table, column in TABLES.items():
        for owner in tuple(known):
            rows = connection.execute(f"select * from {table} where {column} = ?", (owner,))
            found += [(table, row) for row in rows]
        known.update(row[0] for _table, row in found)
    return found


def write_copy(connection: sqlite3.Connection, student: str, rows: Rows) -> None:
    """Write rows once more, under names of their own."""
    names = {row[0]: uuid.uuid4().hex for _table, row in rows} | {rows[0][1][0]: student}
    for table, row in rows:
        places = ", ".join("?" * len(row))
        cells = [names.get(cell, cell) for cell in row]
        connection.execute(f"insert into {table} values ({places})", cells)


def use(database: GradebookDatabase, assignment: Assignment, number: int) -> None:
    """Open it, and ask for what formgrader shows in its lists."""
    with timed("open it, and look for the assignment"), database.open() as gradebook:
        gradebook.find_assignment(assignment.name)
    with database.open() as gradebook:
        with timed("formgrader's list of students (student_dicts)"):
            assert len(gradebook.student_dicts()) == number
        with timed("formgrader's list of submissions (submission_dicts)"):
            assert len(gradebook.submission_dicts(assignment.name)) == number
        with timed("formgrader's list of one notebook (notebook_submission_dicts)"):
            gradebook.notebook_submission_dicts(assignment.module, assignment.name)
        with timed("formgrader's line of the assignment (averages)"):
            gradebook.find_assignment(assignment.name).to_dict()
            gradebook.average_assignment_score(assignment.name)


def run(course: Path, *words: str) -> None:
    """Run a Python command in the course."""
    # nbgrader runs alembic, which lies beside the interpreter
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        [sys.executable, "-m", *words],
        cwd=course, env={**os.environ, "PATH": path}, check=True, capture_output=True,
    )  # fmt: skip
