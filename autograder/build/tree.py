"""Update ``assignments/`` from ``solutions/``, or report what is out of date."""

from collections.abc import Iterator
from pathlib import Path

from autograder.build.generators import generated
from autograder.course.root import Course
from autograder.files import write_atomically
from autograder.i18n import _

ASSIGNMENTS = "assignments"


def build(course: Course, target: Path | None = None) -> list[Path]:
    """Write the students' folders, by default to ``assignments/``; return the changes.

    Files in these folders that are not generated are removed. Nothing is written when an exercise
    is faulty.

    Raises
    ------
    KitError
        naming file and line of what is wrong in an exercise.
    """
    target = target or course.root / ASSIGNMENTS
    wanted = _wanted(course, target)
    changed = [path for path, content in wanted.items() if _content(path) != content]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, wanted[path])
    strays = [
        path
        for assignment in course.assignments
        for path in _files(target / assignment.name)
        if path not in wanted
    ]
    for path in strays:
        path.unlink()
    return sorted(changed + strays)


def check(course: Course, target: Path | None = None) -> list[str]:
    """Return one sentence per file that is missing, out of date or not generated."""
    target = target or course.root / ASSIGNMENTS
    wanted = _wanted(course, target)
    differences = [
        (path, _("{file}: is missing") if _content(path) is None else _("{file}: is out of date"))
        for path, content in wanted.items()
        if _content(path) != content
    ]
    strays = [path for path in _files(target) if path not in wanted]
    differences += [(path, _("{file}: is not generated from solutions/")) for path in strays]
    return [
        sentence.format(file=path.relative_to(target.parent).as_posix())
        for path, sentence in sorted(differences)
    ]


def _wanted(course: Course, target: Path) -> dict[Path, bytes]:
    return {
        target / assignment.name / path: content
        for assignment in course.assignments
        for path, content in generated(assignment).items()
    }


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, ignoring caches left by tools."""
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        if not path.is_dir() and not any(p.startswith((".", "__pycache__")) for p in inside):
            yield path
