"""Prepared data sets on disk: written atomically once, then memory-mapped.

The folder of one set::

    contents.json    what it is, and which arrays it has
    worker/*.npy     what a worker may map
    judge/*.npy      what only the judge reads: the test labels
"""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
import numpy as np

from autograder.data.dataset import Dataset, Mapped, Source
from autograder.data.folders import cache_unwritable
from autograder.data.recipes import Prepared

_CONTENTS = "contents.json"


class _Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: Source
    worker: list[str]
    judge: list[str]


def open_set(folder: Path, stand_in_for: str | None = None) -> Dataset | None:
    """Map the arrays of a prepared set; None if it is missing or incomplete."""
    try:
        contents = msgspec.json.decode((folder / _CONTENTS).read_bytes(), type=_Contents)
        arrays: dict[str, Mapped | np.ndarray] = {
            name: _map(name, folder / "worker") for name in contents.worker
        }
        arrays |= {name: _map(name, folder / "judge").array for name in contents.judge}
    except (OSError, ValueError, EOFError, msgspec.MsgspecError):
        return None
    return Dataset(contents.source, arrays, stand_in_for)


def write_set(prepared: Prepared, folder: Path) -> None:
    """Write a prepared set atomically.

    Raises
    ------
    KitError
        If the cache cannot be written to.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".preparing-", dir=folder.parent) as scratch:
            _write(prepared, Path(scratch, "fresh"))
            _put_in_place(Path(scratch, "fresh"), folder, aside=Path(scratch, "damaged"))
    except OSError as error:
        raise cache_unwritable(error) from error


def _map(name: str, folder: Path) -> Mapped:
    path = folder / f"{name}.npy"
    # np.load would unpickle what is not an array; a memmap is slower in every small operation
    array = np.asarray(np.lib.format.open_memmap(path, mode="r"))
    return Mapped(name, array, path)


def _write(prepared: Prepared, folder: Path) -> None:
    _save(prepared.worker, folder / "worker")
    _save(prepared.judge, folder / "judge")
    # a worker without a sandbox that has dropped its privileges must not find the labels
    (folder / "judge").chmod(0o700)
    contents = _Contents(prepared.source, list(prepared.worker), list(prepared.judge))
    (folder / _CONTENTS).write_bytes(msgspec.json.encode(contents))


def _save(arrays: Mapping[str, np.ndarray], folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def _put_in_place(fresh: Path, folder: Path, aside: Path) -> None:
    """Move a new set into place, unless another process was first."""
    if open_set(folder) is not None:
        return
    with suppress(FileNotFoundError):
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        if open_set(folder) is None:
            raise
