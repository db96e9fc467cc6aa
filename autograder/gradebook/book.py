"""The gradebook of a course while it is open, and what is said when it goes away."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import URL, make_url
from sqlalchemy import text as sql
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from autograder.errors import KitError
from autograder.i18n import _

# What nbgrader looks up by which column. It has no index for it, and reads the whole table instead,
# time after time: for 3,000 submissions its export took eight times as long.
_LOOKED_UP = {
    "submitted_notebook": "assignment_id",
    "grade": "notebook_id",
    "comment": "notebook_id",
}


class Book:
    """Where the grades of a course go.

    Parameters
    ----------
    directory : nbgrader.coursedir.CourseDirectory
        Of the course.

    Attributes
    ----------
    place : str
        The URL, without a password.

    Raises
    ------
    KitError
        No database can be reached by the URL.
    """

    def __init__(self, directory: CourseDirectory) -> None:
        self._directory = directory
        self._url = url_of(directory.db_url)
        self._identity: tuple[int, int] | None = None
        self.place = self._url.render_as_string(hide_password=True)

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """Open the gradebook, once for all submissions.

        Raises
        ------
        KitError
            It cannot be opened, or cannot be used any more.
        """
        text = _("The gradebook {url} cannot be opened: {reason}")
        try:
            with (
                _quiet(),
                Gradebook(self._directory.db_url, self._directory.course_id) as gradebook,
            ):
                _index(gradebook.db)
                # nbgrader commits at every step; here all of a submission is written at once
                gradebook.db.commit = gradebook.db.flush
                # what was read of one submission is not looked at again
                gradebook.db().expire_on_commit = False
                text = _(
                    "The gradebook {url} cannot be used any more: {reason}. The grades that were "
                    "kept before stay; the same command does the rest."
                )
                self._identity = _identity(self._url)
                yield gradebook
        except (SQLAlchemyError, InvalidEntry) as error:
            self._require_same_file()
            reason = _reason(error.__context__ if isinstance(error, InvalidEntry) else error)
            raise KitError(text.format(url=self.place, reason=reason)) from error

    def commit(self, gradebook: Any) -> None:
        """Write down what was changed.

        Raises
        ------
        KitError
            The file is not the one that was opened: SQLite would go on writing into the old one,
            which nobody can find any more.
        """
        gradebook.db().commit()
        self._require_same_file()

    def _require_same_file(self) -> None:
        if self._identity not in (None, _identity(self._url)):
            text = _(
                "The gradebook {url} was deleted or replaced while grades were written. Put the "
                "right file there and give the same command again."
            )
            raise KitError(text.format(url=self.place))


def url_of(text: str) -> URL:
    """Read the URL of a gradebook.

    Raises
    ------
    KitError
        It is none, or what speaks with such a database is not installed.
    """
    try:
        url = make_url(text)
        url.get_dialect().import_dbapi()
    except (ArgumentError, ImportError) as error:
        said = _(
            "No gradebook can be reached by its URL: {reason}. That of a database in PostgreSQL "
            "begins with postgresql+psycopg:///"
        )
        raise KitError(said.format(reason=error)) from error
    return url


def _index(database: Any) -> None:
    """Let the database find the rows of a submission."""
    for table, column in _LOOKED_UP.items():
        name = f"autograder_{table}_{column}"
        database.execute(sql(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))
    database.commit()


def _reason(error: BaseException | None) -> str:
    """Say what the database itself said."""
    return str(getattr(error, "orig", None) or error).partition("\n")[0]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep nbgrader from telling of a failed write by itself, with a traceback."""
    log = logging.getLogger("tornado.application")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _identity(url: URL) -> tuple[int, int] | None:
    """Tell one file from another; a server keeps its own files."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    try:
        status = Path(url.database).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
