"""Read submitted files and print text from them, defensively."""

import errno
import os
import stat
from pathlib import Path

from autograder.i18n import _
from autograder.intake.code import Unreadable

# O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
# Windows has neither of the first two, and needs the third.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_LIMIT = 300


def read_file(path: Path, limit: int) -> bytes:
    """Read a regular file of at most ``limit`` bytes without hard links.

    A link, symbolic or hard, could make the judge read a file that its author cannot.

    Raises
    ------
    Unreadable
        saying what the file is instead.
    """
    try:
        if path.is_symlink():
            raise _unreadable(path, _("is a link; submit the file itself"))
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise _unreadable(path, _reason(error)) from None
    try:
        return _read(descriptor, path, limit)
    finally:
        os.close(descriptor)


def _read(descriptor: int, path: Path, limit: int) -> bytes:
    fault = _fault(os.fstat(descriptor), limit)
    if fault:
        raise _unreadable(path, fault)
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _unreadable(path, _too_large(limit))
    return data


def _fault(status: os.stat_result, limit: int) -> str | None:
    if stat.S_ISDIR(status.st_mode):
        return _("is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        return _("is not a regular file")
    if status.st_nlink > 1:
        return _("is a hard link to another file; submit a copy")
    if status.st_size > limit:
        return _too_large(limit)
    return None


def _too_large(limit: int) -> str:
    return _("is larger than {limit} MB; submit only the code").format(limit=limit // 1_000_000)


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return _("does not exist")
        case errno.ELOOP:
            return _("is a link; submit the file itself")
        case errno.EACCES | errno.EISDIR:
            return _("cannot be read; check its permissions")
    return error.strerror or str(error)


def _unreadable(path: Path, fault: str) -> Unreadable:
    return Unreadable(_("{file}: {fault}").format(file=printable(path.name), fault=fault))


def printable(text: str, limit: int = _LIMIT) -> str:
    r"""Return the text on one line, without control characters, cut to a length.

    Control characters could rewrite the terminal of the person who reads the report.

    Examples
    --------
    >>> printable("red: \x1b[31m")
    'red: �[31m'
    """
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
