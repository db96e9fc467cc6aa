"""Isolated processes, and the supervisor that terminates them.

The supervisor ends a worker when its judge asks for it, and reports how the worker ended.
"""

import contextlib
import os
import resource
import select
import signal
import socket
import struct
from collections.abc import Collection
from itertools import pairwise

from . import ASK_FOR_PROCESS, linux

_STATUS = struct.Struct("i")


def go_on_as_the_first() -> None:
    """Continue in a child that is process 1 of a new PID namespace.

    The right to leave that table for a moment comes with having made it.
    """
    linux.put_children_apart()
    child = os.fork()
    if child:
        close_all_but(())
        _, status = os.waitpid(child, 0)
        os._exit(int(bool(status)))


def close_all_but(kept: Collection[int]) -> None:
    """Close all open files but those of these numbers."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    for below, above in pairwise([-1, *sorted(kept), most]):
        if below + 1 < above:  # closerange(0, 0) would close them all
            os.closerange(below + 1, above)


class Supervisor:
    """Supervises the workers forked by this process.

    Parameters
    ----------
    control : int
        Descriptor of the socket that messages come by.
    """

    def __init__(self, control: int) -> None:
        self._control = control
        self._events = select.poll()
        self._events.register(control, select.POLLIN)
        self._judges: dict[int, int] = {}
        self._workers: dict[int, tuple[int, int]] = {}

    def take(self, worker: int, judge: int) -> None:
        """Supervise a worker until the judge closes its socket."""
        ending = linux.open_process(worker)
        self._judges[judge] = worker
        self._workers[ending] = worker, judge
        self._events.register(judge, select.POLLIN)
        self._events.register(ending, select.POLLIN)

    def await_message(self) -> None:
        """Supervise the workers until the control socket has a message."""
        ready: set[int] = set()
        while self._control not in ready:
            ready = {descriptor for descriptor, _ in self._events.poll()}
            for ending in ready & self._workers.keys():
                self._tell(ending)
            for judge in ready & self._judges.keys():
                self._serve(judge)

    def _serve(self, judge: int) -> None:
        """Give the judge a descriptor of the worker, or end the worker when the judge shuts."""
        worker = self._judges[judge]
        if os.read(judge, len(ASK_FOR_PROCESS)):
            ending = next(each for each, (number, _) in self._workers.items() if number == worker)
            with socket.socket(fileno=os.dup(judge)) as channel, contextlib.suppress(OSError):
                socket.send_fds(channel, [b"."], [ending])
        else:
            self._events.unregister(judge)
            os.kill(worker, signal.SIGKILL)

    def end_all(self) -> None:
        """End all workers."""
        for worker in self._judges.values():
            os.kill(worker, signal.SIGKILL)
        for ending in list(self._workers):
            self._tell(ending)

    def _tell(self, ending: int) -> None:
        """Wait for a terminated worker and report its exit status to the judge."""
        worker, judge = self._workers.pop(ending)
        _, status = os.waitpid(worker, 0)
        with contextlib.suppress(OSError):
            os.write(judge, _STATUS.pack(os.waitstatus_to_exitcode(status)))
        del self._judges[judge]
        self._events.unregister(ending)
        with contextlib.suppress(KeyError):  # where the judge has wanted the end
            self._events.unregister(judge)
        os.close(ending)
        os.close(judge)
