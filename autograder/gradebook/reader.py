"""Tolerant reader for submitted notebooks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from autograder.i18n import _
from autograder.intake import Unreadable
from autograder.intake.read import script_cells
from autograder.intake.untrusted import printable, read_file

FORMAT = 4
_MAX_BYTES = 60_000_000
_MANY_BYTES_OF_OUTPUT = 10_000_000
# every cell is written and displayed again; a million of them would take a quarter of an hour
_MAX_CELLS = 2_000
_BYTES_PER_MB = 1_000_000


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


class _RawCell(msgspec.Struct):
    """The keys of a cell that are read, of any type; its outputs are not parsed."""

    cell_type: Any = None
    source: Any = None
    input: Any = None  # what nbformat 3 calls the source of a code cell
    id: Any = None
    metadata: Any = None
    attachments: Any = None
    outputs: msgspec.Raw = msgspec.Raw()


class _RawWorksheet(msgspec.Struct):
    cells: list[_RawCell] = []


class _RawNotebook(msgspec.Struct):
    nbformat: Any = None
    cells: list[_RawCell] = []
    worksheets: list[_RawWorksheet] = []


def read_submission(path: Path) -> SubmittedFile:
    """Read a notebook, or a script in percent format.

    Raises
    ------
    Unreadable
        The file is neither; the message says why.
    """
    name = printable(path.name)
    data = read_file(path, _MAX_BYTES)
    if path.suffix == ".py":
        return SubmittedFile(name, tuple(_script(data, name)))
    notebook = _parse(data, name)
    cells = [*notebook.cells, *(cell for sheet in notebook.worksheets for cell in sheet.cells)]
    first = enumerate(cells[:_MAX_CELLS], start=1)
    read_cells = tuple(_cell(cell, number) for number, cell in first)
    notes = list(_notes(notebook, len(data), read_cells))
    if len(cells) > _MAX_CELLS:
        text = _("Only the first {most} of {n} cells were read.")
        notes.append(text.format(most=_MAX_CELLS, n=len(cells)))
    return SubmittedFile(name, read_cells, tuple(notes))


def _parse(data: bytes, name: str) -> _RawNotebook:
    try:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            return msgspec.json.decode(data, type=_RawNotebook)
        except msgspec.DecodeError:
            # Python writes NaN and lone surrogates into JSON, and reads them back
            return msgspec.convert(json.loads(data, object_hook=_without_outputs), _RawNotebook)
    except (ValueError, RecursionError) as error:  # all of msgspec's errors are ValueErrors
        reason = printable(str(error))
        text = _("{file}: is not a notebook: {reason}")
        raise Unreadable(text.format(file=name, reason=reason)) from None


def _without_outputs(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "outputs"}


def _script(data: bytes, name: str) -> Iterator[SubmittedCell]:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    for number, cell in enumerate(script_cells(text, name), start=1):
        yield SubmittedCell("code", cell.source, number)


def _cell(cell: _RawCell, number: int) -> SubmittedCell:
    metadata = _table(_table(cell.metadata).get("nbgrader"))
    return SubmittedCell(
        kind=cell.cell_type if cell.cell_type in ("code", "raw") else "markdown",
        source=_text(cell.source) or _text(cell.input),
        number=number,
        identity=_name(cell.id),
        grade_id=_name(metadata.get("grade_id")),
        metadata=metadata,
        attachments=_table(cell.attachments),
        outputs=bytes(cell.outputs),
    )


def _notes(notebook: _RawNotebook, size: int, cells: tuple[SubmittedCell, ...]) -> Iterator[str]:
    if notebook.nbformat != FORMAT:
        text = _("The notebook has format {number} instead of {usual} and was converted.")
        yield text.format(number=printable(str(notebook.nbformat)), usual=FORMAT)
    outputs = size - sum(len(cell.source) for cell in cells)
    if outputs > _MANY_BYTES_OF_OUTPUT:
        text = _("{size} MB of outputs were left out; clear the outputs before you submit.")
        yield text.format(size=outputs // _BYTES_PER_MB)


def _text(value: Any) -> str:
    # a lone surrogate cannot be written to any file
    return joined(value).encode("utf-8", errors="replace").decode()


def joined(value: Any) -> str:
    """Return a text that a notebook may hold as a list of lines; empty for anything else."""
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
