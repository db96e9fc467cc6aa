"""Handles of worker processes, independent of how they were started."""

import contextlib
import os
import select
import signal
import socket
import struct
import subprocess
from pathlib import Path
from typing import Protocol

from autograder.worker import ASK_FOR_PROCESS

_STATUS = struct.Struct("i")
_SIGNALLED = 128
_MS_TO_ANSWER = 100
_NANO = 1e9


class Ended(Exception):
    """The worker has ended, with the reason.

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
    """A process that can be killed together with its children."""

    @property
    def lost(self) -> bool:
        """Whether the process was killed from outside."""

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal; None while it runs."""

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and return as :meth:`poll` does."""

    def starved(self) -> float:
        """Return for how many seconds it has been ready to run without a processor."""

    def kill(self) -> None:
        """Kill it."""


class Spawned:
    """A child process of the judge.

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

    def starved(self) -> float:
        """Return for how many seconds it has been ready to run without a processor."""
        return seconds_starved(
            _innermost(self._process.pid) if self._in_a_box else self._process.pid
        )

    def kill(self) -> None:
        """Kill it and its session."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


class Forked:
    """A process created by the fork server, whose supervisor waits for it.

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
        self._asked = False
        self._number: int | None = None
        self.lost = False

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal; None while it runs."""
        return self.wait(0.0)

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and return as :meth:`poll` does."""
        while self._status is None and self._events.poll(seconds * 1000):
            self._read()
        return self._status

    def starved(self) -> float:
        """Return for how many seconds it has been ready to run without a processor."""
        if not self._asked:
            self._ask_for_number()
        if self._number is None and self._status is None and self._events.poll(_MS_TO_ANSWER):
            self._read()
        return seconds_starved(self._number) if self._number else 0.0

    def kill(self) -> None:
        """Kill it."""
        with contextlib.suppress(OSError):  # it has ended
            self._supervisor.shutdown(socket.SHUT_WR)

    def _ask_for_number(self) -> None:
        self._asked = True
        with contextlib.suppress(OSError):  # it has ended
            self._supervisor.send(ASK_FOR_PROCESS)

    def _read(self) -> None:
        """Read what the supervisor sends: the process, once it was asked for, or how it ended."""
        try:
            message, descriptors, _, _ = socket.recv_fds(self._supervisor, _STATUS.size, 1)
        except ConnectionError:
            message, descriptors = b"", []
        if descriptors:
            self._number = _number_of(descriptors[0])
            return
        self.lost = not message
        self._status = _STATUS.unpack(message)[0] if message else -signal.SIGKILL
        self._supervisor.close()


def seconds_starved(process: int) -> float:
    """Return for how many seconds a process has been ready to run without a processor.

    Its own threads may have taken the processor from it, and it cannot gain time by that: what they
    ran is taken off. Where Linux does not count, or this is another system, it is 0.

    Parameters
    ----------
    process : int
        Its number.
    """
    try:
        ran, waited, *_ = Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    user, system = status.rpartition(")")[2].split()[11:13]
    all_threads = (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    other_threads = max(0.0, all_threads - int(ran) / _NANO)
    return max(0.0, int(waited) / _NANO - other_threads)


def seconds_this_thread_starved() -> float:
    """Return for how many seconds this thread has been ready to run without a processor.

    A worker waits for as long when it has called the judge back.
    """
    try:
        delays = Path("/proc/thread-self/schedstat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(delays.split()[1]) / _NANO


def _number_of(descriptor: int) -> int | None:
    """Return the number of the process that a descriptor stands for, and close the descriptor."""
    try:
        lines = Path(f"/proc/self/fdinfo/{descriptor}").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    finally:
        os.close(descriptor)
    numbers = [int(line.partition(":")[2]) for line in lines if line.startswith("Pid:")]
    return next((number for number in numbers if number > 0), None)


def _innermost(process: int) -> int:
    """Return the process that runs the code: bubblewrap, and a process table of its own, fork."""
    while children := _children(process):
        process = children[0]
    return process


def _children(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(number) for number in text.split()]
