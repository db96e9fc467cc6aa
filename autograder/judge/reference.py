"""The reference: the model answer in a worker of its own, called in place of a wrong function."""

import ast
import time
from collections.abc import Collection
from functools import cached_property
from typing import Any

from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import read_code
from autograder.judge.tape import Fields
from autograder.sandbox.explain import text
from autograder.sandbox.isolation import Level
from autograder.sandbox.process import Worker
from autograder.worker import wire

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
        """Return those of the tasks that can be answered for: functions, but no classes."""
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
        """Start the worker, if there is none; it comes up while something else is done."""
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
        return self._worker.request(
            "call", seconds=seconds, crossing=_Nothing(), forget=[], **fields
        )

    def _load(self, worker: Worker) -> None:
        assignment = self._assignment
        code = read_code(assignment.source, assignment.module)
        cells = [(cell.source, cell.first_line, cell.label) for cell in code.cells]
        request = {"module": assignment.module, "cells": cells, "forget": []}
        reply = worker.request("load", seconds=_SECONDS_TO_LOAD, crossing=_Nothing(), **request)
        if reply["problems"]:
            sentence = _("The model answer of {name} does not load; mend that first.")
            raise KitError(sentence.format(name=assignment.name))
        self._loaded = True


class _Nothing:
    """The arguments and results of functions of plain values refer to nothing."""

    def refer(self, value: Any) -> wire.Node | None:
        """Give no node: the value cannot be sent."""
        return None

    def handle(self, number: int, class_name: str) -> Any:
        """Refuse."""
        raise wire.WireError("handle")

    def mapped(self, name: str) -> Any:
        """Refuse."""
        raise wire.WireError("mapped")
