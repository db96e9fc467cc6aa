"""Which file of a folder is the one to read."""

import math
import re
from collections.abc import Collection
from pathlib import Path

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.file import read_file
from autograder.intake.printable import printable

SCRIPT, NOTEBOOK, ARCHIVE = ".py", ".ipynb", ".zip"
LARGEST = {SCRIPT: 1_000_000, NOTEBOOK: 10_000_000, ARCHIVE: 10_000_000}
# in a notebook the quote is escaped; a traceback among its outputs has colours in between
_STUB = re.compile(rb'raise NotImplementedError\(\\?"[\w.]+: not written yet')
_NAMED = 3


def names_in(folder: Path) -> list[str]:
    """List the names in a folder; Unreadable when that is not allowed."""
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise Unreadable(
            _("{folder}: cannot be read: {reason}").format(
                folder=printable(str(folder)), reason=error.strerror
            )
        ) from None


def names_a_file(names: Collection[str], module: str) -> bool:
    """Tell whether the module's script or notebook is among the names."""
    return module + SCRIPT in names or module + NOTEBOOK in names


def choose(folder: Path, names: Collection[str], module: str) -> tuple[str | None, str | None]:
    """Return the module's file among the names in a folder, and a note where there are two.

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
        note = _("{taken} was read, {left} was not; hand in one of the two")
        return both[0], note.format(taken=both[0], left=both[1])
    if script in names:
        return script, None
    return (notebook if notebook in names else None), None


def unwritten(data: bytes) -> int:
    """Count the stubs that are left in a script or notebook."""
    return len(_STUB.findall(data))


def _prefers_notebook(folder: Path, script: str, notebook: str) -> bool:
    return _unwritten_in(folder / notebook) < _unwritten_in(folder / script)


def _unwritten_in(path: Path) -> float:
    """Count the stubs that are left in a file; one that cannot be read is as good as none."""
    try:
        return unwritten(read_file(path, LARGEST[path.suffix]))
    except Unreadable:
        return math.inf


def nothing_found(folder: Path, names: Collection[str], module: str) -> str:
    """Say that the module's file is missing, and which files may have been meant."""
    sentence = _("{folder}: holds no {script} and no {notebook}").format(
        folder=printable(str(folder)), script=module + SCRIPT, notebook=module + NOTEBOOK
    )
    others = sorted(name for name in names if name.endswith((SCRIPT, NOTEBOOK)))
    if not others:
        return sentence
    found = ", ".join(printable(name) for name in others[:_NAMED])
    text = _(
        "found: {found}. If that is what is meant, rename it; if it is another assignment's, hand "
        "in this one's"
    )
    return sentence + "; " + text.format(found=found)
