"""Writing files so that a reader never sees half of one."""

import os
import tempfile
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _


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
