"""A worker's process as the judge sees it, however it was started."""

import contextlib
import os
import select
import signal
import socket
import struct
import subprocess
from typing import Protocol

_STATUS = struct.Struct("i")
_SIGNALLED = 128


class Ended(Exception):
    """The worker is gone, with the reason.

    Attributes
    ----------
    reason : str
        ``timeout``, ``flood``, ``protocol``, ``exit``, ``signal`` or ``lost``, or what
        the worker was ended with.
    code : int
        Exit status, or number of the signal.
    """

    def __init__(self, reason: str, code: int = 0) -> None:
        super().__init__(reason, code)
        self.reason = reason
        self.code = code


class Process(Protocol):
    """A process that can be ended together with all that it started."""

    @property
    def lost(self) -> bool:
        """Whether it ended by no deed of its own: what held it was ended from outside."""

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal; None while it runs."""

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and return as :meth:`poll` does."""

    def kill(self) -> None:
        """End it, whatever it is doing."""


class Spawned:
    """A process of the judge's own.

    Parameters
    ----------
    process : Popen
        Leader of a session.
    in_a_box : bool
        Whether it is bubblewrap, which tells a signal as a shell does.
    """

    lost = False

    def __init__(self, process: "subprocess.Popen[bytes]", *, in_a_box: bool = False) -> None:
        self._process = process
        self._in_a_box = in_a_box

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal; None while it runs."""
        status = self._process.poll()
        if status is not None and self._in_a_box and status > _SIGNALLED:
            return _SIGNALLED - status
        return status

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and return as :meth:`poll` does."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self.poll()

    def kill(self) -> None:
        """End it and its session, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


class Forked:
    """A process that a fork server made, and that its supervisor waits for.

    Parameters
    ----------
    supervisor : socket
        The supervisor kills the process when this end is shut, and reports here how it ended.

    Attributes
    ----------
    lost : bool
        Whether the fork server itself was ended from outside, and the process with it.
    """

    def __init__(self, supervisor: socket.socket) -> None:
        self._supervisor = supervisor
        self._events = select.poll()
        self._events.register(supervisor, select.POLLIN)
        self._status: int | None = None
        self.lost = False

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal; None while it runs."""
        return self.wait(0.0)

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and return as :meth:`poll` does."""
        if self._status is None and self._events.poll(seconds * 1000):
            told = _read_status(self._supervisor)
            self.lost = told is None
            self._status = -signal.SIGKILL if told is None else told
            self._supervisor.close()
        return self._status

    def kill(self) -> None:
        """End it, whatever it is doing."""
        with contextlib.suppress(OSError):  # it has ended
            self._supervisor.shutdown(socket.SHUT_WR)


def _read_status(supervisor: socket.socket) -> int | None:
    try:
        told = supervisor.recv(_STATUS.size)
    except ConnectionError:
        told = b""
    return _STATUS.unpack(told)[0] if told else None
