"""Create an nbgrader course from a course of the kit, or update one."""

import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.converters import Autograde

from autograder.build.generators import generated
from autograder.build.notebooks import source_notebook
from autograder.build.release import preprocessors
from autograder.course.nbgrader_link import LINK, Link, is_linked, linked
from autograder.course.root import Assignment, Course
from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.gradebook.converter import GradeIsolated, SaveGrades, SubmissionExporter
from autograder.gradebook.database import parse_url
from autograder.gradebook.released import SUFFIX
from autograder.gradebook.source_merge import Digests, digests, merge
from autograder.i18n import _

SOURCE = "source"
CONFIGURATION = "nbgrader_config.py"
_BEGIN = "# >>> autograder: `autograder course init` rewrites these lines at every run"
_END = "# <<< autograder"
_BLOCK = re.compile(rf"{re.escape(_BEGIN)}\n.*?{re.escape(_END)}\n", re.DOTALL)
_SETTINGS = """\
from pathlib import Path

c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = {course_id!r}
{database}
# the answers in the source notebooks become stubs that tell "not started" from wrong
c.GenerateAssignment.preprocessors = {release}

# a student's answers are put into the released notebook before anything looks at them: its cells
# and their marks are the released ones, and only harmless outputs are left in it
c.Autograde.exporter_class = {exporter!r}
c.Autograde.sanitize_preprocessors = []

# graded in the sandbox, with the hidden checks, instead of by a kernel
c.Autograde.autograde_preprocessors = {grading}
"""
_OWN = """
# Your own settings go below this line, and stay.

# Take the # off the next line to have the notebooks run by a kernel again:
# del c.Autograde.autograde_preprocessors
"""


def initialise(
    folder: Path, course: Course, *, language: str | None, database: str | None
) -> tuple[list[Path], list[str]]:
    """Write ``nbgrader_config.py``, ``source/`` and the link to the kit's course.

    Submissions and grades are not touched. In a notebook that the instructor has changed, the kit's
    cells follow the kit, and everything of the instructor's stays; other changed files are kept.

    Parameters
    ----------
    folder : Path
        The nbgrader course; created if it does not exist.
    course : Course
        The source of the assignments. Hidden checks and reference implementation are not copied.
    language : str or None
        Of everything that students read; None for the one chosen before.
    database : str or None
        URL of the gradebook; None for the one chosen before.

    Returns
    -------
    written : list of Path
        The files that were created or updated.
    kept : list of str
        The files and cells that the instructor had changed, which were left alone though the kit's
        are different.

    Raises
    ------
    KitError
        An exercise is faulty, the URL is invalid, or the folder cannot be written.
    """
    before = linked(folder) if is_linked(folder) else Link(course="", language="en")
    database = database or before.database
    if database:
        parse_url(database)
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
            cells=_cells(wanted, kept, before),
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
    """Return the files of nbgrader's source folder: the students' files, and the solutions.

    The script is left out: students who get a notebook submit a notebook.
    """
    files = generated(assignment)
    del files[Path(assignment.file)]
    notebook = source_notebook(assignment, language)
    return files | {Path(f"{assignment.module}{SUFFIX}"): _written(notebook)}


def _write(folder: Path, wanted: dict[Path, bytes], before: Link) -> tuple[list[Path], list[str]]:
    written, kept = list[Path](), list[str]()
    for path, data in wanted.items():
        target = folder / path
        current = target.read_bytes() if target.is_file() else None
        if (
            current is not None
            and current != data
            and before.files.get(str(path)) != _digest(current)
        ):
            data, conflicts = _merged(current, data, before.cells.get(str(path)), path)
            kept += conflicts
        if current == data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)
        written.append(path)
    return written, kept


def _cells(wanted: dict[Path, bytes], kept: list[str], before: Link) -> dict[str, Digests]:
    """Return what the next merge starts from: what has been merged or written by now."""
    cells = {str(p): digests(_notebook(d)) for p, d in wanted.items() if p.suffix == SUFFIX}
    for path in cells.keys() & set(kept):  # as a whole: it still holds the cells of before
        cells[path] = before.cells.get(path, {})
    return {path: found for path, found in cells.items() if found}


def _merged(
    current: bytes, wanted: bytes, before: Digests | None, path: Path
) -> tuple[bytes, list[str]]:
    """Merge a file that the instructor has changed; return it, and what was kept of it."""
    if path.suffix != SUFFIX or before is None:
        return current, [str(path)]
    try:
        notebook = _notebook(current)
    except ValueError:  # the instructor will see why when it is opened
        return current, [str(path)]
    if not all(cell.get("id") for cell in notebook.cells):  # saved by an old Jupyter
        return current, [str(path)]
    unchanged = _written(notebook)
    merged, conflicts = merge(notebook, _notebook(wanted), before)
    data = _written(merged)
    return (
        current if data == unchanged else data,
        [_("{file}, cell `{cell}`").format(file=path, cell=cell) for cell in conflicts],
    )


def _notebook(data: bytes) -> Any:
    import nbformat

    return nbformat.reads(data.decode(), as_version=4)


def _written(notebook: Any) -> bytes:
    import nbformat

    return f"{nbformat.writes(notebook)}\n".encode()


def _configure(folder: Path, database: str | None) -> None:
    path = folder / CONFIGURATION
    current = path.read_text(encoding="utf-8") if path.is_file() else None
    name = re.sub(r"[^\w-]+", "_", folder.resolve().name)
    text = configuration(current, name, database)
    if text != current:
        write_atomically(path, text)


def configuration(current: str | None, course_id: str, database: str | None) -> str:
    """Return ``nbgrader_config.py`` with the kit's block replaced, the instructor's lines kept.

    Parameters
    ----------
    current : str or None
        The current text of the file; None if it does not exist.
    course_id : str
        nbgrader's name for the course.
    database : str or None
        URL of the gradebook; None for nbgrader's own choice, a file in the course.
    """
    block = f"{_BEGIN}\n{_settings(course_id, database)}{_END}\n"
    if current is None:
        return block + _OWN
    if _BLOCK.search(current):
        return _BLOCK.sub(lambda _match: block, current, count=1)
    return f"{block}\n{current}"


def _settings(course_id: str, database: str | None) -> str:
    return _SETTINGS.format(
        course_id=course_id,
        database=f"c.CourseDirectory.db_url = {database!r}\n" if database else "",
        release=_listed(preprocessors()),
        exporter=_dotted(SubmissionExporter),
        grading=_listed(_own_steps(Autograde.class_traits()["autograde_preprocessors"].default())),
    )


def _own_steps(usual: list[type]) -> list[type]:
    """Return nbgrader's steps, with the kit's in place of the kernel and of saving."""
    steps: list[type] = []
    for step in usual:
        match step.__name__:
            case "Execute":
                steps.append(GradeIsolated)
            case "SaveAutoGrades":
                steps.append(SaveGrades)
            case "AssignLatePenalties" | "CheckCellMetadata":
                pass
            case _:
                steps.append(step)
    return steps


def _listed(steps: list[type]) -> str:
    lines = "".join(f"    {_dotted(step)!r},\n" for step in steps)
    return f"[\n{lines}]"


def _dotted(step: type) -> str:
    package, _dot, module = step.__module__.rpartition(".")
    public = package if package in ("nbgrader.preprocessors", "nbconvert.preprocessors") else None
    return f"{public or f'{package}.{module}'}.{step.__name__}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
