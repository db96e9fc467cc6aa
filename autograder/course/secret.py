"""The secret of a course, from which the random inputs of the checks derive."""

import os
import secrets
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _

SECRET_FILE = ".autograder-secret"  # noqa: S105 (a file name)
_VISIBLE_ONLY = b"visible checks have the same inputs at every run"


def course_secret(course: Path | None) -> bytes:
    """Read the course's secret, creating it if needed; a constant without a course.

    Raises
    ------
    KitError
        The secret can be neither read nor written.
    """
    if course is None:
        return _VISIBLE_ONLY
    path = course / SECRET_FILE
    try:
        if not path.exists():
            _create(path)
        return path.read_bytes().strip()
    except OSError as error:
        text = _("The course's secret {path} is neither readable nor writable: {reason}.")
        raise KitError(text.format(path=path, reason=error.strerror)) from error


def _create(path: Path) -> None:
    # complete before it has its name, and the first of two graders wins
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.touch(mode=0o600)
    temporary.write_text(secrets.token_hex(32) + "\n")
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
