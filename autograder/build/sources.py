"""Reading the files of an exercise."""

from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _


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
