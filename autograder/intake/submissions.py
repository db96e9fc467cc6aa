"""Who handed in what: from a file or a folder to one submission per student."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.choice import choose, names_in
from autograder.intake.code import Code
from autograder.intake.find import find, is_hidden
from autograder.intake.printable import printable


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in.

    ``path`` is the file to read, None when there is none to use; ``problem`` is the reason then,
    and a remark for the report otherwise. Where ``code`` has been taken from it already, the file
    is not read again.
    """

    student: str
    path: Path | None
    problem: str | None = None
    code: Code | None = None


def submissions(path: Path, assignment: str, module: str) -> list[Submission]:
    """List the submissions of a class, sorted by student.

    ``path`` is a folder with one folder per student, in which the module's file lies directly, in
    a folder named after the assignment (nbgrader's ``submitted/``) or further below. Or it is a
    single submission: a file, or the folder that directly holds it. Its student is then the
    folder that a file ``<module>.py`` lies in (the one above where that is the assignment's),
    and the name of the file where it has another name.

    Raises
    ------
    KitError
        when the path does not exist, or when no student is there.
    """
    if not path.is_dir():
        if not os.path.lexists(path):
            raise KitError(_("{path}: does not exist").format(path=path))
        return [Submission(_owner(path, assignment, module), path)]
    name, note = choose(path, names_in(path), module)
    students = sorted(_students(path, assignment, module), key=lambda each: each.student)
    if name and not any(each.path for each in students):
        file = path / name
        return [Submission(_owner(file, assignment, module), file, note)]
    if not students:
        raise KitError(
            _(
                "{path}: holds no submissions; expected one folder per student, with {file} in it"
            ).format(path=path, file=f"{module}.py")
        )
    return students


def _owner(file: Path, assignment: str, module: str) -> str:
    if file.stem != module:
        return printable(file.stem)
    folder = file.absolute().parent
    if folder.name == assignment and folder.parent.name:
        folder = folder.parent
    return printable(folder.name or file.stem)


def _students(path: Path, assignment: str, module: str) -> Iterator[Submission]:
    with os.scandir(path) as entries:
        folders = [each for each in entries if not is_hidden(each.name) and each.is_dir()]
    holders = Counter(printable(entry.name) for entry in folders)
    for entry in folders:
        student = printable(entry.name)
        if holders[student] > 1:
            student = _told_apart(student, entry.name)
        if entry.is_symlink():
            reason = _("{folder}: is a link; hand in the folder itself")
            reason = reason.format(folder=printable(entry.path))
            yield Submission(student, None, reason)
        else:
            found, problem = find(Path(entry.path), assignment, module)
            yield Submission(student, found, problem)


def _told_apart(student: str, name: str) -> str:
    """Give one of several students, whose names look the same when printed, a name of his own."""
    return f"{student}~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"
