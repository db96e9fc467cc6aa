"""Client of the fork server, which imports NumPy once for all submissions.

One server serves all judges of a process, one after the other and at once; it is started with the
first worker, and again should it be lost.
"""

import atexit
import json
import os
import socket
import subprocess
import threading
from collections.abc import Callable, Mapping
from weakref import WeakSet

from autograder.sandbox.processes import Forked

_SECONDS_TO_END = 2.0
StartServer = Callable[[int, int], "subprocess.Popen[bytes]"]


class _Server:
    """A fork server.

    Parameters
    ----------
    start_server : callable
        Starts its process, given its end of the control socket and a place for its troubles.
    output : int
        That place.
    """

    def __init__(self, start_server: StartServer, output: int) -> None:
        self._forked: WeakSet[Forked] = WeakSet()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                self._process = start_server(theirs.fileno(), output)
        except BaseException:
            self._control.close()
            raise

    def fork(self, descriptors: list[int], settings: Mapping[str, object]) -> Forked:
        """Fork a worker; raise ConnectionError if the server is gone."""
        if self._process.poll() is not None:
            raise ConnectionError("the process that forks workers has ended")
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                message = json.dumps(settings).encode()
                socket.send_fds(self._control, [message], [theirs.fileno(), *descriptors])
        except BaseException:
            ours.close()
            raise
        forked = Forked(ours)
        self._forked.add(forked)
        return forked

    def close(self) -> None:
        """End the workers, then the server process."""
        for forked in self._forked:
            forked.kill()
        self.forget()
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        """Close this process's end of the control socket."""
        self._control.close()


_lock = threading.Lock()
_running: list[_Server] = []


def fork(
    pipes: tuple[int, int, int],
    files: dict[str, int],
    limits: dict[str, int],
    *,
    start_server: StartServer,
) -> Forked:
    """Fork a worker from this process's server, starting the server if needed.

    Parameters
    ----------
    pipes : tuple of int
        The worker's ends: requests, replies, output.
    files : mapping of str to int
        Descriptors of the data sets that it may map.
    limits : mapping of str to int
        Resource limits by name.
    start_server : callable
        Starts a server's process.
    """
    settings = {"files": list(files), "limits": limits}
    descriptors = [*pipes, *files.values()]
    with _lock:
        if _running:
            try:
                return _running[0].fork(descriptors, settings)
            except ConnectionError:
                _close()
        _running.append(_Server(start_server, pipes[2]))
        return _running[0].fork(descriptors, settings)


@atexit.register
def _close() -> None:
    while _running:
        _running.pop().close()


def _forget() -> None:
    """Forget the server inherited from the parent process."""
    global _lock
    _lock = threading.Lock()
    while _running:
        _running.pop().forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
