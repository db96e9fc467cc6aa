"""What checks asked of a student's code, and what came back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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


class Recorder:
    """Stands between the judge and a worker, and writes down what passes.

    Parameters
    ----------
    worker : Answers
        The worker.
    """

    def __init__(self, worker: Answers) -> None:
        self._worker = worker
        self._tapes: dict[str, list[Exchange]] = defaultdict(list)
        self._check = ""

    @property
    def tapes(self) -> Mapping[str, Tape]:
        """The exchanges of each check, by the name that :meth:`begin` was given."""
        return self._tapes

    def begin(self, check: str) -> None:
        """Take note of the check that runs next."""
        self._check = check

    def erase(self) -> None:
        """Forget everything: replies can be large."""
        self._tapes.clear()

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._worker.alive

    def request(self, op: str, *, seconds: float, crossing: Crossing, **fields: Any) -> Fields:
        """Make a request and return the fields of the reply."""
        reply = self._worker.request(op, seconds=seconds, crossing=crossing, **fields)
        if op != "load":
            self._tapes[self._check].append(Exchange(op, fields.get("name"), reply))
        return reply

    def kill(self, reason: str) -> None:
        """End the worker."""
        self._worker.kill(reason)
