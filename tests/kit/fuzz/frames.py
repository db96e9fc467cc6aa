"""Targets: what a worker sends to the judge, or a student who got hold of one."""

import os
from functools import partial
from typing import Any

import numpy as np
from fuzz.told import outcome, unclear, unless

from autograder import expect
from autograder.course.manifest import Limits
from autograder.sandbox.connection import Connection, Hung
from autograder.sandbox.deadline import Deadline
from autograder.sandbox.levels import Level
from autograder.sandbox.processes import Ended
from autograder.sandbox.proxies import Handle, Outcome
from autograder.sandbox.session import LoadResult, Student
from autograder.sandbox.worker_process import ReferenceCodec
from autograder.worker import protocol

LIMITS = Limits(call_seconds=1.0, submission_seconds=1.0, memory_mb=512)
WANTED = np.array([1.0, 2.0, 3.0])
COMPARISONS = (
    lambda value: expect.close(value, WANTED, what="f(x)"),
    lambda value: expect.close(value, 2.0, what="f(x)", m=5),
    lambda value: expect.equal(value, np.array([1, 2, 3]), what="f(x)"),
    lambda value: expect.finite(value, what="f(x)"),
    lambda value: expect.at_least(value, 0.9, what="f(x)"),
    lambda value: expect.less(value, 0.1, what="f(x)"),
    lambda value: expect.results(value, ("w", "b"), what="f(x)"),
)
_SECONDS = 60.0


def frame(data: bytes) -> list[str]:
    """Take a frame; what it says can be said again."""
    fields = outcome(lambda: received(data))
    if isinstance(fields, str):
        return []
    again = received(b"".join(protocol.encode(fields)))
    return unless(repr(again) == repr(fields), f"{fields!r} became {again!r}")


def reply(data: bytes) -> list[str]:
    """Take it as the reply to whatever is asked: it gives values or faults of the student."""
    forger = Forger(framed(data))
    student = Student([], level=Level.PROCESS, files={}, limits=LIMITS, module="net", worker=forger)
    loaded = outcome(student.load)
    called = outcome(lambda: student.f.call(1))
    made = outcome(lambda: student.Net())
    read = outcome(lambda: made.loss) if isinstance(made, Handle) else None
    said = [each for each in (loaded, called, made, read) if isinstance(each, str)]
    return [
        *unclear([*said, *(loaded.problems if isinstance(loaded, LoadResult) else [])]),
        *unless(isinstance(loaded, LoadResult | str), f"loaded {loaded!r}"),
        *unless(isinstance(called, Outcome | str), f"called {called!r}"),
    ]


def value(data: bytes) -> list[str]:
    """Take it for a returned value and compare that with what is expected, in all ways."""
    fields = outcome(lambda: received(framed(data)))
    if not isinstance(fields, dict):
        return []
    told = [outcome(partial(compare, fields.get("value"))) for compare in COMPARISONS]
    return unclear([each for each in told if isinstance(each, str)])


def framed(data: bytes) -> bytes:
    """Make a frame: the header up to the first byte that is zero, the body behind it."""
    header, _, body = data.partition(b"\0")
    return protocol.HEAD.pack(protocol.MAGIC, len(header), len(body)) + header + body


def received(data: bytes, references: protocol.References | None = None) -> dict[str, Any]:
    """Take bytes as the judge takes them from a worker."""
    connection = Connection()
    _requests, replies, _printed = connection.worker_ends
    os.write(replies, data)
    connection.handed_over()
    try:
        return connection.receive(Deadline(_SECONDS), references)
    except Hung:
        raise protocol.ProtocolError("too short") from None
    finally:
        connection.close()


class Forger:
    """Takes the place of a worker and replies what it likes."""

    def __init__(self, data: bytes) -> None:
        self.alive = True
        self.starved = 0.0
        self._data = data

    def request(self, op: str, *, codec: ReferenceCodec, **fields: Any) -> dict[str, Any]:
        """Reply."""
        try:
            return received(self._data, codec)
        except protocol.ProtocolError:
            raise Ended("protocol") from None

    def kill(self, reason: str) -> None:
        """Go on."""
