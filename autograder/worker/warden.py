"""One worker's warden: forks it into a world of its own, ends it when told, tells how it ended."""

import os
import resource
import select
import signal
import struct
from collections.abc import Collection
from itertools import pairwise
from typing import Any, NoReturn

from . import confinement, kernel, mounts, start

_STANDARD = (0, 1, 2)
_STATUS = struct.Struct("i")


def guard(settings: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Fork a worker and wait for its end, or for the judge to want it.

    Parameters
    ----------
    settings : dict
        ``interpreter``: files and folders that Python needs; ``user``: number of the user to
        become, or None; ``files``: names of data sets; the rest is for :func:`worker.start.run`.
    descriptors : list of int
        The judge's socket, the worker's requests, replies and output, then the data sets.
    """
    judge, requests, replies, output, *files = descriptors
    os.dup2(output, 1)
    os.dup2(output, 2)
    _close_all_but({*_STANDARD, judge, requests, replies, *files})
    os.setsid()
    kernel.enter_namespaces()
    mounts.mount(settings["interpreter"])
    if settings["user"] is not None:
        confinement.become(settings["user"])
    kernel.give_up_capabilities()
    worker = os.fork()
    if not worker:
        os.close(judge)
        own = {"requests": requests, "replies": replies, "preload": [], "parent": None}
        named = dict(zip(settings["files"], files, strict=True))
        start.run(settings | own | {"files": named, "user": None, "landlock": None})
        raise SystemExit
    _close_all_but({judge})
    _await_end(worker, judge)
    _, status = os.waitpid(worker, 0)
    os.write(judge, _STATUS.pack(os.waitstatus_to_exitcode(status)))
    os._exit(0)


def _await_end(worker: int, judge: int) -> None:
    """Wait until the worker has ended, and end it when the judge wants it or has gone away."""
    ending = kernel.open_process(worker)
    events = select.poll()
    events.register(judge, select.POLLIN)
    events.register(ending, select.POLLIN)
    if all(descriptor != ending for descriptor, _ in events.poll()):
        os.kill(worker, signal.SIGKILL)


def _close_all_but(kept: Collection[int]) -> None:
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    for below, above in pairwise([-1, *sorted(kept), most]):
        if below + 1 < above:  # closerange(0, 0) would close them all
            os.closerange(below + 1, above)
