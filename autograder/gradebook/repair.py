"""From the folder that a student handed in to the notebook that is graded."""

from collections.abc import Collection, Iterator
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from autograder.errors import KitError
from autograder.gradebook.handed_in import read
from autograder.gradebook.marks import NAMESPACE
from autograder.gradebook.transplant import transplant
from autograder.i18n import _
from autograder.intake import Unreadable
from autograder.intake.printable import printable

NOTEBOOK = ".ipynb"


def repaired(folder: Path, name: str, released: Path) -> Any:
    """Return the released notebook with what a student made of it; never fails for his sake.

    Parameters
    ----------
    folder : Path
        What was handed in.
    name : str
        The notebook's name, without ``.ipynb``.
    released : Path
        The folder of the released notebooks.

    Raises
    ------
    KitError
        The released notebook cannot be read.
    """
    original = _released(released / f"{name}{NOTEBOOK}")
    attempts = [_attempt(path, original) for path in _candidates(folder, name, released)]
    # the first is the one with the right name; another counts only if that one is blank
    best = max(attempts, key=lambda attempt: min(attempt.metadata[NAMESPACE]["answers"], 1))
    return _with_file_notes(best, name, len(attempts))


def _attempt(path: Path, original: Any) -> Any:
    try:
        return transplant(original, read(path))
    except Unreadable as error:
        blank = deepcopy(original)
        file = printable(path.name)
        blank.metadata[NAMESPACE] = {"file": file, "notes": [str(error)], "answers": 0}
        return blank


def _candidates(folder: Path, name: str, released: Path) -> Iterator[Path]:
    """Yield the file with the right name, be it there or not, then others that may be meant."""
    right = f"{name}{NOTEBOOK}"
    yield folder / right
    taken = {path.name for path in released.glob(f"*{NOTEBOOK}")}
    others = sorted(folder.glob(f"*{NOTEBOOK}")) if folder.is_dir() else []
    yield from (path for path in others if path.name not in taken)
    if (script := folder / f"{name}.py").is_file():
        yield script


def _with_file_notes(notebook: Any, name: str, files: int) -> Any:
    kept = notebook.metadata[NAMESPACE]
    right = f"{name}{NOTEBOOK}"
    if kept["file"] != right:
        text = _("{file} was read: {right} is missing, or as it was handed out.")
        kept["notes"].insert(0, text.format(file=kept["file"], right=right))
    elif files > 1:
        text = _("{file} was read, and no other notebook in the folder.")
        kept["notes"].insert(0, text.format(file=right))
    return notebook


def released_names(folder: Path) -> Collection[str]:
    """Return the names of the released notebooks in a folder, without ``.ipynb``."""
    return sorted(path.stem for path in folder.glob(f"*{NOTEBOOK}"))


def _released(path: Path) -> Any:
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except OSError:
        text = _("{file} is missing; make it with `nbgrader generate_assignment`.")
        raise KitError(text.format(file=path)) from None


@lru_cache(maxsize=8)
def _parse(path: Path, _changed: int) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)
