"""A warm process that forks a worker for each submission.

It runs in bubblewrap with numpy imported and nothing of any student in it. Whatever is done with
a right that students must not have, it and the worker do before the worker reads its first request.
"""

import gc
import importlib
import json
import os
import socket
from typing import Any, NoReturn

from . import apart, confinement, kernel, mounts, start
from .warden import Warden

_LONGEST_MESSAGE = 1 << 16
_MOST_DESCRIPTORS = 253  # the kernel's own limit
_STANDARD = _INPUT, _OUTPUT, _ERROR = 0, 1, 2


def serve(settings: dict[str, Any]) -> None:
    """Fork a worker for each message of the judge until he goes away.

    Parameters
    ----------
    settings : dict
        ``control``: descriptor of the socket that messages come by; ``preload``: modules to import;
        ``interpreter``: files and folders that Python needs; ``user``: number of the user that
        workers become, or None; the rest is for :func:`worker.start.run`. A message adds
        ``limits``, and the names of data sets as ``files``.
    """
    for module in settings["preload"]:
        importlib.import_module(module)
    os.umask(0o022)  # what is made on the way to the interpreter is for every user
    # the first worker's output was lent to the server for the troubles of its start
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123  a device
        os.dup2(nothing.fileno(), _OUTPUT)
        os.dup2(nothing.fileno(), _ERROR)
    # what is there now is never collected, so that its memory stays shared with the workers
    gc.collect()
    gc.freeze()
    own = kernel.open_process(os.getpid())
    with socket.socket(fileno=settings["control"]) as control:
        warden = Warden(control.fileno())
        while True:
            warden.await_message()
            message, descriptors, _, _ = socket.recv_fds(
                control, _LONGEST_MESSAGE, _MOST_DESCRIPTORS
            )
            if not message:
                break
            judge, *given = descriptors
            worker = _fork(control, settings | json.loads(message), given)
            kernel.put_children_beside(own)
            for descriptor in given:
                os.close(descriptor)
            if worker is None:
                os.close(judge)
            else:
                warden.take(worker, judge)
        warden.end_all()


def _fork(control: socket.socket, settings: dict[str, Any], descriptors: list[int]) -> int | None:
    """Fork a worker; where the system has no process left, the judge reads why."""
    try:
        kernel.put_children_apart()
        worker = os.fork()
    except OSError as error:
        _requests, _replies, output, *_files = descriptors
        os.write(output, str(error).encode())
        return None
    if not worker:
        control.close()
        _work(settings, descriptors)
    return worker


def _work(settings: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Be a worker, in a world of its own; the descriptors are those of the message."""
    requests, replies, output, *files = descriptors
    # one of its own: who shares an open file sees what flags another one has set
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123  a device
        os.dup2(nothing.fileno(), _INPUT)
    os.dup2(output, _OUTPUT)
    os.dup2(output, _ERROR)
    apart.close_all_but({*_STANDARD, requests, replies, *files})
    os.setsid()
    kernel.get_own_mounts()
    mounts.mount(settings["interpreter"])
    if settings["user"] is not None:
        confinement.become(settings["user"])
    kernel.give_up_capabilities()
    own = {"requests": requests, "replies": replies, "preload": [], "parent": None}
    named = dict(zip(settings["files"], files, strict=True))
    start.run(settings | own | {"files": named, "user": None, "landlock": None})
    raise SystemExit
