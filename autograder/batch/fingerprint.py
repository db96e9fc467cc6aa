"""The hash of all that decides a report, but for the submission itself."""

import hashlib
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from autograder import data
from autograder.course.root import Assignment
from autograder.course.secret import course_secret

_PROGRAM = Path(__file__).parent.parent
_ORACLE = "reference_impl"
_MISCONCEPTIONS = "misconceptions"
# code, sentences, pages and settings
_SUFFIXES = {".py", ".mo", ".jinja", ".css", ".ini"}
_NUMBERS = ("numpy", "scipy", "scikit-learn")


def fingerprint(assignment: Assignment) -> str:
    """Hash program, numeric packages, checks, oracle, model answer, manifest, data and secret.

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
        yield assignment.source  # the reference that answers for functions that are not right
        yield from _oracle(assignment.course / _ORACLE, assignment.module)


def _oracle(folder: Path, module: str) -> Iterator[Path]:
    """Yield the oracle; of the misconceptions, those of one assignment and what all share."""
    yield from sorted(folder.glob("*.py"))
    for pattern in ("*.py", "_*/*.py", f"{module}/*.py"):
        yield from sorted((folder / _MISCONCEPTIONS).glob(pattern))


def _data_files(assignment: Assignment) -> list[str]:
    """Name the prepared data; their folder is named after recipe, spec and checksums."""
    spec = assignment.manifest.data
    if spec is None:
        return []
    return [f"{path.parent.parent.name}/{path.name}" for path in data.load(spec).files.values()]
