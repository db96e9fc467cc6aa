"""The order of a student's attempts: by time of submission, else by folder, else by file."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

Attempt = Literal["latest", "best", "first"]

_NUMBER = re.compile(r"\d+")
# nbgrader writes "2026-03-02 12:00:00.000000 UTC"; all attempts of a class are in one time zone
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)")
_MOST_DIGITS = 18
_LONGEST_TIME = 100


def in_order(files: Sequence[Path]) -> list[Path]:
    """Sort files from the first attempt to the latest.

    The time in the ``timestamp.txt`` beside each counts, if all have one. Else the numbers in the
    names of their folders do, such as dates, if all have some and they differ. Else it is the
    time at which the files were changed.

    Parameters
    ----------
    files : sequence of Path
        One for each attempt.
    """
    times = [_time_beside(path) for path in files]
    if None not in times:
        return _sorted_by(files, times)
    numbers = [_numbers(path) for path in files]
    if all(numbers) and len(set(numbers)) == len(numbers):
        return _sorted_by(files, numbers)
    return sorted(files, key=lambda path: (path.stat().st_mtime, path))


def _sorted_by(files: Sequence[Path], keys: Iterable[Any]) -> list[Path]:
    key_of = dict(zip(files, keys, strict=True))
    return sorted(files, key=lambda path: (key_of[path], path))


def _time_beside(path: Path) -> datetime | None:
    beside = path.with_name("timestamp.txt")
    if beside.is_symlink() or not beside.is_file():
        return None
    with beside.open("rb") as file:
        found = _TIME.match(file.read(_LONGEST_TIME).decode("ascii", "replace").strip())
    try:
        return datetime.fromisoformat(f"{found[1]} {found[2]}") if found else None
    except ValueError:
        return None


def _numbers(path: Path) -> tuple[int, ...]:
    return tuple(int(each[:_MOST_DIGITS]) for each in _NUMBER.findall(str(path.parent)))
