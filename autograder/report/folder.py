"""The folder for the reports of a class."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from autograder.files import unwritable, write_atomically
from autograder.report.grades_csv import to_csv
from autograder.report.model import Report, to_json
from autograder.report.row import Row
from autograder.report.templates import to_html

TABLE = "grades.csv"
_UNSAFE = re.compile(r"[^\w.@+-]|^\.")
_MOST_BYTES = 200
_DIGITS = 16


class ReportFolder:
    """Writes reports atomically.

    Parameters
    ----------
    path : Path
        Made where it does not exist.

    Raises
    ------
    KitError
        The folder cannot be made or written to.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(path, error) from error

    def write(self, report: Report) -> None:
        """Write ``STUDENT.html`` and ``STUDENT.json``."""
        name = file_name(report.student)
        # in this order: where the JSON is there, so is the page
        self._write(f"{name}.html", to_html(report))
        self._write(f"{name}.json", to_json(report))

    def holds(self, report: Report) -> bool:
        """Return whether the files of this report exist."""
        name = file_name(report.student)
        try:
            written = (self.path / f"{name}.json").read_bytes()
        except OSError:
            return False
        return written == to_json(report) and (self.path / f"{name}.html").exists()

    def remove(self, student: str) -> None:
        """Delete ``STUDENT.html`` and ``STUDENT.json``."""
        for suffix in ("json", "html"):
            path = self.path / f"{file_name(student)}.{suffix}"
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise unwritable(path, error) from error

    def write_table(self, rows: Sequence[Row], tasks: Sequence[str] = ()) -> None:
        """Write ``grades.csv``; tasks are its columns, by default those of the first row."""
        self._write(TABLE, to_csv(rows, tasks))

    def _write(self, name: str, content: str | bytes) -> None:
        try:
            write_atomically(self.path / name, content)
        except OSError as error:
            raise unwritable(self.path / name, error) from error


def file_name(student: str) -> str:
    """Turn a student's name into a file name: odd characters become ``%`` and their code.

    Two students never share a name: where a long one is cut, a hash of it all takes the end.

    Examples
    --------
    >>> file_name("kim")
    'kim'
    >>> file_name("../a b")
    '%2E.%2Fa%20b'
    """
    name = _UNSAFE.sub(lambda match: "".join(f"%{b:02X}" for b in match[0].encode()), student)
    if len(name.encode()) <= _MOST_BYTES:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]
    beginning = name.encode()[: _MOST_BYTES - _DIGITS - 1].decode(errors="ignore")
    return f"{beginning}-{digest}"
