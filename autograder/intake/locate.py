"""Find the module's file in a student's folder."""

import math
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.untrusted import printable, read_file

# an endless tree in a submission must not keep the judge busy
_DEPTH = 4
_FOLDERS_OF_A_LEVEL = 100
SCRIPT, NOTEBOOK, ARCHIVE = ".py", ".ipynb", ".zip"
LARGEST = {SCRIPT: 1_000_000, NOTEBOOK: 10_000_000, ARCHIVE: 10_000_000}
# in a notebook the quote is escaped; a traceback among its outputs has colours in between
_STUB = re.compile(rb'raise NotImplementedError\(\\?"[\w.]+: not written yet')
_NAMED = 3


class _Listing(NamedTuple):
    folder: Path
    names: list[str]
    folders: list[Path]


def find(folder: Path, assignment: str, module: str) -> tuple[Path | None, str | None]:
    """Return the module's file nearest to the top and a remark, or None and the reason.

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
    return [listing.folder / name for name in listing.names if name.endswith(ARCHIVE)]


def _pick(holders: list[_Listing], assignment: str, module: str) -> tuple[Path, str | None]:
    holders = [each for each in holders if each.folder.name == assignment] or holders
    folder, names, _folders = holders[0]
    name, note = choose(folder, names, module)
    assert name is not None, "a holder is a folder that names the file"
    if len(holders) > 1:
        note = _("{count} folders contain {file}; this one was read: {folder}").format(
            count=len(holders), file=name, folder=printable(str(folder))
        )
    return folder / name, note


def names_in(folder: Path) -> list[str]:
    """List the names in a folder; raise Unreadable if that is not permitted."""
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise Unreadable(
            _("{folder}: cannot be read: {reason}").format(
                folder=printable(str(folder)), reason=error.strerror
            )
        ) from None


def names_a_file(names: Collection[str], module: str) -> bool:
    """Return whether the module's script or notebook is among the names."""
    return module + SCRIPT in names or module + NOTEBOOK in names


def choose(folder: Path, names: Collection[str], module: str) -> tuple[str | None, str | None]:
    """Return the module's file in a folder, with a note if there are two.

    Students get a script and a notebook and work in one of them: the one in which less is left
    unwritten is taken, the script where that does not decide.
    """
    script, notebook = module + SCRIPT, module + NOTEBOOK
    if script in names and notebook in names:
        both = (
            (notebook, script)
            if _prefers_notebook(folder, script, notebook)
            else (script, notebook)
        )
        note = _("{taken} was read, {left} was not; submit only one of the two")
        return both[0], note.format(taken=both[0], left=both[1])
    if script in names:
        return script, None
    return (notebook if notebook in names else None), None


def unwritten(data: bytes) -> int:
    """Count the remaining stubs in a script or notebook."""
    return len(_STUB.findall(data))


def _prefers_notebook(folder: Path, script: str, notebook: str) -> bool:
    return _unwritten_in(folder / notebook) < _unwritten_in(folder / script)


def _unwritten_in(path: Path) -> float:
    """Count the remaining stubs in a file; an unreadable file ranks last."""
    try:
        return unwritten(read_file(path, LARGEST[path.suffix]))
    except Unreadable:
        return math.inf


def nothing_found(folder: Path, names: Collection[str], module: str) -> str:
    """Report that the module's file is missing, and list candidates."""
    sentence = _("{folder}: contains no {script} and no {notebook}").format(
        folder=printable(str(folder)), script=module + SCRIPT, notebook=module + NOTEBOOK
    )
    others = sorted(name for name in names if name.endswith((SCRIPT, NOTEBOOK)))
    if not others:
        return sentence
    found = ", ".join(printable(name) for name in others[:_NAMED])
    text = _(
        "found: {found}. If this is the right file, rename it; if it belongs to "
        "another assignment, submit this one's"
    )
    return sentence + "; " + text.format(found=found)
