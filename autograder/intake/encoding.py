"""From the bytes of a file to its text, in whatever encoding an editor saved it."""

import codecs
import re
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.code import Unreadable

# the longer mark first: that of UTF-32 begins like UTF-16's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# PEP 263: a comment in one of the first two lines
_COOKIE = re.compile(rb"\A(?:[ \t\f]*(?:#.*)?\r?\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
# Python's own and the code pages of Windows; nothing that runs code or unpacks
_TEXT = re.compile(r"(?:utf|cp|iso|latin|euc|big5|gb|shift|sjis|koi8|johab|ascii|ks|mac)[-\w]*")
_OF_KOREAN_WINDOWS = "cp949"
_OF_WESTERN_WINDOWS = "cp1252"
_NUL = "\0"
# no more than space to Python, but no text for the worker
PAGE_BREAKS = {ord("\f"): None, ord("\v"): None}


class Decoded(NamedTuple):
    """A text, and what is to be said about its encoding."""

    text: str
    notes: tuple[str, ...]


def decoded(data: bytes, label: str) -> Decoded:
    """Decode a file that a student saved.

    By its byte order mark or, for Python, the encoding that it declares; else UTF-8, or what
    Windows saves in Korea or else in the West.

    Parameters
    ----------
    data : bytes
        What the file holds.
    label : str
        Its name, for the sentences.

    Raises
    ------
    Unreadable
        It is in none of these.
    """
    text, encoding = _decoded(data, label)
    notes = []
    if encoding is not None:
        note = _("{file}: was read as {encoding}; save it as UTF-8.")
        notes.append(note.format(file=label, encoding=encoding))
    text = text.translate(PAGE_BREAKS)
    if _NUL in text:
        text = text.replace(_NUL, "")
        notes.append(_("{file}: contains NUL characters, which were left out.").format(file=label))
    return Decoded(text, tuple(notes))


def _decoded(data: bytes, label: str) -> tuple[str, str | None]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :] if codec == "utf-8" else data
            if (text := _attempt(rest, codec)) is not None:
                return text, None if codec == "utf-8" else name
            raise _no_text(data, label)
    if (text := _attempt(data, "utf-8")) is not None:
        return text, None
    for codec in filter(None, (_declared(data), _OF_KOREAN_WINDOWS, _OF_WESTERN_WINDOWS)):
        text = _attempt(data, codec)
        if text is not None and _is_text(text):
            return text, codec.upper()
    raise _no_text(data, label)


def _no_text(data: bytes, label: str) -> Unreadable:
    line = data.count(b"\n", 0, _first_fault(data)) + 1
    text = _("{file}: line {line} is not UTF-8 text; save the file as UTF-8")
    return Unreadable(text.format(file=label, line=line))


def _declared(data: bytes) -> str | None:
    """Return the encoding that a script declares."""
    match = _COOKIE.match(data[:1000])
    name = match[1].decode("ascii").lower() if match else ""
    return name if _TEXT.fullmatch(name) else None


def _attempt(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _first_fault(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _is_text(text: str) -> bool:
    """Tell text from a picture or a program: those hold many control characters."""
    return not any(ord(letter) < 32 and letter not in "\t\n\r\f\0" for letter in text)
