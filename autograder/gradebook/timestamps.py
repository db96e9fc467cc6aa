"""Say which times of submission nbgrader cannot read, or misreads."""

import re
import warnings
from datetime import datetime, timedelta
from pathlib import Path

from dateutil import parser, tz  # type: ignore[import-untyped]

from autograder.i18n import _
from autograder.intake.untrusted import printable

FILE = "timestamp.txt"
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)$")
_EXAMPLE = "2026-03-31 23:59:59 UTC"
# nbgrader takes the third word of three for the zone
_BEFORE_ZONE = 2
_LONGEST = 100


def timestamp_problem(folder: Path, student: str) -> str:
    """Return a sentence on a time of submission that nbgrader takes for another one, or "".

    nbgrader takes a time that it cannot read for none at all, which is never late. It takes the
    offset in ``10:00:00 +0900`` for 900 seconds, and a zone that it does not know, for UTC.

    Parameters
    ----------
    folder : Path
        A submission in ``submitted/``.
    student : str
        Whose it is.
    """
    path = folder / FILE
    try:
        text = path.read_bytes().decode().strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        return _unreadable(path, student, "")
    time, known = _read(text)
    if time is None:
        return _unreadable(path, student, text)
    last = text.rpartition(" ")[2]
    offset = _OFFSET.fullmatch(last) if text.count(" ") == _BEFORE_ZONE else None
    if offset and (seconds := _seconds(offset)):
        utc = time.replace(tzinfo=None) - timedelta(seconds=seconds)
        return _misread(path, student, text, f"{utc:%Y-%m-%d %H:%M:%S} UTC")
    return "" if known else _misread(path, student, text, _EXAMPLE)


def _read(text: str) -> tuple[datetime | None, bool]:
    """Read a time without its offset; return it, and whether its zone is a known one."""
    first, _space, last = text.rpartition(" ")
    if text.count(" ") == _BEFORE_ZONE and last != "Z" and not last.isdigit():
        known = bool(_OFFSET.fullmatch(last) or tz.gettz(last))
        text = first
    else:
        known = True
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            time: datetime = parser.parse(text)
    except (ValueError, OverflowError):
        return None, known
    unknown = any(issubclass(each.category, parser.UnknownTimezoneWarning) for each in caught)
    return time, known and not unknown


def _seconds(offset: re.Match[str]) -> int:
    seconds = int(offset[2]) * 3600 + int(offset[3]) * 60
    return -seconds if offset[1] == "-" else seconds


def _unreadable(path: Path, student: str, text: str) -> str:
    sentence = _(
        "{student}: the time of submission in {file} cannot be read: “{text}”. It counts as on "
        "time. Write it as `{right}`, then grade again."
    )
    shown = printable(text[:_LONGEST])
    return sentence.format(student=student, file=path, text=shown, right=_EXAMPLE)


def _misread(path: Path, student: str, text: str, right: str) -> str:
    sentence = _(
        "{student}: nbgrader misreads the time in {file}: “{text}”, so lateness may be wrong. "
        "Write it in UTC, as in `{right}`, then grade again."
    )
    return sentence.format(student=student, file=path, text=printable(text[:_LONGEST]), right=right)
