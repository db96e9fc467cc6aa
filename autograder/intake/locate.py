"""Find the module's file in the folder of a student."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.attempts import in_order
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


def find(folder: Path, assignment: str, wanted: Wanted) -> tuple[Path | None, str | None]:
    """Return the file to read that lies nearest to the top, and a remark; None and why without one.

    Where several are equally near, those in a folder named after the assignment count, and of these
    the latest attempt, or the first. Where there is none, a .zip file is taken if it is the only
    one. Links to folders are not followed.
    """
    names: list[str] = []
    archives: list[Path] = []
    renamed: tuple[Path, str | None] | None = None
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
        return None, _("{folder}: cannot be read: {reason}").format(
            folder=printable(Path(error.filename).name), reason=error.strerror
        )
    if renamed is not None:
        return renamed
    if len(archives) == 1:
        return archives[0], None
    return None, nothing_found(folder.absolute().name, names, wanted.module)


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
) -> tuple[Path, str | None] | None:
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
        return found[0], notes[found[0]]
    first, *_others, latest = in_order(found)
    path = first if wanted.attempt == "first" else latest
    text = _("{count} folders contain {file}; the latest was read: {folder}")
    if wanted.attempt == "first":
        text = _("{count} folders contain {file}; the first was read: {folder}")
    own = path.parent if path.parent.name != assignment else path.parent.parent
    return path, text.format(count=len(found), file=path.name, folder=printable(own.name))
