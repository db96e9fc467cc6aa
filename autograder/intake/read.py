"""From a file, or the folder that holds it, to the student's code."""

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from autograder.i18n import _
from autograder.intake.archive import read_member
from autograder.intake.beside import Read, files_of, imported, nothing_beside, read_quietly
from autograder.intake.code import Cell, Code, Unreadable
from autograder.intake.digest import digest_of
from autograder.intake.ipynb import SubmittedCell, read_notebook
from autograder.intake.recognise import recognised
from autograder.intake.salvage import parsed
from autograder.intake.selection import (
    ARCHIVE,
    LARGEST,
    SCRIPT,
    Wanted,
    choose_in,
    kind_of,
    names_in,
    nothing_found,
)
from autograder.intake.syntax import sort_out
from autograder.intake.untrusted import printable, read_file

# jupytext's, nbconvert's, and what Databricks writes
_MARKER = re.compile(r"#\s*(?:%%|In\s?\[[\d *]*\]:|COMMAND -{5,})")
_IMPORT = re.compile(rb"\b(?:from|import)[ \t.]+([\w., \t]+)")
_WORDS = re.compile(rb"[A-Za-z_][\w.]*")
_MOST_NAMES = 200


def read_code(path: Path, module: str, tasks: Iterable[str] = (), *, alone: bool = False) -> Code:
    """Read the student's code from a ``.py``, ``.ipynb`` or .zip file, or a folder.

    What Python cannot read is left out and named in ``problems``; the rest is kept.

    Parameters
    ----------
    path : Path
        Of the file or folder.
    module : str
        Name of the student's module.
    tasks : iterable of str
        What it should define, to know it again under another name.
    alone : bool
        Whether other files beside it are another student's.

    Raises
    ------
    Unreadable
        when there is no code to take; the sentence names the file and the reason.
    """
    wanted = Wanted(module, tuple(tasks))
    notes: tuple[str, ...] = ()
    if kind_of(path.name) is None and path.is_dir():
        path, notes = _file_in(path, wanted)
    kind = kind_of(path.name)
    if kind is None:
        raise Unreadable(
            _("{file}: is neither a .py nor an .ipynb file").format(file=printable(path.name))
        )
    data = read_file(path, LARGEST[kind])
    if kind == ARCHIVE:
        member = read_member(data, printable(path.name), wanted)
        name, read = member.name, member.beside
        data, notes = member.data, (member.note,) if member.note else ()
    else:
        name, read = path.name, nothing_beside if alone else reader(path.parent)
    return code_of(data, printable(name), read, module, notes)


def code_of(data: bytes, label: str, read: Read, module: str, notes: tuple[str, ...] = ()) -> Code:
    """Take the code out of the bytes of a file.

    Parameters
    ----------
    data : bytes
        The file.
    label : str
        Its name.
    read : callable
        Reads a file next to it.
    module : str
        Name of the student's module.
    notes : tuple of str
        What is to be said first.
    """
    text, is_notebook, told = recognised(data, label)
    cells, more = _notebook(text, label) if is_notebook else (script_cells(text, label), ())
    usable, problems, lost = sort_out(cells)
    if not usable and not problems:
        raise Unreadable(_("{file}: contains no code").format(file=label))
    beside, said = imported(usable, read, module)
    problems = (*notes, *told, *more, *problems, *said)
    return Code(usable, digest_of(usable, beside), problems, lost, beside)


def _file_in(folder: Path, wanted: Wanted) -> tuple[Path, tuple[str, ...]]:
    names = names_in(folder)
    name, note = choose_in(folder, names, wanted)
    if name is None:
        raise Unreadable(nothing_found(folder.name, names, wanted.module))
    return folder / name, (note,) if note else ()


def reader(folder: Path) -> Read:
    """Return what reads the scripts of a folder by their paths in it; no link leads out of it."""

    def read(name: str) -> bytes | None:
        path = folder / name
        if not path.is_file() or path.resolve() != folder.resolve() / name:
            return None
        return read_file(path, LARGEST[SCRIPT])

    return read


def scripts_beside(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the scripts that a file seems to import: they decide its report.

    Parameters
    ----------
    path : Path
        Of the file.
    data : bytes
        What it holds.
    """
    read = reader(path.parent)
    waiting, seen = _names_after_import(data), set[str]()
    while waiting and len(seen) < _MOST_NAMES:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for file in files_of(name):
            if (content := read_quietly(read, file)) is not None:
                yield file, content
                waiting += _names_after_import(content)


def _names_after_import(data: bytes) -> list[str]:
    """Return what may be modules, with those of packages, in whatever the code is written."""
    words = {word.decode() for each in _IMPORT.findall(data) for word in _WORDS.findall(each)}
    plain = sorted(words)
    return [*plain, *(f"{one}.{other}" for one in plain for other in plain)][:_MOST_NAMES]


def script_cells(text: str, label: str) -> list[Cell]:
    """Cut a script at its ``# %%`` or ``# In[3]:`` lines; a script without any is one cell.

    Cells marked as text stay in: they are comments, and code that a student wrote below such a
    mark is code all the same.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marks = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    return [
        Cell(source="\n".join(lines[start:end]), first_line=start + 1, label=label)
        for start, end in pairwise(sorted({0, *marks, len(lines)}))
    ]


def _notebook(text: str, label: str) -> tuple[list[Cell], tuple[str, ...]]:
    notebook = read_notebook(text, label)
    named = [(cell, _name(cell, label)) for cell in notebook.cells]
    cells = [
        Cell(cell.source, 1, name)
        for cell, name in named
        if cell.kind == "code" or _is_code(cell.source)
    ]
    return cells, (*notebook.notes, *_disguised(named))


def _name(cell: SubmittedCell, label: str) -> str:
    return _("cell {number} of {file}").format(number=cell.number, file=label)


def _disguised(named: Iterable[tuple[SubmittedCell, str]]) -> Iterator[str]:
    for cell, name in named:
        if cell.kind != "code" and _is_code(cell.source):
            yield _("{cell} is a text cell that contains code; the code was run.").format(cell=name)


def _is_code(source: str) -> bool:
    """Tell code in a cell of text: it defines something."""
    if "def " not in source and "class " not in source:
        return False
    try:
        body = parsed(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return any(isinstance(each, ast.FunctionDef | ast.ClassDef) for each in body)
