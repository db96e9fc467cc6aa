"""Tell what a file is by what it holds: its name may say something else."""

import ast
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.encoding import decoded
from autograder.intake.salvage import parsed

_BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Office"),
)
_PAGE = ("<!doctype html", "<html", "<?xml")


class Recognised(NamedTuple):
    """What a file holds.

    Attributes
    ----------
    text : str
        All of it.
    is_notebook : bool
        Whether that is a notebook; else it is Python.
    notes : tuple of str
        What is unusual about the file.
    """

    text: str
    is_notebook: bool
    notes: tuple[str, ...]


def recognised(data: bytes, label: str) -> Recognised:
    """Tell a notebook from a script by what the file holds.

    Parameters
    ----------
    data : bytes
        The file.
    label : str
        Its name.

    Raises
    ------
    Unreadable
        It is something else, or no text; the sentence says what to submit instead.
    """
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            text = _("{file}: is a {kind} file under another name; submit the code itself")
            raise Unreadable(text.format(file=label, kind=kind))
    text, notes = decoded(data, label)
    if text[:1000].lstrip().lower().startswith(_PAGE):
        sentence = _("{file}: is a web page, not code; download the notebook or script itself")
        raise Unreadable(sentence.format(file=label))
    named_notebook = label.lower().endswith((".ipynb", ".ipynb.json"))
    holds_notebook = text.lstrip()[:1] == "{" and '"cells"' in text
    if holds_notebook and not named_notebook:
        sentence = _("{file}: is a notebook despite its name, and was read as one.")
        notes = (*notes, sentence.format(file=label))
    elif named_notebook and not holds_notebook and _is_python(text):
        sentence = _("{file}: is a Python file despite its name, and was read as one.")
        return Recognised(text, False, (*notes, sentence.format(file=label)))
    return Recognised(text, holds_notebook or named_notebook, notes)


def _is_python(text: str) -> bool:
    """Tell code from a text that happens to be an expression, such as ``{}``."""
    try:
        return any(not isinstance(each, ast.Expr) for each in parsed(text).body)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
