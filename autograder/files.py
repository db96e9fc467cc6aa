"""Read files with clear errors, write them atomically, and lock folders."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from autograder.errors import KitError
from autograder.i18n import _

_LOCK = ".lock"


def read_text(path: Path) -> str:
    """Read a file as UTF-8; raise KitError if that fails."""
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError:
        raise KitError(_("{file}: is not UTF-8 text; save it as UTF-8").format(file=path)) from None


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a file; raise KitError if that fails."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise KitError(
            _("{file}: cannot be read: {reason}").format(file=path, reason=error.strerror)
        ) from None


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file atomically: to a temporary name, then rename it.

    Parameters
    ----------
    path : Path
        The file; its folder must exist.
    content : str or bytes
        Text is written as UTF-8.
    """
    data = content.encode() if isinstance(content, str) else content
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def unwritable(path: Path, error: OSError) -> KitError:
    """Return the error for a file that cannot be written."""
    text = _("{path} cannot be written: {reason}. Choose another folder with --out.")
    return KitError(text.format(path=path, reason=error.strerror))


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder's lock, which the system releases when the process ends.

    Raises
    ------
    KitError
        Another grading holds it, or the folder cannot be written to.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where nothing is graded
        yield
        return
    with _opened(folder / _LOCK) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            text = _("Another run is grading into {folder}. Wait until it has finished.")
            raise KitError(text.format(folder=folder)) from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w")
    except OSError as error:
        raise unwritable(path, error) from error
