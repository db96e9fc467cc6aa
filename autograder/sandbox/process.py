"""One worker process: start it, ask it, end it."""

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from autograder import worker
from autograder.sandbox.connection import Connection, Expired, Flood, Hung
from autograder.sandbox.levels import Level
from autograder.worker import wire

_FOLDER = Path(worker.__file__).parent
_SECONDS_TO_START = 30.0
_SECONDS_TO_DIE = 5.0


class Limits(Protocol):
    """What a submission may use up."""

    @property
    def call_seconds(self) -> float:
        """Wall-clock seconds of one call."""

    @property
    def submission_seconds(self) -> float:
        """Wall-clock seconds of the whole submission."""

    @property
    def memory_mb(self) -> int:
        """Address space of the worker."""


class Crossing(wire.References, Protocol):
    """What the values of a request and of its reply refer to."""

    def refer(self, value: Any) -> wire.Node | None:
        """Give the node of a value that is not plain, or None."""


class Ended(Exception):
    """The worker is gone, with the reason.

    Attributes
    ----------
    reason : str
        ``timeout``, ``flood``, ``protocol``, ``exit`` or ``signal``, or what :meth:`Worker.kill`
        was given.
    code : int
        Exit status, or number of the signal.
    """

    def __init__(self, reason: str, code: int = 0) -> None:
        super().__init__(reason, code)
        self.reason = reason
        self.code = code


class Worker:
    """A process that runs one submission's code; made by :meth:`start`."""

    def __init__(self, process: "subprocess.Popen[bytes]", connection: Connection) -> None:
        self._process = process
        self._connection = connection
        self._greeted = False
        self._ended: Ended | None = None

    @classmethod
    def start(cls, level: Level, files: Mapping[str, Path], limits: Limits) -> Self:
        """Start a worker and return at once: it gets ready while the judge does something else.

        Parameters
        ----------
        level : Level
            How well it is isolated.
        files : mapping of str to Path
            The data sets that it may map, by name: ``.npy`` files.
        limits : Limits
            Memory and seconds.

        Raises
        ------
        RuntimeError
            In any thread but the main one: the worker would end with that thread.
        """
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("a worker can only be started by the main thread")
        connection = Connection()
        descriptors = {name: os.open(path, os.O_RDONLY) for name, path in files.items()}
        requests, replies, output = connection.worker_ends
        settings = {"requests": requests, "replies": replies, "files": descriptors}
        command = [sys.executable, "-I", "-B", str(_FOLDER / "__main__.py"), json.dumps(settings)]
        try:
            process = subprocess.Popen(  # noqa: S603  our own interpreter
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[requests, replies, *descriptors.values()],
                cwd="/",
                env={"OPENBLAS_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"},
                start_new_session=True,
            )
        finally:
            connection.handed_over()
            for descriptor in descriptors.values():
                os.close(descriptor)
        return cls(process, connection)

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""
        return self._ended is None

    def request(
        self,
        op: str,
        *,
        seconds: float,
        crossing: Crossing,
        **fields: Any,
    ) -> dict[str, Any]:
        """Make a request and return the fields of the reply.

        Raises
        ------
        Ended
            There is no reply, and no worker any more.
        Unsendable
            An argument cannot be sent; the worker goes on.
        """
        if self._ended is not None:
            raise self._ended
        identity = secrets.token_hex(8)
        frame = wire.encode({"id": identity, "op": op, **fields}, crossing.refer)
        self._await_greeting()
        deadline = time.monotonic() + seconds
        try:
            self._connection.send(frame, deadline)
            reply = self._connection.receive(deadline, crossing)
        except Expired:
            raise self._end("timeout") from None
        except Flood:
            raise self._end("flood") from None
        except wire.WireError:
            raise self._end("protocol") from None
        except Hung:
            raise self._post_mortem() from None
        if reply.get("id") != identity:
            raise self._end("protocol")
        return reply

    def kill(self, reason: str) -> None:
        """End the worker and all that it started, whatever it is doing."""
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

    def _await_greeting(self) -> None:
        if self._greeted:
            return
        hello = self._connection.receive(time.monotonic() + _SECONDS_TO_START, None)
        self._greeted = hello == {"id": "hello"}

    def _end(self, reason: str, code: int = 0) -> Ended:
        self._ended = Ended(reason, code)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(_SECONDS_TO_DIE)
        self._connection.close()
        return self._ended

    def _post_mortem(self) -> Ended:
        """Find out how the worker ended by itself."""
        try:
            status = self._process.wait(_SECONDS_TO_DIE)
        except subprocess.TimeoutExpired:  # it only closed its pipe
            return self._end("protocol")
        return self._end("signal", -status) if status < 0 else self._end("exit", status)
