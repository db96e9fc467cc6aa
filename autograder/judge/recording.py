"""Record the checks' requests and the student's replies, and compare them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.i18n import _
from autograder.sandbox.faults import BadResult
from autograder.sandbox.proxies import Handle
from autograder.wording import NUMBERS
from autograder.worker.protocol import MAX_BODY

Fields = dict[str, Any]


@dataclass(frozen=True)
class Exchange:
    """A request, without its arguments, and the reply.

    Attributes
    ----------
    op : str
        The operation: ``call``, ``get`` or ``set``.
    name : str or None
        What it was asked of.
    reply : dict
        The fields of the reply.
    """

    op: str
    name: str | None
    reply: Fields


Transcript = Sequence[Exchange]


class Transcripts:
    """The transcripts of all checks of a task.

    All replies may hold together what a single one may: checks keep what they get, and nobody may
    fill the judge's memory with many answers.

    Attributes
    ----------
    by_check : dict
        The exchanges of each check, by the name that :meth:`begin` was given.
    """

    def __init__(self) -> None:
        self.by_check: dict[str, list[Exchange]] = {}
        self._running: list[Exchange] = []
        self._bytes = 0

    def begin(self, check: str) -> None:
        """Start an empty transcript for the next check."""
        self._running = self.by_check[check] = []

    def add(self, op: str, name: str | None, reply: Fields) -> None:
        """Record a request and its reply.

        Raises
        ------
        BadResult
            The replies are too large together.
        """
        self._bytes += memory_of(reply)
        if self._bytes > MAX_BODY:
            text = _("The answers to this task's checks exceed {n} MB in total.")
            raise BadResult(text.format(n=MAX_BODY >> 20))
        self._running.append(Exchange(op, name, reply))

    def erase(self) -> None:
        """Clear all transcripts after a task is judged."""
        self.by_check.clear()
        self._running = []
        self._bytes = 0


def memory_of(value: Any) -> int:
    """Count the bytes of a value from a worker; mapped data sets take none."""
    match value:
        case np.ndarray():
            return 0 if isinstance(value.base, np.memmap) else value.nbytes
        case dict():
            parts = [part for pair in value.items() for part in pair]
        case list() | tuple():
            parts = list(value)
        case _:
            parts = []
    return sys.getsizeof(value) + sum(map(memory_of, parts))


# what one formula gives in two orders of summation differs by far less, and what a check lets
# pass as right by more
_RTOL = 1e-8
_RTOL_FLOAT32 = 1e-4
_ATOL = 1e-12


def same_reply(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Compare two replies: their fault, else value, arguments and whether there were warnings."""
    if "fault" in one or "fault" in other:
        return all(one.get(key) == other.get(key) for key in ("fault", "exception"))
    return (
        one.get("callable") == other.get("callable")
        and bool(one.get("warnings")) == bool(other.get("warnings"))
        and same_value(one.get("value"), other.get("value"))
        and same_value(one.get("arguments"), other.get("arguments"))
    )


def same_value(one: Any, other: Any) -> bool:
    """Compare two values: structure, shape, dtype, and numbers up to rounding.

    A scalar is the same as an array of shape ``()``, a tuple the same as a list, and one object
    of the student the same as another, or as None: what it holds is asked for by itself.
    """
    if isinstance(one, _NUMERIC) and isinstance(other, _NUMERIC):
        return _same_numbers(np.asarray(one), np.asarray(other))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_value(one[key], other[key]) for key in one)
    if isinstance(one, _OBJECT) and isinstance(other, _OBJECT):
        return True
    return type(one) is type(other) and bool(one == other)


_NUMERIC = (*NUMBERS, np.ndarray)
_OBJECT = Handle | None


def _same_numbers(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    if one.dtype.kind not in "fc":
        return bool(np.array_equal(one, other))
    rtol = _RTOL_FLOAT32 if one.dtype == np.float32 else _RTOL
    return bool(np.allclose(one, other, rtol=rtol, atol=_ATOL, equal_nan=True))
