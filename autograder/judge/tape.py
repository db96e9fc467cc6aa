"""What checks asked of a student's code, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.sandbox.process import Crossing
from autograder.sandbox.session import Answers

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

    Attributes
    ----------
    by_check : dict
        The exchanges of each check, by the name that :meth:`begin` was given.
    """

    def __init__(self) -> None:
        self.by_check: dict[str, list[Exchange]] = {}
        self._running: list[Exchange] = []

    def begin(self, check: str) -> None:
        """Take note of the check that runs next, with an empty tape."""
        self._running = self.by_check[check] = []

    def add(self, exchange: Exchange) -> None:
        """Write down what passed."""
        self._running.append(exchange)

    def erase(self) -> None:
        """Forget everything: replies can be large."""
        self.by_check.clear()


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
