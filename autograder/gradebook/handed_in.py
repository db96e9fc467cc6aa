"""Read the notebook of a student, whatever has become of it."""

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
_LARGEST = 60_000_000
_MUCH_OUTPUT = 10_000_000
# what comes of each is written and shown again; a million cells would take a quarter of an hour
_MOST_CELLS = 2_000
_BYTES_OF_A_MEGABYTE = 1_000_000


class Cell(msgspec.Struct, frozen=True):
    """A cell as the student left it.

    ``number`` counts from 1 as a reader does; ``marks`` is nbgrader's metadata, ``grade_id`` the
    name in it, None where there is none; ``outputs`` is the JSON of a code cell's.
    """

    kind: str
    source: str
    number: int
    identity: str | None = None
    grade_id: str | None = None
    marks: dict[str, Any] = {}
    attachments: dict[str, Any] = {}
    outputs: bytes = b""


class HandedIn(msgspec.Struct, frozen=True):
    """The cells of a file, and sentences on what is unusual about it."""

    name: str
    cells: tuple[Cell, ...] = ()
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


def read(path: Path) -> HandedIn:
    """Read a notebook, or a script in percent format.

    Raises
    ------
    Unreadable
        when it is neither; the sentence says why.
    """
    name = printable(path.name)
    data = read_file(path, _LARGEST)
    if path.suffix == ".py":
        return HandedIn(name, tuple(_script(data, name)))
    notebook = _parse(data, name)
    cells = [*notebook.cells, *(cell for sheet in notebook.worksheets for cell in sheet.cells)]
    first = enumerate(cells[:_MOST_CELLS], start=1)
    read_cells = tuple(_cell(cell, number) for number, cell in first)
    notes = list(_notes(notebook, len(data), read_cells))
    if len(cells) > _MOST_CELLS:
        text = _("Only the first {most} of {n} cells were read.")
        notes.append(text.format(most=_MOST_CELLS, n=len(cells)))
    return HandedIn(name, read_cells, tuple(notes))


def _parse(data: bytes, name: str) -> _Notebook:
    try:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            return msgspec.json.decode(data, type=_Notebook)
        except msgspec.DecodeError:
            # Python writes NaN and lone surrogates into JSON, and reads them back
            return msgspec.convert(json.loads(data, object_hook=_without_outputs), _Notebook)
    except (ValueError, RecursionError) as error:  # all of msgspec's errors are ValueErrors
        reason = printable(str(error))
        text = _("{file}: is not a notebook: {reason}")
        raise Unreadable(text.format(file=name, reason=reason)) from None


def _without_outputs(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "outputs"}


def _script(data: bytes, name: str) -> Iterator[Cell]:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    for number, cell in enumerate(script_cells(text, name), start=1):
        yield Cell("code", cell.source, number)


def _cell(cell: _Cell, number: int) -> Cell:
    marks = _table(_table(cell.metadata).get("nbgrader"))
    return Cell(
        kind=cell.cell_type if cell.cell_type in ("code", "raw") else "markdown",
        source=_text(cell.source) or _text(cell.input),
        number=number,
        identity=_name(cell.id),
        grade_id=_name(marks.get("grade_id")),
        marks=marks,
        attachments=_table(cell.attachments),
        outputs=bytes(cell.outputs),
    )


def _notes(notebook: _Notebook, size: int, cells: tuple[Cell, ...]) -> Iterator[str]:
    if notebook.nbformat != FORMAT:
        text = _("The notebook is of format {number}, not {usual}; it was converted.")
        yield text.format(number=printable(str(notebook.nbformat)), usual=FORMAT)
    outputs = size - sum(len(cell.source) for cell in cells)
    if outputs > _MUCH_OUTPUT:
        text = _("{size} MB of outputs were left out; clear them before you hand in.")
        yield text.format(size=outputs // _BYTES_OF_A_MEGABYTE)


def _text(value: Any) -> str:
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    # a lone surrogate cannot be written to any file
    return text.encode("utf-8", errors="replace").decode()


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
