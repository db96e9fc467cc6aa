"""Hash of everything that determines a report except the submission."""

import hashlib
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from autograder import data
from autograder.course.root import REFERENCE, Assignment
from autograder.course.secret import course_secret
from autograder.misconceptions import FOLDER as MISCONCEPTIONS

_PROGRAM = Path(__file__).parent.parent
# code, sentences, pages and settings
_SUFFIXES = {".py", ".mo", ".jinja", ".css", ".ini"}
_NUMBERS = ("numpy", "scipy", "scikit-learn")


def fingerprint(assignment: Assignment) -> str:
    """Hash the program, numeric packages, checks, references, manifest, data and secret.

    Two grading processes with the same fingerprint give the same report for a submission. A
    changed hidden check, or misconception, changes the fingerprint of its own assignment only.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    """
    digest = hashlib.sha256(course_secret(assignment.course))
    for path in _files(assignment):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    versions = [platform.python_version(), *map(version, _NUMBERS)]
    digest.update("\0".join(versions).encode())
    digest.update(repr(assignment.manifest).encode())
    digest.update("\0".join(_data_files(assignment)).encode())
    return digest.hexdigest()


def _files(assignment: Assignment) -> Iterator[Path]:
    yield from sorted(path for path in _PROGRAM.rglob("*") if path.suffix in _SUFFIXES)
    yield assignment.visible
    if assignment.hidden is not None:
        yield from sorted(assignment.hidden.glob("*.py"))
    if assignment.course is not None:
        if assignment.source.is_file():  # it answers for functions that are not right
            yield assignment.source
        yield from _reference(assignment.course / REFERENCE, assignment.module)


def _reference(folder: Path, module: str) -> Iterator[Path]:
    """Yield all reference implementations, which use each other, and one's misconceptions."""
    for pattern in ("*.py", "*/*.py", f"{module}/{MISCONCEPTIONS}/*.py"):
        yield from sorted(folder.glob(pattern))


def _data_files(assignment: Assignment) -> list[str]:
    """Name the prepared data; their folder is named after recipe, spec and checksums."""
    spec = assignment.manifest.data
    if spec is None:
        return []
    files = data.load(**msgspec.structs.asdict(spec)).files.values()
    return [f"{path.parent.parent.name}/{path.name}" for path in files]
