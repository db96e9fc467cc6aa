"""From a file, or the folder that holds it, to the student's code."""

import hashlib
from pathlib import Path

from autograder.i18n import _
from autograder.intake.archive import read_member
from autograder.intake.choice import ARCHIVE, LARGEST, NOTEBOOK, choose, names_in, nothing_found
from autograder.intake.code import Cell, Code, Unreadable
from autograder.intake.file import read_file
from autograder.intake.notebook import notebook_cells
from autograder.intake.printable import printable
from autograder.intake.script import script_cells
from autograder.intake.syntax import sort_out


def read_code(path: Path, module: str) -> Code:
    """Read the student's code from a ``.py`` or ``.ipynb`` file, or the folder or .zip it lies in.

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
        raise Unreadable(_("{file}: holds no code").format(file=printable(str(path))))
    return Code(cells, hashlib.sha256(data).hexdigest(), (*notes, *problems), lost)


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
