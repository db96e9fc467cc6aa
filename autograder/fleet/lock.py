"""Only one grading at a time writes into a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _

_LOCK = ".lock"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder's lock; the system lets go of it when the process ends, however it ends.

    Raises
    ------
    KitError
        Another grading holds it.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where nothing is graded
        yield
        return
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            text = _(
                "Another grading is writing into {folder}. Wait until it is done, or choose "
                "another folder with --out."
            )
            raise KitError(text.format(folder=folder)) from None
        yield
