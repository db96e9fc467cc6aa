"""Paths of the judge's interpreter, which is all that a worker can read."""

import os
import stat
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

SYSTEM = Path("/usr")


@cache
def paths() -> tuple[Path, ...]:
    """Return the files and folders of the interpreter and its packages, without ``/usr``."""
    found = {variant for path in _parts() for variant in (path, path.resolve())}
    return tuple(path for path in sorted(found) if not _is_within(path, found | {SYSTEM}))


def _parts() -> Iterator[Path]:
    """Return the paths that Python needs, including those behind a virtual environment.

    Only the parts: an interpreter may have been installed into somebody's home.
    """
    for prefix in (Path(sys.prefix), Path(sys.base_prefix)):
        for part in ("bin", "lib", "lib64", "pyvenv.cfg"):
            if (prefix / part).exists():
                yield prefix / part
    yield Path(sys.executable)
    yield Path(packages())


def packages() -> str:
    """Return the folder that numpy was imported from; it may be the user's own."""
    return os.fspath(Path(np.__file__).parent.parent)


def open_to_everybody() -> bool:
    """Whether every user of this machine can access the interpreter."""
    folders = {folder for path in paths() for folder in path.parents}
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def _is_within(path: Path, others: set[Path]) -> bool:
    return any(path != other and path.is_relative_to(other) for other in others)
