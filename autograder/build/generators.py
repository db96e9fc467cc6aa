"""What an assignment folder is made of: each generator makes some of its files."""

from collections.abc import Callable
from pathlib import Path

from autograder.build.manifest import student_manifest
from autograder.build.stub import stub
from autograder.course.root import MANIFEST, Assignment
from autograder.errors import KitError
from autograder.i18n import _

Files = dict[Path, bytes]
Generator = Callable[[Assignment], Files]

HANDOUTS = ("handout.md", "handout.ko.md")


def generated(assignment: Assignment) -> Files:
    """Return all files of an assignment, by their path in its folder."""
    files: Files = {}
    for generator in GENERATORS:
        files |= generator(assignment)
    return files


def _stub(assignment: Assignment) -> Files:
    source = _text(assignment.source)
    tasks = [task.name for task in assignment.tasks]
    return {Path(assignment.file): stub(source, tasks, assignment.source).encode()}


def _visible_checks(assignment: Assignment) -> Files:
    return {Path(assignment.visible.name): _read(assignment.visible)}


def _handouts(assignment: Assignment) -> Files:
    return {Path(name): _read(assignment.folder / name) for name in HANDOUTS}


def _manifest(assignment: Assignment) -> Files:
    return {Path(MANIFEST): student_manifest(assignment.manifest).encode()}


def _text(path: Path) -> str:
    try:
        return _read(path).decode()
    except UnicodeDecodeError:
        raise KitError(_("{file}: is not UTF-8 text; save it as UTF-8").format(file=path)) from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KitError(
            _("{file}: cannot be read: {reason}").format(file=path, reason=error.strerror)
        ) from None


GENERATORS: tuple[Generator, ...] = (_stub, _visible_checks, _handouts, _manifest)
