"""Find the module's file in the folder of a student."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.choice import ARCHIVE, choose, names_a_file, nothing_found
from autograder.intake.printable import printable

# a tree without end that a student handed in must not keep the judge busy
_DEPTH = 4
_FOLDERS_OF_A_LEVEL = 100


class _Listing(NamedTuple):
    folder: Path
    names: list[str]
    folders: list[Path]


def find(folder: Path, assignment: str, module: str) -> tuple[Path | None, str | None]:
    """Return the module's file nearest to the top, and a remark; None and the reason without one.

    Where several lie equally near, the one in a folder named after the assignment is taken. Where
    there is none, a .zip file is taken if it is the only one. Links to folders are not followed.
    """
    names: list[str] = []
    archives: list[Path] = []
    try:
        for level in _levels(folder):
            holders = [listing for listing in level if names_a_file(listing.names, module)]
            if holders:
                return _pick(holders, assignment, module)
            names += [name for listing in level for name in listing.names]
            archives += [path for listing in level for path in _archives(listing)]
    except OSError as error:
        return None, _("{folder}: cannot be read: {reason}").format(
            folder=printable(str(error.filename)), reason=error.strerror
        )
    if len(archives) == 1:
        return archives[0], None
    return None, nothing_found(folder, names, module)


def is_hidden(name: str) -> bool:
    """Tell whether a folder is a tool's own, such as ``.git``, ``__pycache__``, ``__MACOSX``."""
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
    return [listing.folder / name for name in listing.names if name.endswith(ARCHIVE)]


def _pick(holders: list[_Listing], assignment: str, module: str) -> tuple[Path, str | None]:
    holders = [each for each in holders if each.folder.name == assignment] or holders
    folder, names, _folders = holders[0]
    name, note = choose(folder, names, module)
    assert name is not None, "a holder is a folder that names the file"
    if len(holders) > 1:
        note = _("{count} folders hold {file}; the one that was read: {folder}").format(
            count=len(holders), file=name, folder=printable(str(folder))
        )
    return folder / name, note
