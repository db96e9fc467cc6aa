"""Link from an nbgrader course to the course that it was created from."""

from pathlib import Path

import msgspec

from autograder.errors import KitError
from autograder.i18n import _

LINK = "autograder.json"


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """What ``autograder course init`` remembers of an nbgrader course.

    Attributes
    ----------
    course : str
        Path of the kit's course.
    language : str
        Of all that students read: ``"en"`` or ``"ko"``.
    database : str or None
        URL of the gradebook; None for nbgrader's own choice.
    files : dict of str to str
        The files that it wrote, with their SHA-256.
    cells : dict of str to dict of str to tuple of str
        The cells of the notebooks among them, with digests of their parts.
    """

    course: str
    language: str
    database: str | None = None
    files: dict[str, str] = {}
    cells: dict[str, dict[str, tuple[str, ...]]] = {}


def is_linked(folder: Path) -> bool:
    """Return whether a folder is an nbgrader course created by the kit."""
    return (folder / LINK).is_file()


def linked(folder: Path) -> Link:
    """Read the link of an nbgrader course.

    Raises
    ------
    KitError
        There is none, or it cannot be read.
    """
    path = folder / LINK
    try:
        return msgspec.json.decode(path.read_bytes(), type=Link)
    except FileNotFoundError:
        text = _("{folder}: not created by `autograder course init`: {file} is missing.")
        raise KitError(text.format(folder=folder, file=LINK)) from None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        text = _("{file}: cannot be read ({reason}); run `autograder course init` again.")
        raise KitError(text.format(file=path, reason=error)) from None
