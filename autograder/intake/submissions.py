"""List one submission per student from a file or folder."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.attempts import Attempt
from autograder.intake.code import Code, Unreadable
from autograder.intake.locate import find, is_hidden
from autograder.intake.selection import Wanted, choose_in, may_be_work, stem_of
from autograder.intake.untrusted import printable


@dataclass(frozen=True, slots=True)
class Submission:
    """The submission of one student.

    ``path`` is the file to read, None when there is none to use; ``problem`` is the reason then,
    and a remark for the report otherwise. Where ``code`` has been taken from it already, the file
    is not read again. ``alone`` says that files beside it are other students'. Where the best of
    several ``attempts`` counts, they are named from the first to the latest.
    """

    student: str
    path: Path | None
    problem: str | None = None
    code: Code | None = None
    alone: bool = False
    attempts: tuple[Path, ...] = ()


class ClassList:
    """The submissions of a class, sorted by student and read lazily.

    No more is kept than a name per student, however many there are. Iterating again looks for
    everything again.

    Parameters
    ----------
    names : iterable of str
        Of the students' folders, in the order of the students.
    find : callable
        Looks for the submission in the folder of that name.
    loose : sequence of str
        Names of the files of code next to the folders.

    Attributes
    ----------
    loose : sequence of str
        The same.
    """

    def __init__(
        self,
        names: Iterable[str],
        find: Callable[[str], Submission],
        loose: Sequence[str] = (),
    ) -> None:
        self.loose = loose
        # as bytes: pathlib puts each text that it meets into a table for as long as the text lives
        self._names = [os.fsencode(name) for name in names]
        self._find = find

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Submission]:
        return map(self._find, map(os.fsdecode, self._names))


def submissions(
    path: Path,
    assignment: str,
    module: str,
    tasks: Iterable[str] = (),
    attempt: Attempt = "latest",
) -> ClassList:
    """List the submissions of a class.

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
        return _only(Submission(_owner(path, assignment, module), path, alone=True))
    names, folders = _listed(path)
    wanted = Wanted(module, tuple(tasks), attempt)
    name, note = choose_in(path, names, wanted)
    loose = [printable(each) for each in sorted(set(names) - set(folders)) if may_be_work(each)]
    students = _Students(path, folders, loose, assignment, wanted).submissions()
    if name and not any(each.path for each in students):
        file = path / name
        return _only(Submission(_owner(file, assignment, module), file, note))
    if not students:
        raise KitError(
            _(
                "{path}: no submissions; expected one folder per student that contains {file}"
            ).format(path=path, file=f"{module}.py")
        )
    return students


def _only(submission: Submission) -> ClassList:
    return ClassList([""], lambda _name: submission)


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """List the names in a folder, and which of them are students' folders."""
    names, folders = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                names.append(entry.name)
                if not is_hidden(entry.name) and entry.is_dir():
                    folders.append(entry.name)
    except OSError as error:
        raise Unreadable(
            _("{folder}: cannot be read: {reason}").format(
                folder=printable(folder.name), reason=error.strerror
            )
        ) from None
    return names, folders


def _owner(file: Path, assignment: str, module: str) -> str:
    if stem_of(file.name).lower() != module:
        return printable(stem_of(file.name))
    folder = file.absolute().parent
    if folder.name == assignment and folder.parent.name:
        folder = folder.parent
    return printable(folder.name or file.stem)


class _Students:
    """The folders of the students of a class."""

    def __init__(
        self, path: Path, folders: list[str], loose: list[str], assignment: str, wanted: Wanted
    ) -> None:
        self._path = path
        self._loose = loose
        self._folders = folders
        self._assignment = assignment
        self._wanted = wanted
        holders = Counter(map(printable, folders))
        self._alike = {student for student, number in holders.items() if number > 1}

    def submissions(self) -> ClassList:
        """List the submissions in the folders, sorted by student."""
        return ClassList(sorted(self._folders, key=self._student), self._find, self._loose)

    def _find(self, name: str) -> Submission:
        folder = self._path / name
        if folder.is_symlink():
            reason = _("{folder}: is a link; submit the folder itself")
            reason = reason.format(folder=printable(folder.name))
            return Submission(self._student(name), None, reason)
        path, note, attempts = find(folder, self._assignment, self._wanted)
        return Submission(self._student(name), path, note, attempts=attempts)

    def _student(self, name: str) -> str:
        """Name a student, with a suffix if several names look the same when printed."""
        student = printable(name)
        if student not in self._alike:
            return student
        return f"{student}~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"
