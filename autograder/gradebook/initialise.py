"""Make an nbgrader course of a course of the kit, or bring one up to date."""

import hashlib
import re
from pathlib import Path

import msgspec

from autograder.build.generators import generated
from autograder.build.notebooks import source_notebook
from autograder.course.nbgrader_link import LINK, Link, is_linked, linked
from autograder.course.root import Assignment, Course
from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.gradebook import configuration
from autograder.gradebook.book import url_of
from autograder.i18n import _

SOURCE = "source"


def initialise(
    folder: Path, course: Course, *, language: str | None, database: str | None
) -> tuple[list[Path], list[Path]]:
    """Write ``nbgrader_config.py``, ``source/`` and the tie to the kit's course.

    Submissions, grades, and files that the instructor has changed are not touched.

    Parameters
    ----------
    folder : Path
        The nbgrader course; made where it does not exist.
    course : Course
        Where the assignments come from. Its hidden checks and its oracle stay there.
    language : str or None
        Of what students read; None for the one chosen before.
    database : str or None
        URL of the gradebook; None for the one chosen before.

    Returns
    -------
    written : list of Path
        What was made or brought up to date.
    kept : list of Path
        What was left as the instructor changed it.

    Raises
    ------
    KitError
        An exercise is faulty, the URL is none, or the folder cannot be written.
    """
    before = linked(folder) if is_linked(folder) else Link(course="", language="en")
    database = database or before.database
    if database:
        url_of(database)
    wanted = {SOURCE / path: data for path, data in _sources(course, language or before.language)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written, kept = _write(folder, wanted, before)
        _configure(folder, database)
        link = Link(
            course=str(course.root),
            language=language or before.language,
            database=database,
            files={str(path): _digest(data) for path, data in wanted.items()},
        )
        write_atomically(folder / LINK, msgspec.json.format(msgspec.json.encode(link)) + b"\n")
    except OSError as error:
        text = _("{folder}: cannot be written: {reason}")
        raise KitError(text.format(folder=folder, reason=error.strerror)) from None
    return written, kept


def _sources(course: Course, language: str) -> list[tuple[Path, bytes]]:
    files = []
    for assignment in course.assignments:
        own = _files(assignment, language)
        files += [(assignment.name / path, data) for path, data in own.items()]
    return files


def _files(assignment: Assignment, language: str) -> dict[Path, bytes]:
    """Return what nbgrader's source folder holds: the students' files, and solutions in one.

    The script stays out: who gets a notebook hands in a notebook.
    """
    import nbformat

    files = generated(assignment)
    del files[Path(assignment.file)]
    notebook = source_notebook(assignment, language)
    return files | {Path(f"{assignment.module}.ipynb"): f"{nbformat.writes(notebook)}\n".encode()}


def _write(folder: Path, wanted: dict[Path, bytes], before: Link) -> tuple[list[Path], list[Path]]:
    written, kept = [], []
    for path, data in wanted.items():
        target = folder / path
        current = target.read_bytes() if target.is_file() else None
        if current == data:
            continue
        if current is not None and before.files.get(str(path)) != _digest(current):
            kept.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)
        written.append(path)
    return written, kept


def _configure(folder: Path, database: str | None) -> None:
    path = folder / configuration.FILE
    current = path.read_text(encoding="utf-8") if path.is_file() else None
    name = re.sub(r"[^\w-]+", "_", folder.resolve().name)
    text = configuration.configuration(current, name, database)
    if text != current:
        write_atomically(path, text)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
