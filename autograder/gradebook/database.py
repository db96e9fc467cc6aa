"""The database of a gradebook: opened once for a class, with errors an instructor can act on."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import (
    Assignment,
    BaseCell,
    Gradebook,
    InvalidEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.api import Grade as GradeOfCell
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import URL, make_url
from sqlalchemy import text as sql
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from autograder.build.notebooks import check_id
from autograder.errors import KitError
from autograder.i18n import _
from autograder.report.gradebook_table import Grade, GradedClass

Cells = list[tuple[str, float, float]]  # name, score and extra credit

# The tables that nbgrader searches, and by which column. Without an index it reads the whole table
# each time: for 3,000 submissions its export took eight times as long.
_INDEXED = {
    "submitted_notebook": "assignment_id",
    "grade": "notebook_id",
    "comment": "notebook_id",
}


class GradebookDatabase:
    """The gradebook of a course.

    Parameters
    ----------
    directory : nbgrader.coursedir.CourseDirectory
        Of the course.

    Attributes
    ----------
    url : str
        The URL, without a password.

    Raises
    ------
    KitError
        No database can be reached by the URL.
    """

    def __init__(self, directory: CourseDirectory) -> None:
        self._directory = directory
        self._url = parse_url(directory.db_url)
        self._identity: tuple[int, int] | None = None
        self.url = self._url.render_as_string(hide_password=True)

    @contextmanager
    def open(self) -> Iterator[Any]:
        """Open the gradebook, once for all submissions.

        Raises
        ------
        KitError
            It cannot be opened, or becomes unusable while it is open.
        """
        text = _("The gradebook {url} cannot be opened: {reason}")
        try:
            with (
                _quiet(),
                Gradebook(self._directory.db_url, self._directory.course_id) as gradebook,
            ):
                _index(gradebook.db)
                # nbgrader commits at every step; here a submission is committed as a whole
                gradebook.db.commit = gradebook.db.flush
                # rows of one submission are not needed again
                gradebook.db().expire_on_commit = False
                text = _(
                    "The gradebook {url} can no longer be used: {reason}. Grades saved "
                    "so far are kept; run the same command again to grade the rest."
                )
                self._identity = _identity(self._url)
                yield gradebook
        except (SQLAlchemyError, InvalidEntry) as error:
            self._require_same_file()
            reason = _reason(error.__context__ if isinstance(error, InvalidEntry) else error)
            raise KitError(text.format(url=self.url, reason=reason)) from error

    def commit(self, gradebook: Any) -> None:
        """Commit the changes.

        Raises
        ------
        KitError
            The file was replaced: SQLite would go on writing into the old one, which has no name
            any more.
        """
        gradebook.db().commit()
        self._require_same_file()

    def _require_same_file(self) -> None:
        if self._identity not in (None, _identity(self._url)):
            text = _(
                "The gradebook {url} was deleted or replaced while grades were being "
                "written. Restore the right file and run the same command again."
            )
            raise KitError(text.format(url=self.url))


def read_grades(
    gradebook: Any, assignment: str, tasks: Iterable[str], unknown: list[str]
) -> GradedClass:
    """Read the grades of all students for an assignment.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        The open gradebook.
    assignment : str
        Name of the assignment.
    tasks : iterable of str
        Names of its tasks.
    unknown : list of str
        Students that were added to the gradebook in this run.
    """
    database = gradebook.db
    submitted = _submissions(database, assignment)
    cells = _cells(database, assignment)
    task_cells = {check_id(task): task for task in tasks}
    grades = []
    students = database.query(Student.id, Student.last_name, Student.first_name)
    for student, last, first in students.order_by(Student.id):
        grade = Grade(student=student, name=", ".join(part for part in (last, first) if part))
        fields = {"missing": True}
        if student in submitted:
            fields = submitted[student] | _points(cells[student], task_cells)
        grades.append(msgspec.structs.replace(grade, **fields))
    maximum = gradebook.find_assignment(assignment).max_score
    return GradedClass(grades=grades, maximum=maximum, unknown=unknown)


def _submissions(database: Any, assignment: str) -> dict[str, dict[str, Any]]:
    """Return the fields of a grade that nbgrader keeps per submission, by student."""
    rows = (
        database.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.score,
            SubmittedAssignment.late_submission_penalty,
            SubmittedAssignment.needs_manual_grade,
        )
        .join(Assignment)
        .filter(Assignment.name == assignment)
    )
    return {
        student: {
            "penalty": penalty or 0.0,
            "score": max(0.0, score - (penalty or 0.0)),
            "pending": bool(pending),
        }
        for student, score, penalty, pending in rows
    }


def _cells(database: Any, assignment: str) -> dict[str, Cells]:
    """Return name, score and extra credit of the graded cells of each student."""
    rows = (
        database.query(
            SubmittedAssignment.student_id,
            BaseCell.name,
            GradeOfCell.score,
            GradeOfCell.extra_credit,
        )
        .select_from(GradeOfCell)
        .join(SubmittedNotebook, SubmittedNotebook.id == GradeOfCell.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(BaseCell, BaseCell.id == GradeOfCell.cell_id)
        .filter(Assignment.name == assignment)
    )
    cells: dict[str, Cells] = defaultdict(list)
    for student, name, score, extra in rows:
        cells[student].append((name, score, extra or 0.0))
    return cells


def _points(cells: Cells, task_cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a grade that are sums of its cells."""
    tasks = {task_cells[name]: score - extra for name, score, extra in cells if name in task_cells}
    other = sum(score - extra for name, score, extra in cells if name not in task_cells)
    return {"tasks": tasks, "other": other, "extra": sum(extra for _name, _score, extra in cells)}


def parse_url(text: str) -> URL:
    """Parse the URL of a gradebook.

    Raises
    ------
    KitError
        It is not a URL, or the driver of such a database is not installed.
    """
    try:
        url = make_url(text)
        url.get_dialect().import_dbapi()
    except (ArgumentError, ImportError) as error:
        message = _(
            "The gradebook's URL does not work: {reason}. The URL of a PostgreSQL "
            "database starts with postgresql+psycopg:///"
        )
        raise KitError(message.format(reason=error)) from error
    return url


def _index(database: Any) -> None:
    """Create the indexes with which the rows of a submission are found."""
    for table, column in _INDEXED.items():
        name = f"autograder_{table}_{column}"
        database.execute(sql(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))
    database.commit()


def _reason(error: BaseException | None) -> str:
    """Return the first line of the database's own message."""
    return str(getattr(error, "orig", None) or error).partition("\n")[0]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep nbgrader from logging a failed write itself, with a traceback."""
    log = logging.getLogger("tornado.application")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _identity(url: URL) -> tuple[int, int] | None:
    """Return the identity of a database file; None where there is no file to look at."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    try:
        status = Path(url.database).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
