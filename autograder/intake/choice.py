"""Which file of a folder is the one to read."""

from collections.abc import Collection
from pathlib import Path

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.printable import printable

SCRIPT, NOTEBOOK = ".py", ".ipynb"
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


def choose(names: Collection[str], module: str) -> tuple[str | None, str | None]:
    """Return the module's file among the names, the script first, and a note where both are there.

    Examples
    --------
    >>> choose(["perceptron.ipynb", "notes.txt"], "perceptron")
    ('perceptron.ipynb', None)
    """
    script, notebook = module + SCRIPT, module + NOTEBOOK
    if script in names and notebook in names:
        note = _("{script} was read, {notebook} was not; hand in one of the two")
        return script, note.format(script=script, notebook=notebook)
    if script in names:
        return script, None
    return (notebook if notebook in names else None), None


def nothing_found(folder: Path, names: Collection[str], module: str) -> str:
    """Say that the module's file is missing, and which files may have been meant."""
    sentence = _("{folder}: holds no {script} and no {notebook}").format(
        folder=printable(str(folder)), script=module + SCRIPT, notebook=module + NOTEBOOK
    )
    others = sorted(name for name in names if name.endswith((SCRIPT, NOTEBOOK)))
    if not others:
        return sentence
    found = ", ".join(printable(name) for name in others[:_NAMED])
    return sentence + "; " + _("rename the file that is meant; found: {found}").format(found=found)
