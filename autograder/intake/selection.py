"""Which of several files is the one to read: one rule for folders, archives and both kinds."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.attempts import Attempt
from autograder.intake.code import Unreadable
from autograder.intake.untrusted import printable, read_file

SCRIPT, NOTEBOOK, ARCHIVE = ".py", ".ipynb", ".zip"
# of a notebook most may be outputs, which are left out
LARGEST = {SCRIPT: 1_000_000, NOTEBOOK: 60_000_000, ARCHIVE: 20_000_000}
# what browsers and mail programs add to a name
_ENDINGS = {
    SCRIPT: SCRIPT,
    SCRIPT + ".txt": SCRIPT,
    NOTEBOOK: NOTEBOOK,
    NOTEBOOK + ".json": NOTEBOOK,
    NOTEBOOK + ".txt": NOTEBOOK,
    ARCHIVE: ARCHIVE,
}
# in a notebook the quote is escaped; a traceback among its outputs has colours in between
_STUB = re.compile(rb'raise NotImplementedError\(\\?"(\w+)[\w.]*: not written yet')
_NUMBER = re.compile(r"[ _-]*(?:\(\d+\)|\d+|copy\d*|복사본)+$", re.IGNORECASE)
_COUNT = re.compile(r"\d+")
_NAMED = 3
_MOST_FILES = 20
# what a student has put into many files must not keep the judge busy
_MOST_BYTES = 100_000_000


class Wanted(NamedTuple):
    """What a student was to submit.

    Attributes
    ----------
    module : str
        Name of the file, without its ending.
    tasks : tuple of str
        What it has to define; without any only the name decides.
    attempt : str
        Which of several folders with the file is read: the ``"latest"``, the ``"first"``, or the
        ``"best"``, for which all have to be graded.
    """

    module: str
    tasks: tuple[str, ...] = ()
    attempt: Attempt = "latest"


class Choice(NamedTuple):
    """The name of the file to read, None without one, and a remark."""

    name: str | None
    note: str | None = None


def kind_of(name: str) -> str | None:
    """Return the kind of a file by its name: ``.py``, ``.ipynb``, ``.zip`` or None."""
    lower = name.lower()
    return next((kind for ending, kind in _ENDINGS.items() if lower.endswith(ending)), None)


def stem_of(name: str) -> str:
    """Return a name without what tells its kind."""
    lower = name.lower()
    ending = max((each for each in _ENDINGS if lower.endswith(each)), key=len, default="")
    return name[: len(name) - len(ending)]


@dataclass
class Candidate:
    """A file that may be the one to read.

    Parameters
    ----------
    name : str
        Its name, without folders.
    content : callable
        Reads it; Unreadable when that cannot be.
    wanted : Wanted
        What was to be submitted.
    """

    name: str
    content: Callable[[], bytes]
    wanted: Wanted

    @property
    def kind(self) -> str | None:
        """Its kind, by its name."""
        return kind_of(self.name)

    @property
    def is_exact(self) -> bool:
        """Whether it has the right name, capitals or not."""
        return self.name.lower() in (self.wanted.module + SCRIPT, self.wanted.module + NOTEBOOK)

    @property
    def is_readable(self) -> bool:
        """Whether its content can be read."""
        return self._found is not None

    @property
    def defines(self) -> set[str]:
        """The tasks that it defines."""
        return self._found.defines if self._found else set()

    @property
    def written(self) -> set[str]:
        """The tasks that it defines and that are no stubs."""
        return self.defines - set(self._found.stubs if self._found else ())

    @property
    def unwritten(self) -> float:
        """How many stubs are left in it."""
        return len(self._found.stubs) if self._found else float("inf")

    @cached_property
    def _found(self) -> "_Found | None":
        try:
            data = self.content().replace(b"\0", b"")  # UTF-16 is full of them
        except Unreadable:
            return None
        stubs = [name.decode() for name in _STUB.findall(data)]
        return _Found(_defined(data, self.wanted.tasks), stubs)


class _Found(NamedTuple):
    defines: set[str]
    stubs: list[str]


def choose(names: Iterable[str], wanted: Wanted, read: Callable[[str], bytes]) -> Choice:
    """Choose among the files of a folder.

    The file with the right name, if anything is written in it. Else the only other one in which
    tasks of the assignment are written, or the newest of a numbered series. Else the one with the
    right name, unchanged.

    Parameters
    ----------
    names : iterable of str
        What is there.
    wanted : Wanted
        What was to be submitted.
    read : callable
        Reads a file by its name.
    """
    files = [
        Candidate(name, lambda name=name: read(name), wanted)  # type: ignore[misc]
        for name in sorted(names)
        if may_be_work(name)
    ]
    exact = [each for each in files if each.is_exact]
    best = _of_both(exact)
    others = [each for each in files if not each.is_exact][:_MOST_FILES] if wanted.tasks else []
    if best is None or (others and best.is_readable and not best.written):
        other = _only([each for each in others if each.written])
        if other is None and best is None:
            other = _only([each for each in others if each.defines])
        if other is not None:
            text = _("{file} was read: {right} is missing or unchanged.")
            right = wanted.module + (other.kind or "")
            return Choice(other.name, text.format(file=printable(other.name), right=right))
    return Choice(best.name, _note_on_both(best, exact)) if best else Choice(None)


def may_be_work(name: str) -> bool:
    """Return whether a file may be a student's code, by its name."""
    return kind_of(name) in (SCRIPT, NOTEBOOK) and not name.startswith((".", "test_"))


def is_exact(names: Collection[str], module: str) -> bool:
    """Return whether the module's script or notebook is among the names."""
    return any(name.lower() in (module + SCRIPT, module + NOTEBOOK) for name in names)


def names_in(folder: Path) -> list[str]:
    """List the names in a folder; raise Unreadable if that is not permitted."""
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise Unreadable(
            _("{folder}: cannot be read: {reason}").format(
                folder=printable(folder.name), reason=error.strerror
            )
        ) from None


class Patience:
    """How many bytes of a student's files are read to find the right one."""

    def __init__(self) -> None:
        self._left = _MOST_BYTES

    def read(self, path: Path) -> bytes:
        """Read a file; Unreadable when that cannot be, or when it was enough."""
        if self._left <= 0:
            raise Unreadable(path.name)
        data = read_file(path, LARGEST[kind_of(path.name) or SCRIPT])
        self._left -= len(data)
        return data


def choose_in(
    folder: Path, names: Iterable[str], wanted: Wanted, patience: Patience | None = None
) -> Choice:
    """Choose among the files of a folder on disk."""
    patient = patience or Patience()
    return choose(names, wanted, lambda name: patient.read(folder / name))


def nothing_found(folder: str, names: Collection[str], module: str) -> str:
    """Report that the module's file is missing, and list candidates."""
    sentence = _("{folder}: contains no {script} and no {notebook}").format(
        folder=printable(folder), script=module + SCRIPT, notebook=module + NOTEBOOK
    )
    others = sorted(name for name in names if may_be_work(name))
    if not others:
        return sentence
    found = ", ".join(printable(name) for name in others[:_NAMED])
    text = _(
        "found: {found}. If this is the right file, rename it; if it belongs to "
        "another assignment, submit this one's"
    )
    return sentence + "; " + text.format(found=found)


def _of_both(files: Sequence[Candidate]) -> Candidate | None:
    """Of script and notebook take the one in which less is left to write, else the script."""
    if len(files) <= 1:
        return next(iter(files), None)
    return min(files, key=lambda each: (each.unwritten, each.kind != SCRIPT, each.name))


def _note_on_both(best: Candidate, exact: Sequence[Candidate]) -> str | None:
    """Say which was read, where something is written in both, and it is not the same."""
    others = [each for each in exact if each is not best]
    if not others or not (others[0].written or not best.wanted.tasks):
        return None
    note = _("{taken} was read, {left} was not; submit only one of the two")
    return note.format(taken=printable(best.name), left=printable(others[0].name))


def _only(files: Sequence[Candidate]) -> Candidate | None:
    """Return the only file, or the last of those that are copies of one another by their names."""
    series = {_NUMBER.sub("", stem_of(each.name)).lower() for each in files}
    if len(series) == 1:
        newest = max(_place(each.name) for each in files)
        return _of_both([each for each in files if _place(each.name) == newest])
    named = [each for each in files if _letters(each.wanted.module) in _letters(each.name)]
    return _only(named) if named and len(named) < len(files) else None


def _place(name: str) -> int:
    """Return a file's place in a numbered series: ``topic (2).py`` is the third."""
    number = _NUMBER.search(stem_of(name))
    digits = _COUNT.findall(number[0]) if number else []
    return int(digits[-1][:9]) if digits else bool(number)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def _defined(data: bytes, tasks: tuple[str, ...]) -> set[str]:
    if not tasks:
        return set()
    names = b"|".join(re.escape(task.encode()) for task in tasks)
    pattern = rb"\b(?:def|class)[ \t]+(%b)\b|\b(%b)[ \t]*=[^=]" % (names, names)
    return {(one or other).decode() for one, other in re.findall(pattern, data)}
