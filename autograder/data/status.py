"""Status of every data set on this machine."""

from dataclasses import dataclass
from pathlib import Path

from autograder.data.cache import open_set
from autograder.data.dataset import Source
from autograder.data.folders import prepared_folder
from autograder.data.recipes import RECIPES, key
from autograder.data.upstream import ORIGINALS, Absent, find, read_intact
from autograder.errors import KitError


@dataclass(frozen=True)
class Entry:
    """Status of a data set: location, size and any problem of its files.

    ``embedded`` ones come with scikit-learn and have no files of their own. ``prepared`` are the
    parts that can be used although the files are gone.
    """

    name: str
    embedded: bool
    folder: Path | None = None
    size: int = 0
    problem: str | None = None
    prepared: tuple[Source, ...] = ()


def inventory() -> list[Entry]:
    """Report on every data set, verifying the checksums of existing files."""
    return [_entry(name) for name in RECIPES]


def _entry(name: str) -> Entry:
    if name not in ORIGINALS:
        return Entry(name, embedded=True)
    try:
        files = find(name).values()
        size = sum(len(read_intact(name, file)) for file in files)
    except Absent:
        return Entry(name, embedded=False, prepared=_prepared(name))
    except KitError as error:
        return Entry(name, embedded=False, problem=str(error))
    return Entry(name, embedded=False, folder=next(iter(files)).parent, size=size)


def _prepared(name: str) -> tuple[Source, ...]:
    folders = sorted(prepared_folder().glob(f"{name}-*-*-*"))
    sets = [open_set(folder) for folder in folders if _is_used(folder.name, name)]
    return tuple(each.about for each in sets if each)


def _is_used(folder: str, name: str) -> bool:
    """Return whether a prepared folder belongs to a current recipe."""
    counts = folder.removeprefix(f"{name}-").split("-")[:2]
    n_train, n_test = (int(count) if count.isdecimal() else None for count in counts)
    return folder == key(name, n_train, n_test)
