"""Code read from a student's file."""

import msgspec

from autograder.errors import KitError


class Cell(msgspec.Struct, frozen=True):
    """A piece of code that is run on its own.

    ``label`` names it to the student (``logistic_regression.py``, ``cell 5 of x.ipynb``), and
    ``first_line`` is the number that its first line has there.
    """

    source: str
    first_line: int
    label: str


class Beside(msgspec.Struct, frozen=True):
    """A module of the student's own: its name, the file that it is in, and its source."""

    module: str
    file: str
    source: str


class Code(msgspec.Struct, frozen=True):
    """The cells that can be run, what was wrong with the others, and a hash of the code.

    Code with the same ``digest`` gets the same random inputs.
    ``lost`` says of each name that code left out defines what was wrong with that code; ``beside``
    are modules that the cells import.
    """

    cells: tuple[Cell, ...]
    digest: str
    problems: tuple[str, ...] = ()
    lost: dict[str, str] = {}
    beside: tuple[Beside, ...] = ()


class Unreadable(KitError):
    """No code could be read from a submission; the text says why."""
