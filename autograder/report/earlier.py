"""The reports that earlier runs left in a folder: nothing in it is overwritten unnoticed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from autograder.errors import KitError
from autograder.files import read_bytes
from autograder.i18n import _
from autograder.report.folder import TABLE, ReportFolder, file_name
from autograder.report.model import from_json
from autograder.report.row import Row, row_of

_MOST_NAMES = 10


class _Heading(msgspec.Struct):
    """What tells a report from any other JSON file, and whose it is."""

    schema_version: int
    student: str
    assignment: str


class EarlierReports:
    """The rows of all students who have a report in a folder.

    Parameters
    ----------
    folder : ReportFolder
        The folder, locked by this process.
    assignment : str
        Which assignment is about to be graded into it.

    Raises
    ------
    KitError
        The folder holds reports of another assignment, or one that cannot be read.
    """

    def __init__(self, folder: ReportFolder, assignment: str) -> None:
        self._folder = folder
        self._rows: dict[str, Row] = {}
        for path, heading in _reports(folder.path):
            if heading.assignment != assignment:
                raise _other_assignment(folder.path, heading.assignment, assignment)
            if path.name == f"{file_name(heading.student)}.json":
                self._rows[heading.student] = _row(path)

    def others(self, rows: Sequence[Row]) -> list[str]:
        """List the students with an earlier report who are not among these rows."""
        return sorted(self._rows.keys() - {row.student for row in rows})

    def remove(self, students: Sequence[str]) -> None:
        """Delete the reports of students, and forget their rows."""
        for student in students:
            self._folder.remove(student)
            del self._rows[student]

    def write_table(self, rows: Sequence[Row]) -> None:
        """Write ``grades.csv`` with these rows, and the earlier rows of all other students."""
        together = [*rows, *(self._rows[student] for student in self.others(rows))]
        # new rows first: their assignment decides about the order of the tasks
        tasks = list(dict.fromkeys(task.name for row in together for task in row.tasks))
        self._folder.write_table(sorted(together, key=lambda row: row.student), tasks)


def kept_rows(rows: Sequence[Row], others: Sequence[str]) -> str:
    """Say how many rows were updated, and that the others were not."""
    text = _("Updated {n} of {all} rows in {file}; the others are unchanged.")
    return text.format(n=len(rows), all=len(rows) + len(others), file=TABLE)


def missing_students(path: Path, students: Sequence[str]) -> str:
    """Say whose reports belong to no submission of the class, and how to remove them."""
    text = _(
        "No submission in {path} from: {names}. Their reports and rows are kept; to remove "
        "them, run the same command with --prune."
    )
    return text.format(path=path, names=_names(students))


def removed_students(students: Sequence[str]) -> str:
    """Say whose reports and rows were removed."""
    return _("Removed the reports and rows of: {names}.").format(names=", ".join(students))


def _names(students: Sequence[str]) -> str:
    shown, hidden = students[:_MOST_NAMES], len(students) - _MOST_NAMES
    names = ", ".join(shown)
    return names if hidden <= 0 else _("{names} and {n} more").format(names=names, n=hidden)


def _reports(folder: Path) -> Iterator[tuple[Path, _Heading]]:
    for path in sorted(folder.glob("*.json")):
        try:
            yield path, msgspec.json.decode(read_bytes(path), type=_Heading)
        except msgspec.ValidationError:
            continue  # a JSON file, but not a report
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise _unreadable(path) from None


def _row(path: Path) -> Row:
    try:
        return row_of(from_json(read_bytes(path), path.name))
    except KitError:
        raise _unreadable(path) from None


def _unreadable(path: Path) -> KitError:
    text = _(
        "{file}: is not a report of this version, so its row would be lost. Move it away or "
        "choose another folder with --out."
    )
    return KitError(text.format(file=path))


def _other_assignment(folder: Path, found: str, assignment: str) -> KitError:
    text = _(
        "{folder} holds the reports of {found}. Choose another folder for {assignment}, e.g. "
        "--out {example}."
    )
    example = folder.parent / assignment if folder.name == found else folder / assignment
    return KitError(text.format(folder=folder, found=found, assignment=assignment, example=example))
