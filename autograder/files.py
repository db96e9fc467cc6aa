"""Files: read with a sentence on what is wrong, written whole or not at all, locked."""

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
    """Read a file as UTF-8; KitError names it and says what is wrong."""
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError:
        raise KitError(_("{file}: is not UTF-8 text; save it as UTF-8").format(file=path)) from None


def read_bytes(path: Path) -> bytes:
    """Read a file as it is; KitError names it and says what is wrong."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise KitError(
            _("{file}: cannot be read: {reason}").format(file=path, reason=error.strerror)
        ) from None


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file beside its final place, then move it there in one step.

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
    """Say that a file of a grading cannot be written: full disk, no permission, no such folder."""
    text = _("{path} cannot be written: {reason}. Choose another folder with --out.")
    return KitError(text.format(path=path, reason=error.strerror))


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder's lock; the system lets go of it when the process ends, however it ends.

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
            text = _("Another grading is writing into {folder}. Wait until it is done.")
            raise KitError(text.format(folder=folder)) from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w")
    except OSError as error:
        raise unwritable(path, error) from error
