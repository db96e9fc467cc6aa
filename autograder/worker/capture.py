"""Capture the output and warnings of student code, up to a limit."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

LONGEST = 64 << 10
MOST_WARNINGS = 20


class Printed(io.TextIOBase):
    """Replacement for ``sys.stdout`` and ``sys.stderr`` that keeps only the beginning."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._length = 0

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, text: str) -> int:
        """Write text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        room = LONGEST - self._length
        if room > 0:
            self._kept.append(text[:room])
        self._length += len(text)
        return len(text)

    def take(self) -> tuple[str, int]:
        """Return the beginning and the total length of the output, and reset."""
        taken = "".join(self._kept), self._length
        self._kept, self._length = [], 0
        return taken


@contextmanager
def recorded_warnings() -> Iterator[list[str]]:
    """Collect warnings as ``"RuntimeWarning: overflow encountered in exp"``."""
    texts: list[str] = []

    def keep(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if len(texts) < MOST_WARNINGS:
            texts.append(f"{category.__name__}: {message}"[:500])

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = keep
        yield texts
