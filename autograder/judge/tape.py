"""What checks asked of a student's code, and what came back."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.i18n import _
from autograder.sandbox.faults import BadResult
from autograder.sandbox.process import Crossing
from autograder.sandbox.session import Answers
from autograder.worker.wire import MAX_BODY

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


Tape = Sequence[Exchange]


class Tapes:
    """The tapes of all checks of a task, whichever worker answered.

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
        """Take note of the check that runs next, with an empty tape."""
        self._running = self.by_check[check] = []

    def add(self, exchange: Exchange) -> None:
        """Write down what passed.

        Raises
        ------
        BadResult
            The replies are too large together.
        """
        self._bytes += memory_of(exchange.reply)
        if self._bytes > MAX_BODY:
            text = _("The answers to the checks of this task hold more than {n} MB together.")
            raise BadResult(text.format(n=MAX_BODY >> 20))
        self._running.append(exchange)

    def erase(self) -> None:
        """Forget everything, once a task is judged."""
        self.by_check.clear()
        self._running = []
        self._bytes = 0


class Recorder:
    """Stands between the judge and a worker, and writes down what passes.

    Parameters
    ----------
    worker : Answers
        The worker.
    tapes : Tapes
        Where it is written.
    """

    def __init__(self, worker: Answers, tapes: Tapes) -> None:
        self._worker = worker
        self._tapes = tapes

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._worker.alive

    def request(self, op: str, *, seconds: float, crossing: Crossing, **fields: Any) -> Fields:
        """Make a request and return the fields of the reply."""
        reply = self._worker.request(op, seconds=seconds, crossing=crossing, **fields)
        if op != "load":
            self._tapes.add(Exchange(op, fields.get("name"), reply))
        return reply

    def kill(self, reason: str) -> None:
        """End the worker."""
        self._worker.kill(reason)


def memory_of(value: Any) -> int:
    """Count the bytes that a value from a worker takes; a data set is mapped and takes none."""
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
