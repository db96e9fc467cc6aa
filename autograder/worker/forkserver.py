"""A warm process that forks a worker for each submission.

It runs in bubblewrap with numpy imported and nothing of any student in it. Whatever is done with
a right that students must not have, it and the wardens do before a worker reads its first request.
"""

import contextlib
import gc
import importlib
import json
import os
import socket
from typing import Any

from . import warden

_LONGEST_MESSAGE = 1 << 16
_MOST_DESCRIPTORS = 253  # the kernel's own limit
_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2


def serve(settings: dict[str, Any]) -> None:
    """Fork a warden, and it a worker, for each message of the judge until he goes away.

    Parameters
    ----------
    settings : dict
        ``control``: descriptor of the socket that messages come by; ``preload``: modules to import;
        the rest is for :func:`worker.warden.guard`.
    """
    for module in settings["preload"]:
        importlib.import_module(module)
    os.umask(0o022)  # what is made on the way to the interpreter is for every user
    # the first worker's output was lent to the server for the troubles of its start
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123  a device
        os.dup2(nothing.fileno(), _STANDARD_OUTPUT)
        os.dup2(nothing.fileno(), _STANDARD_ERROR)
    # what is there now is never collected, so that its memory stays shared with the workers
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=settings["control"]) as control:
        while True:
            message, descriptors, _, _ = socket.recv_fds(
                control, _LONGEST_MESSAGE, _MOST_DESCRIPTORS
            )
            if not message:
                break
            _fork(control, settings | json.loads(message), descriptors)
            for descriptor in descriptors:
                os.close(descriptor)
            _reap(os.WNOHANG)
    _reap(0)


def _fork(control: socket.socket, settings: dict[str, Any], descriptors: list[int]) -> None:
    """Fork a warden; where the system has no process left, the judge reads why."""
    try:
        child = os.fork()
    except OSError as error:
        _judge, _requests, _replies, output, *_files = descriptors
        os.write(output, str(error).encode())
        return
    if not child:
        control.close()
        warden.guard(settings, descriptors)


def _reap(flags: int) -> None:
    """Wait for wardens that have ended, so that their time counts as this process's."""
    with contextlib.suppress(ChildProcessError):
        while any(os.waitpid(-1, flags)):
            pass
