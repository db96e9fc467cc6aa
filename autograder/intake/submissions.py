"""Who handed in what: from a file or a folder to one submission per student."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

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


def submissions(path: Path, assignment: str, module: str) -> Sequence[Submission]:
    """List the submissions of a class, sorted by student; each is looked for when it is taken.

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
    students = _Class(path, assignment, module)
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


class _Class(Sequence[Submission]):
    """The students of a folder: no more than their names are kept, however many they are."""

    def __init__(self, path: Path, assignment: str, module: str) -> None:
        self._path = path
        self._assignment = assignment
        self._module = module
        with os.scandir(path) as entries:
            names = [each.name for each in entries if not is_hidden(each.name) and each.is_dir()]
        holders = Counter(map(printable, names))
        self._alike = {student for student, number in holders.items() if number > 1}
        # as bytes: pathlib puts each text that it meets into a table for as long as the text lives
        self._names = [os.fsencode(name) for name in sorted(names, key=self._student)]

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, index: int) -> Submission: ...
    @overload
    def __getitem__(self, index: slice) -> list[Submission]: ...
    def __getitem__(self, index: int | slice) -> Submission | list[Submission]:
        if isinstance(index, slice):
            return [self._of(os.fsdecode(name)) for name in self._names[index]]
        return self._of(os.fsdecode(self._names[index]))

    def __iter__(self) -> Iterator[Submission]:
        return map(self._of, map(os.fsdecode, self._names))

    def _of(self, name: str) -> Submission:
        folder = self._path / name
        if folder.is_symlink():
            reason = _("{folder}: is a link; hand in the folder itself")
            reason = reason.format(folder=printable(str(folder)))
            return Submission(self._student(name), None, reason)
        found, problem = find(folder, self._assignment, self._module)
        return Submission(self._student(name), found, problem)

    def _student(self, name: str) -> str:
        """Name a student; one of several whose names look the same when printed gets his own."""
        student = printable(name)
        if student not in self._alike:
            return student
        return f"{student}~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"
