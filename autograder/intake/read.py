"""Read the cells of a student's code from a file or a folder."""

import re
from itertools import pairwise
from pathlib import Path

import msgspec

from autograder.i18n import _
from autograder.intake.archive import read_member
from autograder.intake.code import Cell, Code, Unreadable
from autograder.intake.digest import digest_of
from autograder.intake.locate import ARCHIVE, LARGEST, NOTEBOOK, choose, names_in, nothing_found
from autograder.intake.syntax import sort_out
from autograder.intake.untrusted import printable, read_file

_MARKER = re.compile(r"#\s*%%")
_Lines = str | list[str]


def read_code(path: Path, module: str) -> Code:
    """Read the student's code from a ``.py``, ``.ipynb`` or .zip file, or a folder.

    A cell that Python cannot read is left out and named in ``problems``; the others are kept.

    Raises
    ------
    Unreadable
        when there is no code to take; the sentence names the file and the reason.
    """
    notes: tuple[str, ...] = ()
    if path.suffix not in LARGEST and path.is_dir():
        path, notes = _file_in(path, module)
    if path.suffix not in LARGEST:
        raise Unreadable(
            _("{file}: is neither a .py nor an .ipynb file").format(file=printable(str(path)))
        )
    data = read_file(path, LARGEST[path.suffix])
    if path.suffix == ARCHIVE:
        name, data, note = read_member(data, printable(path.name), module)
        path, notes = path / name, (note,) if note else ()
    cells, problems, lost = sort_out(_cells(data, path))
    if not cells and not problems:
        raise Unreadable(_("{file}: contains no code").format(file=printable(str(path))))
    return Code(cells, digest_of(cells), (*notes, *problems), lost)


def _file_in(folder: Path, module: str) -> tuple[Path, tuple[str, ...]]:
    names = names_in(folder)
    name, note = choose(folder, names, module)
    if name is None:
        raise Unreadable(nothing_found(folder, names, module))
    return folder / name, (note,) if note else ()


def _cells(data: bytes, path: Path) -> list[Cell]:
    label = printable(path.name)
    if path.suffix == NOTEBOOK:
        return notebook_cells(data, label)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            _("{file}: line {line} is not UTF-8 text; save the file as UTF-8").format(
                file=printable(str(path)), line=line
            )
        ) from None
    return script_cells(text.replace("\r\n", "\n").replace("\r", "\n"), label)


def script_cells(text: str, label: str) -> list[Cell]:
    """Split a script at its ``# %%`` lines; without any, it is one cell.

    Cells marked as text stay in: they are comments, and code that a student wrote below such a
    mark is code all the same.
    """
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    return [
        Cell(source="\n".join(lines[start:end]), first_line=start + 1, label=label)
        for start, end in pairwise(sorted({0, *marks, len(lines)}))
    ]


class _RawCell(msgspec.Struct):
    cell_type: str = ""
    source: _Lines = ""
    input: _Lines = ""  # what nbformat 3 calls the source of a code cell


class _Worksheet(msgspec.Struct):
    cells: list[_RawCell] = []


class _Notebook(msgspec.Struct):
    nbformat: int
    cells: list[_RawCell] = []
    worksheets: list[_Worksheet] = []


def notebook_cells(data: bytes, label: str) -> list[Cell]:
    """Return the code cells of a notebook (nbformat 3 or 4), ignoring outputs.

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
