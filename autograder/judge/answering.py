"""A worker that may ask: the reference answers for functions that are not right in its code.

A task that uses a wrong one is checked in a fresh worker, in which a call of the wrong one is a
question to the judge. A worker of the course's own answers it, so that the judge works on no
student's array, and no code of the course is where a student's is.
"""

import time
from collections.abc import Collection
from typing import Any

from autograder.i18n import _
from autograder.judge.reference import Reference
from autograder.judge.tape import Fields
from autograder.sandbox.faults import StudentFault
from autograder.sandbox.process import Crossing, Ended
from autograder.sandbox.session import Answers

# A question takes 0.2 ms, ten times that on a busy machine. What a check gives must not depend on
# the machine, so questions are counted and not timed: a loop that never ends is soon at the end.
MOST_QUESTIONS = 4_000
# from the worker to the judge and back, on a busy machine
_SECONDS_OF_THE_WAY = 1e-3
_PATIENCE = 10


class AskedTooOften(StudentFault):
    """A call asked for more answers than are given."""


class Answering:
    """Stands between the judge and a worker, and has its questions answered.

    Parameters
    ----------
    worker : Answers
        The student's.
    names : collection of str
        What the worker may ask for.
    reference : Reference
        Answers.
    """

    def __init__(self, worker: Answers, names: Collection[str], reference: Reference) -> None:
        self._worker = worker
        self._names = names
        self._reference = reference
        self._questions = 0

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._worker.alive

    def request(self, op: str, *, seconds: float, crossing: Crossing, **fields: Any) -> Fields:
        """Make a request, answer what the worker asks meanwhile, and return the reply's fields.

        The time in which the worker waits for answers is not its own, within bounds.

        Raises
        ------
        Ended
            There is no reply, or a question that no function of the worker's asks.
        AskedTooOften
            The worker had to be ended for that.
        """
        self._questions = 0
        if op == "load":
            fields["answered"] = list(self._names)
        deadline = time.monotonic() + seconds
        latest = min(deadline + (_PATIENCE - 1) * seconds, self._reference.deadline)
        reply = self._worker.request(op, seconds=seconds, crossing=crossing, **fields)
        while "asks" in reply:
            asked = time.monotonic()
            answer = self._answer(reply)
            deadline += time.monotonic() - asked + _SECONDS_OF_THE_WAY
            deadline = min(deadline, latest)
            left = deadline - time.monotonic()
            reply = self._worker.request(
                "answer", seconds=left, crossing=crossing, forget=[], **answer
            )
        return reply

    def kill(self, reason: str) -> None:
        """End the worker."""
        self._worker.kill(reason)

    def _answer(self, question: Fields) -> Fields:
        self._questions += 1
        if not self._may_ask(question):
            raise self._ended("protocol")
        if self._questions > MOST_QUESTIONS:
            self._worker.kill("questions")
            text = _("This calls `{name}` more than {n} times: mend that first.")
            raise AskedTooOften(text.format(name=question["asks"], n=MOST_QUESTIONS))
        try:
            return self._reference.answer(question)
        except Ended as ended:
            # whatever became of it, it was the student's question
            raise self._ended("timeout" if ended.reason == "timeout" else "protocol") from None

    def _may_ask(self, question: Fields) -> bool:
        """Tell whether it is a call of something that is answered for: it may be forged."""
        name, args, kwargs = (question.get(key) for key in ("asks", "args", "kwargs"))
        return (
            isinstance(name, str)
            and name in self._names
            and isinstance(args, list)
            and isinstance(kwargs, dict)
            and all(isinstance(key, str) for key in kwargs)
        )

    def _ended(self, reason: str) -> Ended:
        self._worker.kill(reason)
        return Ended(reason)
