"""From the folder that a student handed in to the notebook that is graded."""

import os
from collections.abc import Collection, Iterator, Sequence
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
from autograder.intake.untrusted import printable

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
    original = _released(released, name)
    files = list(_candidates(folder, name, released))
    attempts = [_attempt(path, original) for path in files]
    # the first is the one with the right name; another counts only if that one is blank
    best = max(attempts, key=lambda attempt: min(attempt.metadata[NAMESPACE]["answers"], 1))
    kept = best.metadata[NAMESPACE]
    if kept["answers"] or os.path.lexists(files[0]):
        kept["notes"][:0] = _file_notes(kept["file"], files[0].name, len(files))
    else:
        kept["notes"] = [_missing(files[0].name, [path.name for path in files[1:]])]
    return best


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


def _file_notes(read: str, right: str, files: int) -> Iterator[str]:
    if read != right:
        text = _("{file} was read: {right} is missing, or as it was handed out.")
        yield text.format(file=read, right=right)
    elif files > 1:
        yield _("{file} was read, and no other notebook in the folder.").format(file=right)


def _missing(right: str, others: Sequence[str]) -> str:
    if not others:
        return _("{right} is missing; hand it in under this name.").format(right=right)
    text = _(
        "{right} is missing, and {found} holds no answer to its tasks. If that is another "
        "assignment's, hand in this one's; if it is meant, write the answers into it."
    )
    return text.format(right=right, found=printable(", ".join(others)))


def released_names(folder: Path) -> Collection[str]:
    """Return the names of the released notebooks in a folder, without ``.ipynb``."""
    return sorted(path.stem for path in folder.glob(f"*{NOTEBOOK}"))


def not_released(folder: Path, name: str) -> KitError:
    """Say that a notebook is missing among the released ones."""
    text = _("{file} is missing; make it with `nbgrader generate_assignment`.")
    return KitError(text.format(file=folder / f"{name}{NOTEBOOK}"))


def _released(folder: Path, name: str) -> Any:
    path = folder / f"{name}{NOTEBOOK}"
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except OSError:
        raise not_released(folder, name) from None
    except ValueError:
        text = _("{file} is broken; make it anew with `nbgrader generate_assignment --force`.")
        raise KitError(text.format(file=path)) from None


@lru_cache(maxsize=8)
def _parse(path: Path, _changed: int) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)
