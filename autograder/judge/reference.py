"""The model answer in a separate worker, called in place of wrong functions.

A task that uses a wrong function is checked in a fresh worker, in which a call of the wrong one is
a question to the judge. A worker of the course's own answers it, so that the judge works on no
student's array, and no code of the course is where a student's is.
"""

import ast
import time
from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any

from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.beside import nothing_beside
from autograder.intake.read import code_of
from autograder.judge.recording import Fields
from autograder.sandbox.explainer import text
from autograder.sandbox.faults import StudentFault
from autograder.sandbox.levels import Level
from autograder.sandbox.processes import Ended
from autograder.sandbox.session import Endpoint, Student
from autograder.sandbox.worker_process import ReferenceCodec, Worker
from autograder.worker import protocol

_SECONDS_TO_LOAD = 30.0
_KINDS = ("TypeError", "ValueError", "IndexError", "MemoryError", "ZeroDivisionError")


class Reference:
    """The model answer of an assignment, in a worker of its own that starts when it is asked.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    level : Level
        Isolation of the worker.

    Attributes
    ----------
    deadline : float
        Value of ``time.monotonic()`` beyond which nothing is answered.
    """

    def __init__(self, assignment: Assignment, level: Level) -> None:
        self._assignment = assignment
        self._level = level
        self.deadline = 0.0
        self._worker: Worker | None = None
        self._loaded = False

    def known(self, names: Collection[str]) -> list[str]:
        """Return the tasks that can be replaced: functions, not classes."""
        return [name for name in names if name in self._functions]

    def answer(self, question: Fields) -> Fields:
        """Return ``value``, or ``error``: the kind of exception that was raised, and its text.

        Parameters
        ----------
        question : dict
            ``asks``, ``args`` and ``kwargs``, as a worker sent them.

        Raises
        ------
        Ended
            There is no answer before the deadline, or the arguments were too much for the worker.
        """
        call = {"target": None, "name": question["asks"], "outcome": False}
        arguments = {"args": question["args"], "kwargs": question["kwargs"]}
        try:
            reply = self._ask(**call, **arguments)
        except TypeError as error:  # an object of the student cannot leave its worker
            return {"error": ["TypeError", str(error)]}
        if "fault" not in reply:
            return {"value": reply["value"]}
        kind, said = text(reply.get("exception")), text(reply.get("message"))
        if reply["fault"] == "signature":
            kind, said = "TypeError", text(reply["definition"])
        return {"error": [kind if kind in _KINDS else "RuntimeError", said]}

    def start(self) -> None:
        """Start the worker in the background, if there is none."""
        if self._worker is None or not self._worker.alive:
            self._worker = Worker.start(self._level, {}, self._assignment.manifest.limits)
            self._loaded = False

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill("closed")

    @cached_property
    def _functions(self) -> set[str]:
        tree = ast.parse(self._assignment.source.read_text(encoding="utf-8"))
        return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

    def _ask(self, **fields: Any) -> Fields:
        self.start()
        assert self._worker is not None
        if not self._loaded:
            self._load(self._worker)
        seconds = self.deadline - time.monotonic()
        return self._worker.request("call", seconds=seconds, codec=_Nothing(), forget=[], **fields)

    def _load(self, worker: Worker) -> None:
        assignment = self._assignment
        source = assignment.source
        code = code_of(source.read_bytes(), source.name, nothing_beside, assignment.module)
        cells = [(cell.source, cell.first_line, cell.label) for cell in code.cells]
        request = {"module": assignment.module, "cells": cells, "forget": []}
        reply = worker.request("load", seconds=_SECONDS_TO_LOAD, codec=_Nothing(), **request)
        if reply["problems"]:
            sentence = _("The model answer of {name} does not load; fix that first.")
            raise KitError(sentence.format(name=assignment.name))
        self._loaded = True


class _Nothing:
    """Codec for plain values, which contain no references."""

    def refer(self, value: Any) -> protocol.Node | None:
        """Return no node: the value cannot be sent."""
        return None

    def handle(self, number: int, class_name: str) -> Any:
        """Refuse."""
        raise protocol.ProtocolError("handle")

    def mapped(self, name: str) -> Any:
        """Refuse."""
        raise protocol.ProtocolError("mapped")


# A question takes 0.2 ms, ten times that on a busy machine. What a check gives must not depend on
# the machine, so questions are counted and not timed: a loop that never ends is soon at the end.
MOST_QUESTIONS = 4_000
# from the worker to the judge and back, on a busy machine
_SECONDS_OF_THE_WAY = 1e-3
_PATIENCE = 10
# a question is too short to be looked at by itself, and so they are looked at together at the end
_LITTLE_LEFT = 1.0


class AskedTooOften(StudentFault):
    """A call exceeded the limit of reference calls."""


class ReferenceProxy:
    """Proxy between judge and worker that answers the worker's reference calls.

    Parameters
    ----------
    worker : Worker
        The student's.
    names : collection of str
        What the worker may ask for.
    reference : Reference
        Answers.
    """

    def __init__(self, worker: Worker, names: Collection[str], reference: Reference) -> None:
        self._worker = worker
        self._names = names
        self._reference = reference
        self._questions = 0
        self._starved = 0.0

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._worker.alive

    def request(self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any) -> Fields:
        """Make a request, answer the worker's own requests, and return the reply.

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
        reply = self._worker.request(op, seconds=seconds, codec=codec, **fields)
        starved = self._uncounted() if "asks" in reply else 0.0
        while "asks" in reply:
            asked = time.monotonic()
            answer = self._answer(reply)
            deadline += time.monotonic() - asked + _SECONDS_OF_THE_WAY
            if deadline - time.monotonic() < _LITTLE_LEFT:
                starved, before = self._uncounted(), starved
                deadline += starved - before
                self._starved += starved - before
            left = min(deadline, latest) - time.monotonic()
            reply = self._worker.request("answer", seconds=left, codec=codec, forget=[], **answer)
        return reply

    @property
    def starved(self) -> float:
        """For how many seconds of its requests it was ready to run without a processor."""
        return self._worker.starved + self._starved

    def kill(self, reason: str) -> None:
        """End the worker."""
        self._worker.kill(reason)

    def _uncounted(self) -> float:
        """Return for how many seconds it was so in its life, but for those that it has counted."""
        return self._worker.seconds_starved() - self._worker.starved

    def _answer(self, question: Fields) -> Fields:
        self._questions += 1
        if not self._may_ask(question):
            raise self._ended("protocol")
        if self._questions > MOST_QUESTIONS:
            self._worker.kill("questions")
            text = _("This calls `{name}` more than {n} times: fix that first.")
            raise AskedTooOften(text.format(name=question["asks"], n=MOST_QUESTIONS))
        try:
            return self._reference.answer(question)
        except Ended as ended:
            # whatever became of it, it was the student's question
            raise self._ended("timeout" if ended.reason == "timeout" else "protocol") from None

    def _may_ask(self, question: Fields) -> bool:
        """Validate that a worker's request, which may be forged, names a known function."""
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


Through = Callable[[Worker], Endpoint]


class Substitution:
    """Judges each task independently of wrong dependencies.

    Parameters
    ----------
    reference : Reference
        Answers.
    load : callable
        Gives the student's code in a fresh worker, with something between judge and worker.
    """

    def __init__(self, reference: Reference, load: Callable[[Through], Student]) -> None:
        self._reference = reference
        self._load = load
        self._answered: list[str] = []
        self._student: Student | None = None

    def known(self, names: Collection[str]) -> list[str]:
        """Return the tasks that the reference can replace."""
        return self._reference.known(names)

    def student(self, answered: list[str], until: float) -> Student:
        """Return the code with the reference replacing these functions.

        Tasks that need the same help share a worker; none that help is given for is checked in it.

        Parameters
        ----------
        answered : list of str
            What the reference answers for.
        until : float
            Value of ``time.monotonic()`` at which the submission has used up its time.
        """
        if self._student is None or self._answered != answered:
            self._close_student()
            self._reference.start()
            self._answered = answered
            self._student = self._load(self._through)
        self._student.deadline = self._reference.deadline = until
        return self._student

    def close(self) -> None:
        """End all workers."""
        self._close_student()
        self._reference.close()

    def _through(self, worker: Worker) -> Endpoint:
        return ReferenceProxy(worker, self._answered, self._reference)

    def _close_student(self) -> None:
        if self._student is not None:
            self._student.close()
