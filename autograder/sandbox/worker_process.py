"""A worker process: start, request, terminate."""

import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from autograder.course.manifest import Limits
from autograder.errors import KitError
from autograder.i18n import _
from autograder.sandbox.connection import Connection, Expired, Flood, Hung
from autograder.sandbox.deadline import Deadline
from autograder.sandbox.launch import launch
from autograder.sandbox.levels import Level
from autograder.sandbox.processes import Ended, Process, seconds_this_thread_starved
from autograder.worker import protocol

_SECONDS_TO_START = 30.0
_SECONDS_TO_DIE = 5.0


class ReferenceCodec(protocol.References, Protocol):
    """Codec for the references in a request and its reply."""

    def refer(self, value: Any) -> protocol.Node | None:
        """Return the node of a value that is not plain, or None."""


class Worker:
    """A process that runs one submission's code; made by :meth:`start`.

    Attributes
    ----------
    starved : float
        For how many seconds of its requests it was ready to run without a processor.
    """

    def __init__(self, level: Level, launch: Callable[[], tuple[Process, Connection]]) -> None:
        self.level = level
        self._launch = launch
        self._process, self._connection = launch()
        self.starved = 0.0
        self._greeted = False
        self._ended: Ended | None = None

    @classmethod
    def start(cls, level: Level, files: Mapping[str, Path], limits: Limits) -> Self:
        """Start a worker without waiting until it is ready.

        Parameters
        ----------
        level : Level
            How well it is isolated.
        files : mapping of str to Path
            The data sets that it may map, by name: ``.npy`` files.
        limits : Limits
            Memory and seconds.
        """
        return cls(level, lambda: _connected(level, files, limits))

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._ended is None and self._process.poll() is None

    def request(
        self,
        op: str,
        *,
        seconds: float,
        codec: ReferenceCodec,
        **fields: Any,
    ) -> dict[str, Any]:
        """Make a request and return the fields of the reply.

        Raises
        ------
        Ended
            There is no reply, and no worker any more.
        TypeError
            An argument cannot be sent; the worker goes on.
        """
        if self._ended is not None:
            raise self._ended
        identity = os.urandom(8).hex()
        try:
            frame = protocol.encode({"id": identity, "op": op, **fields}, codec.refer)
        except protocol.Unsendable as error:
            raise TypeError(f"cannot send {error.what} to a worker: {error.reason}") from None
        self.await_ready()
        deadline = Deadline(seconds, self.seconds_starved)
        try:
            self._connection.send(frame, deadline)
            reply = self._connection.receive(deadline, codec)
        except Expired:
            raise self._end("timeout") from None
        except Flood:
            raise self._end("flood") from None
        except protocol.ProtocolError:
            raise self._end("protocol") from None
        except Hung:
            raise self._post_mortem() from None
        finally:
            self.starved += deadline.starved
        told = reply.get("id")
        if not isinstance(told, str) or told != identity:  # an array has no one truth value
            raise self._end("protocol")
        return reply

    def await_ready(self) -> None:
        """Wait until the worker is ready, as the first request also does.

        Raises
        ------
        KitError
            It did not start, which is no fault of the student.
        """
        self._greeted = self._greeted or self._greets() or self._greets_anew()
        if not self._greeted:
            self._end("start")
            said = protocol.printable(self._connection.output.decode(errors="replace"))
            last = said.strip().rpartition("\n")[2]
            sentence = _("The isolated process did not start (level: {level}). Its output: {said}")
            raise KitError(sentence.format(level=self.level, said=last or "-"))

    def seconds_starved(self) -> float:
        """Return for how many seconds it and the judge have been ready without a processor.

        A worker that has called the judge back waits for the judge.
        """
        return self._process.starved() + seconds_this_thread_starved()

    def kill(self, reason: str) -> None:
        """Kill the worker and its processes."""
        if self._ended is None:
            self._end(reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill("closed")

    def _greets(self) -> bool:
        try:
            hello = self._connection.receive(
                Deadline(_SECONDS_TO_START, self.seconds_starved), None
            )
        except (Expired, Flood, Hung, protocol.ProtocolError):
            self._connection.drain()
            return False
        return hello == {"id": "hello"}

    def _greets_anew(self) -> bool:
        """Restart a worker that may have been killed from outside before it was ready."""
        another = self._launch()
        self._shut()
        self._process, self._connection = another
        return self._greets()

    def _end(self, reason: str, code: int = 0) -> Ended:
        self._ended = Ended(reason, code)
        self._shut()
        return self._ended

    def _shut(self) -> None:
        self._process.kill()
        self._process.wait(_SECONDS_TO_DIE)
        self._connection.close()

    def _post_mortem(self) -> Ended:
        """Determine how the worker ended."""
        status = self._process.wait(_SECONDS_TO_DIE)
        if self._process.lost:
            return self._end("lost")
        if status is None:  # it only closed its pipe
            return self._end("protocol")
        return self._end("signal", -status) if status < 0 else self._end("exit", status)


def _connected(
    level: Level, files: Mapping[str, Path], limits: Limits
) -> tuple[Process, Connection]:
    connection = Connection()
    try:
        process = _launched(level, connection.worker_ends, files, limits)
    except BaseException:
        connection.close()
        raise
    finally:
        connection.handed_over()
    return process, connection


def _launched(*arguments: Any) -> Process:
    """Launch a worker from a lasting thread, since it dies with its parent thread."""
    if threading.current_thread() is threading.main_thread():
        return launch(*arguments)
    return _lasting_thread().submit(launch, *arguments).result()


@cache
def _lasting_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="autograder-launch")


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_lasting_thread.cache_clear)
