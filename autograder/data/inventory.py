"""Which data sets there are, and what of each is on this machine."""

from dataclasses import dataclass
from pathlib import Path

from autograder.data.originals import ORIGINALS, Absent, find, read_intact
from autograder.data.recipes import RECIPES
from autograder.errors import KitError


@dataclass(frozen=True)
class Entry:
    """One data set: where its files lie, their bytes, and what is wrong with them if anything.

    ``embedded`` ones come with scikit-learn and have no files of their own.
    """

    name: str
    embedded: bool
    folder: Path | None = None
    size: int = 0
    problem: str | None = None


def inventory() -> list[Entry]:
    """Look at every data set; the checksums of files that are here are verified."""
    return [_entry(name) for name in RECIPES]


def _entry(name: str) -> Entry:
    if name not in ORIGINALS:
        return Entry(name, embedded=True)
    try:
        files = find(name).values()
        size = sum(len(read_intact(name, file)) for file in files)
    except Absent:
        return Entry(name, embedded=False)
    except KitError as error:
        return Entry(name, embedded=False, problem=str(error))
    return Entry(name, embedded=False, folder=next(iter(files)).parent, size=size)
