"""Submitted notebooks and scripts, as cells."""

from pathlib import Path

import msgspec

from autograder.intake.ipynb import SubmittedCell, read_notebook
from autograder.intake.read import script_cells
from autograder.intake.recognise import recognised
from autograder.intake.selection import LARGEST, NOTEBOOK, kind_of
from autograder.intake.untrusted import printable, read_file


class SubmittedFile(msgspec.Struct, frozen=True):
    """The cells of a submitted notebook or script, with remarks on the file.

    Attributes
    ----------
    name : str
        Name of the file.
    cells : tuple of SubmittedCell
        In the order of the file.
    notes : tuple of str
        Sentences for the student about anything unusual.
    """

    name: str
    cells: tuple[SubmittedCell, ...] = ()
    notes: tuple[str, ...] = ()


def read_submission(path: Path) -> SubmittedFile:
    """Read a notebook, or a script in percent format.

    Raises
    ------
    Unreadable
        The file is neither; the message says why.
    """
    name = printable(path.name)
    data = read_file(path, LARGEST[kind_of(path.name) or NOTEBOOK])
    text, is_notebook, notes = recognised(data, name)
    if not is_notebook:
        cells = enumerate(script_cells(text, name), start=1)
        return SubmittedFile(
            name, tuple(SubmittedCell("code", c.source, n) for n, c in cells), notes
        )
    notebook = read_notebook(text, name)
    return SubmittedFile(name, notebook.cells, (*notes, *notebook.notes))
