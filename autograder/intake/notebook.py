"""Take the code cells out of a notebook."""

import msgspec

from autograder.i18n import _
from autograder.intake.code import Cell, Unreadable

_Lines = str | list[str]


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: _Lines = ""
    input: _Lines = ""  # what nbformat 3 calls the source of a code cell


class _Worksheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    nbformat: int
    cells: list[_Cell] = []
    worksheets: list[_Worksheet] = []


def notebook_cells(data: bytes, label: str) -> list[Cell]:
    """Return the code cells of a notebook (nbformat 3 or 4); what they printed is not looked at.

    Cells are counted as a reader does: from 1, with the cells of text.

    Raises
    ------
    Unreadable
        when the bytes are no such notebook.
    """
    try:
        notebook = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(
            _("{file}: is not a notebook: {reason}").format(file=label, reason=error)
        ) from None
    if notebook.nbformat not in (3, 4):
        raise Unreadable(
            _("{file}: is a notebook of format {number}; save it as format 4").format(
                file=label, number=notebook.nbformat
            )
        )
    cells = [*notebook.cells, *(cell for sheet in notebook.worksheets for cell in sheet.cells)]
    return [
        Cell(
            source="".join(cell.source or cell.input),
            first_line=1,
            label=_("cell {number} of {file}").format(number=number, file=label),
        )
        for number, cell in enumerate(cells, start=1)
        if cell.cell_type == "code"
    ]
