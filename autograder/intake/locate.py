"""Find the module's file in the folder of a student."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.attempts import Attempt, in_order
from autograder.intake.selection import (
    ARCHIVE,
    Patience,
    Wanted,
    choose_in,
    is_exact,
    kind_of,
    nothing_found,
)
from autograder.intake.untrusted import printable

# an endless tree in a submission must not keep the judge busy
_DEPTH = 4
_FOLDERS_OF_A_LEVEL = 100


class _Listing(NamedTuple):
    folder: Path
    names: list[str]
    folders: list[Path]


class Found(NamedTuple):
    """What was found in a student's folder.

    Attributes
    ----------
    path : Path or None
        The file to read, if there is one.
    note : str or None
        A remark, or the reason why there is none.
    attempts : tuple of Path
        All attempts, from the first to the latest, where the best of several is wanted.
    """

    path: Path | None
    note: str | None = None
    attempts: tuple[Path, ...] = ()


def find(folder: Path, assignment: str, wanted: Wanted) -> Found:
    """Find the file to read: the one that lies nearest to the top.

    Where several are equally near, those in a folder named after the assignment count, and of these
    the attempt that is wanted. Where there is none, a .zip file is taken if it is the only one.
    Links to folders are not followed.
    """
    names: list[str] = []
    archives: list[Path] = []
    renamed: Found | None = None
    patience = Patience()
    try:
        for level in _levels(folder):
            holders = [each for each in level if is_exact(each.names, wanted.module)]
            if found := _pick(holders, assignment, wanted, patience):
                return found
            renamed = renamed or _pick(level, assignment, wanted, patience)
            names += [name for listing in level for name in listing.names]
            archives += [path for listing in level for path in _archives(listing)]
    except OSError as error:
        text = _("{folder}: cannot be read: {reason}")
        name = printable(Path(error.filename).name)
        return Found(None, text.format(folder=name, reason=error.strerror))
    if renamed is not None:
        return renamed
    if len(archives) == 1:
        return Found(archives[0])
    return Found(None, nothing_found(folder.absolute().name, names, wanted.module))


def holders(folder: Path, wanted: Wanted) -> list[Path]:
    """List the folders that hold the module's file, of those nearest to the top."""
    try:
        for level in _levels(folder):
            if found := [each.folder for each in level if is_exact(each.names, wanted.module)]:
                return found
    except OSError:  # the report says that
        return []
    return []


def is_hidden(name: str) -> bool:
    """Return whether a folder belongs to a tool: ``.git``, ``__pycache__``, ``__MACOSX``."""
    return name.startswith((".", "__"))


def _levels(top: Path) -> Iterator[list[_Listing]]:
    folders = [top]
    for _depth in range(_DEPTH):
        level = [_list(folder) for folder in folders]
        yield level
        folders = [below for listing in level for below in listing.folders][:_FOLDERS_OF_A_LEVEL]


def _list(folder: Path) -> _Listing:
    names, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            names.append(entry.name)
            if entry.is_dir(follow_symlinks=False) and not is_hidden(entry.name):
                folders.append(folder / entry.name)
    return _Listing(folder, names, sorted(folders))


def _archives(listing: _Listing) -> list[Path]:
    return [listing.folder / name for name in listing.names if kind_of(name) == ARCHIVE]


def _pick(
    listings: list[_Listing], assignment: str, wanted: Wanted, patience: Patience
) -> Found | None:
    """Choose a file of these folders; None if there is none in any."""
    notes: dict[Path, str | None] = {}
    for folder, names, _folders in listings:
        name, note = choose_in(folder, names, wanted, patience)
        if name is not None:
            notes[folder / name] = note
    found = [path for path in notes if path.parent.name == assignment] or list(notes)
    if not found:
        return None
    if len(found) == 1:
        return Found(found[0], notes[found[0]])
    attempts = tuple(in_order(found))
    if wanted.attempt == "best":
        return Found(attempts[-1], None, attempts)
    path = attempts[0] if wanted.attempt == "first" else attempts[-1]
    return Found(path, note_on_attempt(path, len(found), assignment, wanted.attempt))


def note_on_attempt(path: Path, count: int, assignment: str, attempt: Attempt) -> str:
    """Say which of several attempts was read, by the name of its folder."""
    sentences = {
        "latest": _("{count} folders contain {file}; the latest was read: {folder}"),
        "best": _("{count} folders contain {file}; the best was read: {folder}"),
        "first": _("{count} folders contain {file}; the first was read: {folder}"),
    }
    own = path.parent if path.parent.name != assignment else path.parent.parent
    return sentences[attempt].format(count=count, file=path.name, folder=printable(own.name))
