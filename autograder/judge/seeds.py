"""Seeds of the random inputs: new for each submission, the same at a regrade.

A student who knows the seed of another submission, or of his own last one, knows nothing of
the inputs of the next: the course secret is in the hash.
"""

import hashlib
import hmac
import os
import secrets
import zlib
from pathlib import Path

import numpy as np

from autograder.errors import KitError
from autograder.i18n import _

SECRET_FILE = ".autograder-secret"  # noqa: S105 (a file name)
_VISIBLE_ONLY = b"visible checks have the same inputs at every run"


def course_secret(course: Path | None) -> bytes:
    """Read the course's secret, made at the first grading; without a course a public constant.

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
        text = _("The course's secret {path} can be neither read nor written: {reason}.")
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


def submission_seed(secret: bytes, assignment: str, student: str, digest: str) -> int:
    """Derive the seed of one submission: 48 bits, so that every JSON reader keeps it exact.

    Parameters
    ----------
    secret : bytes
        Of the course.
    assignment, student : str
        Names.
    digest : str
        Hash of what was handed in.
    """
    message = "\0".join((assignment, student, digest)).encode()
    return int.from_bytes(hmac.digest(secret, message, hashlib.sha256)[:6], "big")


def check_generator(seed: int, check: str) -> np.random.Generator:
    """Give a check its own generator, whatever runs before it."""
    return np.random.default_rng([seed, zlib.crc32(check.encode())])
