"""The judge's ends of a worker's pipes, with deadlines and size limits."""

import os
import select
from typing import Any

from autograder.sandbox.deadline import Deadline
from autograder.worker import protocol

MOST_OUTPUT = 16 << 20
_KEPT_OUTPUT = 64 << 10
_PIPE_SIZE = 1 << 20
_SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ of Linux


class Expired(Exception):
    """The deadline has passed."""


class Hung(Exception):
    """The worker has closed its reply pipe."""


class Flood(Exception):
    """The worker wrote too much to its standard output or error."""


class Connection:
    """Three pipes: requests to the worker, replies from it, and what it prints on its own.

    Attributes
    ----------
    worker_ends : tuple of int
        Descriptors for the worker: requests, replies, output; to be closed by
        :meth:`handed_over` once the worker has inherited them.
    output : bytes
        The beginning of what the worker wrote to its standard output and error.
    """

    def __init__(self) -> None:
        requests, self._requests = os.pipe()
        self._replies, replies = os.pipe()
        self._printed, printed = os.pipe()
        self.worker_ends = (requests, replies, printed)
        for descriptor in (self._requests, self._replies):
            _enlarge(descriptor)
        for descriptor in (self._requests, self._replies, self._printed):
            os.set_blocking(descriptor, False)
        self.output = b""
        self._output_length = 0
        self._poll = select.poll()
        self._poll.register(self._replies, select.POLLIN)
        self._poll.register(self._printed, select.POLLIN)

    def handed_over(self) -> None:
        """Close the worker's ends in this process."""
        for descriptor in self.worker_ends:
            os.close(descriptor)

    def close(self) -> None:
        """Close the judge's ends."""
        for descriptor in (self._requests, self._replies, self._printed):
            os.close(descriptor)

    def send(self, buffers: list[protocol.Buffer], deadline: Deadline) -> None:
        """Write a frame, waiting for a slow worker until the deadline."""
        rest = [memoryview(buffer) for buffer in buffers]
        while rest:
            try:
                rest = protocol.unwritten(rest, os.writev(self._requests, rest[:512]))
            except BlockingIOError:
                self._wait_to_write(deadline)
            except BrokenPipeError:
                raise Hung from None

    def receive(self, deadline: Deadline, references: protocol.References | None) -> dict[str, Any]:
        """Read one frame.

        Raises
        ------
        Expired, Hung, Flood
            Nothing more is to be expected of the worker.
        ProtocolError
            It broke the format.
        """
        frame = protocol.FrameReader()
        while frame.spaces:
            try:
                count = os.readv(self._replies, frame.spaces)
            except BlockingIOError:
                self._wait(deadline)
                continue
            if not count:
                raise Hung
            frame.filled(count)
        return frame.fields(references)

    def drain(self) -> None:
        """Read the available output."""
        while self._take():
            pass

    def _wait_to_write(self, deadline: Deadline) -> None:
        self._poll.register(self._requests, select.POLLOUT)
        try:
            self._wait(deadline)
        finally:
            self._poll.unregister(self._requests)

    def _wait(self, deadline: Deadline) -> None:
        """Wait for an event, reading output meanwhile."""
        seconds = deadline.left()
        if seconds <= 0:
            raise Expired
        events = self._poll.poll(max(1, seconds * 1000))
        printed = any(descriptor == self._printed for descriptor, _ in events)
        if printed and self._take() == b"":
            self._poll.unregister(self._printed)

    def _take(self) -> bytes | None:
        """Read some output; empty at its end, None if there is none yet."""
        try:
            piece = os.read(self._printed, 1 << 16)
        except BlockingIOError:
            return None
        self._output_length += len(piece)
        self.output += piece[: _KEPT_OUTPUT - len(self.output)]
        if self._output_length > MOST_OUTPUT:
            raise Flood
        return piece


def _enlarge(descriptor: int) -> None:
    """Make a pipe hold 1 MiB, which makes large arrays four times faster, where that is allowed."""
    try:
        import fcntl

        fcntl.fcntl(descriptor, _SET_PIPE_SIZE, _PIPE_SIZE)
    except (ImportError, OSError):
        pass
