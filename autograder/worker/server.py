"""The worker's loop: take a request, run the student's code, reply."""

import builtins
import inspect
import os
import random
import sys
import types
import warnings
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from . import failures, protocol
from .capture import Printed, recorded_warnings
from .handles import ReferenceTable, Unchanged
from .loader import StudentModule

Fields = dict[str, Any]

_FUNCTIONS = (
    types.FunctionType,
    types.MethodType,
    types.BuiltinFunctionType,
    type,
    np.ufunc,
)


class Closed(Exception):
    """The judge has closed its end."""


class Channel:
    """The worker's ends of the two pipes: requests come in by one, replies go out by the other."""

    def __init__(self, requests: int, replies: int) -> None:
        self._requests = requests
        self._replies = replies

    def receive(self, references: protocol.References) -> dict[str, Any]:
        """Wait for the next request."""
        frame = protocol.FrameReader()
        while frame.spaces:
            count = os.readv(self._requests, frame.spaces)
            if not count:
                raise Closed
            frame.filled(count)
        return frame.fields(references)

    def send(self, buffers: list[protocol.Buffer]) -> None:
        """Write a whole frame."""
        rest = [memoryview(buffer) for buffer in buffers]
        while rest:
            written = os.writev(self._replies, rest[:512])
            rest = protocol.unwritten(rest, written)


class Server:
    """Serves one judge, for the code of one submission.

    Parameters
    ----------
    references : ReferenceTable
        The data sets, and the student's objects that the judge gets to hold.
    """

    def __init__(self, references: ReferenceTable) -> None:
        self._references = references
        self._printed = Printed()
        self._code = StudentModule(ModuleType(""))
        self._identity = ""

    def serve(self, channel: Channel) -> None:
        """Serve requests until the judge closes the pipes."""
        sys.stdout = sys.stderr = self._printed
        warnings.simplefilter("ignore")
        self._channel = channel
        channel.send(protocol.encode({"id": "hello"}))
        while True:
            try:
                request = channel.receive(self._references)
            except Closed:
                return
            channel.send(self.answer(request))

    def answer(self, request: Fields) -> list[protocol.Buffer]:
        """Answer a request and return the frame of the reply, without raising."""
        self._identity = request["id"]
        try:
            self._references.handles.forget(request["forget"])
            operation = getattr(self, f"_{request['op']}")
            reply = operation(request)
            return protocol.encode({"id": self._identity, **reply}, self._refer)
        except protocol.Unsendable as error:
            return protocol.encode({"id": self._identity, **failures.bad_result(error)})
        except BaseException as error:
            failure = failures.raised(error, self._code.files)
            return protocol.encode({"id": self._identity, **failure})
        finally:
            self._references.begin()

    def _load(self, request: Fields) -> Fields:
        self._code = StudentModule.empty(request["module"])
        answered = {name: self._answered(name) for name in request.get("answered", ())}
        if "seed" in request:  # code that seeds nothing draws the same numbers when graded again
            random.seed(request["seed"])
            np.random.seed(request["seed"])
        beside = {name: (label, source) for name, label, source in request.get("beside", ())}
        seconds = request.get("budget", 0.0)
        problems = list(self._code.load(request["cells"], beside, answered, seconds))
        _, length = self._printed.take()
        return {
            "problems": problems,
            "names": self._code.names(),
            "skipped": list(self._code.skipped),
            "printed": length,
        }

    def _call(self, request: Fields) -> Fields:
        name, arguments, keywords = request["name"], request["args"], request["kwargs"]
        try:
            function = self._find(request["target"], name)
        except _NotThere as error:
            return failures.missing(error.known)
        self._printed.take()
        try:
            if not request["outcome"]:
                return {"value": function(*arguments, **keywords)}
            with recorded_warnings() as texts:
                value = function(*arguments, **keywords)
        except TypeError as error:
            failure = failures.wrong_signature(error, function, arguments, keywords)
            if failure is None:
                raise
            return failure
        return {
            "value": value,
            "arguments": [self._references.afterwards(argument) for argument in arguments],
            "printed": self._printed.take()[0],
            "warnings": texts,
        }

    def _get(self, request: Fields) -> Fields:
        try:
            value = self._find(request["target"], request["name"])
        except _NotThere as error:
            return failures.missing(error.known)
        if isinstance(value, _FUNCTIONS):
            return {"callable": True}
        return {"value": value}

    def _set(self, request: Fields) -> Fields:
        self._code.enter(request["target"])
        setattr(request["target"], request["name"], request["value"])
        return {"value": None}

    def _answered(self, name: str) -> Callable[..., Any]:
        """Create a function that the judge computes in place of the student's own."""

        def ask(*args: Any, **kwargs: Any) -> Any:
            return self._ask({"asks": name, "args": list(args), "kwargs": kwargs})

        ask.__name__ = ask.__qualname__ = name
        return ask

    def _ask(self, question: Fields) -> Any:
        """Send a request to the judge, whose next message contains the answer."""
        try:
            frame = protocol.encode({"id": self._identity, **question})
        except protocol.Unsendable as error:
            raise TypeError(f"{question['asks']}() cannot take this {error.what}") from None
        self._channel.send(frame)
        answer = self._channel.receive(self._references)
        self._identity = answer["id"]
        if "error" in answer:
            kind, message = answer["error"]
            raise getattr(builtins, kind)(message)
        return answer["value"]

    def _find(self, target: Any, name: str | None) -> Any:
        """Find a name in the student's module, or in one of the student's objects."""
        if name is None:
            return target
        if target is None:
            try:
                return self._code.lookup(name)
            except KeyError:
                raise _NotThere(self._code.names()) from None
        self._code.enter(target)
        try:
            return getattr(target, name)
        except AttributeError:
            if inspect.getattr_static(target, name, None) is not None:  # a property's own error
                raise
            raise _NotThere(dir(target)) from None

    def _refer(self, value: Any) -> protocol.Node | None:
        """Return the node of an unchanged data set or of one of the student's objects."""
        if isinstance(value, Unchanged):
            return ["m", value.name]
        own = type(value).__module__ == self._code.module.__name__
        if own or isinstance(value, _FUNCTIONS):
            return ["h", self._references.handles.add(value), type(value).__name__]
        return None


class _NotThere(Exception):
    def __init__(self, known: list[str]) -> None:
        super().__init__()
        self.known = known
