"""Read a notebook, whatever has become of it."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.encoding import PAGE_BREAKS
from autograder.intake.untrusted import printable

FORMAT = 4
_MUCH_OUTPUT = 10_000_000
# what comes of each is written and shown again; a million cells would take a quarter of an hour
_MOST_CELLS = 5_000
_BYTES_OF_A_MEGABYTE = 1_000_000


class SubmittedCell(msgspec.Struct, frozen=True):
    """A cell as the student left it.

    Attributes
    ----------
    kind : str
        ``"code"``, ``"markdown"`` or ``"raw"``.
    source : str
        Its text.
    number : int
        Its position in the notebook, from 1.
    identity : str or None
        Jupyter's id of the cell.
    grade_id : str or None
        nbgrader's name of the cell.
    metadata : dict
        nbgrader's metadata.
    attachments : dict
        Files attached to a Markdown cell.
    outputs : bytes
        The outputs of a code cell, as JSON.
    """

    kind: str
    source: str
    number: int
    identity: str | None = None
    grade_id: str | None = None
    metadata: dict[str, Any] = {}
    attachments: dict[str, Any] = {}
    outputs: bytes = b""


class Notebook(msgspec.Struct, frozen=True):
    """The cells of a notebook, and sentences on what is unusual about it."""

    cells: tuple[SubmittedCell, ...]
    notes: tuple[str, ...] = ()


class _Cell(msgspec.Struct):
    """What a cell may hold; nothing is said of the types, and its outputs are not parsed."""

    cell_type: Any = None
    source: Any = None
    input: Any = None  # what nbformat 3 calls the source of a code cell
    id: Any = None
    metadata: Any = None
    attachments: Any = None
    outputs: msgspec.Raw = msgspec.Raw()


class _Worksheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    nbformat: Any = None
    cells: list[_Cell] = []
    worksheets: list[_Worksheet] = []


def read_notebook(text: str, label: str) -> Notebook:
    """Read the text of a notebook's file; what its cells printed is not looked at.

    Raises
    ------
    Unreadable
        It is no notebook; the sentence says why.
    """
    notebook = _parse(text, label)
    cells = [*notebook.cells, *(cell for sheet in notebook.worksheets for cell in sheet.cells)]
    read = tuple(_cell(cell, number) for number, cell in enumerate(cells[:_MOST_CELLS], start=1))
    notes = list(_notes(notebook, len(text), read))
    if len(cells) > _MOST_CELLS:
        sentence = _("Only the first {most} of {n} cells were read.")
        notes.append(sentence.format(most=_MOST_CELLS, n=len(cells)))
    return Notebook(read, tuple(notes))


def _parse(text: str, label: str) -> _Notebook:
    try:
        try:
            return msgspec.json.decode(text, type=_Notebook)
        except msgspec.DecodeError:
            # Python writes NaN and lone surrogates into JSON, and reads them back
            return msgspec.convert(json.loads(text, object_hook=_without_outputs), _Notebook)
    except (ValueError, RecursionError) as error:  # all of msgspec's errors are ValueErrors
        sentence = _("{file}: is not a notebook: {reason}")
        raise Unreadable(sentence.format(file=label, reason=printable(str(error)))) from None


def _without_outputs(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "outputs"}


def _cell(cell: _Cell, number: int) -> SubmittedCell:
    metadata = _table(_table(cell.metadata).get("nbgrader"))
    return SubmittedCell(
        kind=cell.cell_type if cell.cell_type in ("code", "raw") else "markdown",
        source=joined(cell.source) or joined(cell.input),
        number=number,
        identity=_name(cell.id),
        grade_id=_name(metadata.get("grade_id")),
        metadata=metadata,
        attachments=_table(cell.attachments),
        outputs=bytes(cell.outputs),
    )


def _notes(notebook: _Notebook, size: int, cells: tuple[SubmittedCell, ...]) -> Iterator[str]:
    if notebook.nbformat != FORMAT:
        sentence = _("The notebook has format {number} instead of {usual} and was converted.")
        yield sentence.format(number=printable(str(notebook.nbformat)), usual=FORMAT)
    outputs = size - sum(len(cell.source) for cell in cells)
    if outputs > _MUCH_OUTPUT:
        sentence = _("{size} MB of outputs were left out; clear the outputs before you submit.")
        yield sentence.format(size=outputs // _BYTES_OF_A_MEGABYTE)


def joined(value: Any) -> str:
    """Return a text that may come as a list of lines; anything else is no text."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    # a lone surrogate cannot be written to any file
    return text.encode("utf-8", errors="replace").decode().translate(PAGE_BREAKS)


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
