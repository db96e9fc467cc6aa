"""A warm process that forks a worker for each submission.

It runs in bubblewrap with numpy imported and nothing of any student in it. Whatever needs a right
that students must not have, it and the worker do before the worker reads its first request.
"""

import gc
import importlib
import json
import os
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from . import linux, privileges, start, supervisor

_LONGEST_MESSAGE = 1 << 16
_MOST_DESCRIPTORS = 253  # the kernel's own limit
_STANDARD = _INPUT, _OUTPUT, _ERROR = 0, 1, 2
_HOME = "/tmp"  # noqa: S108
_MB = 1 << 20
# the last one hides the terminals, by which workers of one server could talk
_SIZES = {_HOME: 64 * _MB, "/dev/shm": 16 * _MB, "/dev/pts": 4096}  # noqa: S108
_ASIDE = Path("/aside")


def serve(settings: dict[str, Any]) -> None:
    """Fork a worker for each message until the judge closes the socket.

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
    own = linux.open_process(os.getpid())
    with socket.socket(fileno=settings["control"]) as control:
        workers = supervisor.Supervisor(control.fileno())
        while True:
            workers.await_message()
            message, descriptors, _, _ = socket.recv_fds(
                control, _LONGEST_MESSAGE, _MOST_DESCRIPTORS
            )
            if not message:
                break
            judge, *given = descriptors
            worker = _fork(control, settings | json.loads(message), given)
            linux.put_children_beside(own)
            for descriptor in given:
                os.close(descriptor)
            if worker is None:
                os.close(judge)
            else:
                workers.take(worker, judge)
        workers.end_all()


def _fork(control: socket.socket, settings: dict[str, Any], descriptors: list[int]) -> int | None:
    """Fork a worker; report to the judge if the system has no process left."""
    try:
        linux.put_children_apart()
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
    """Run as a worker in its own namespaces, with the descriptors of the message."""
    requests, replies, output, *files = descriptors
    # one of its own: who shares an open file sees what flags another one has set
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123  a device
        os.dup2(nothing.fileno(), _INPUT)
    os.dup2(output, _OUTPUT)
    os.dup2(output, _ERROR)
    supervisor.close_all_but({*_STANDARD, requests, replies, *files})
    os.setsid()
    linux.get_own_mounts()
    _mount_own(settings["interpreter"])
    if settings["user"] is not None:
        privileges.become(settings["user"])
    linux.give_up_capabilities()
    own = {"requests": requests, "replies": replies, "preload": [], "parent": None}
    named = dict(zip(settings["files"], files, strict=True))
    start.run(settings | own | {"files": named, "user": None, "landlock": None})
    raise SystemExit


def _mount_own(interpreter: Iterable[str]) -> None:
    """Mount private in-memory file systems that the worker can write to.

    They are mounted in a mount namespace of this process's own; the first is entered.

    Parameters
    ----------
    interpreter : iterable of str
        Files and folders that must not be covered.
    """
    hidden = [Path(path) for path in interpreter if Path(path).is_relative_to(_HOME)]
    if hidden:
        linux.bind(_HOME, os.fspath(_ASIDE))
    for folder, size in _SIZES.items():
        linux.mount_memory(folder, size)
    for path in hidden:
        _show_again(path)
    os.chdir(_HOME)


def _show_again(path: Path) -> None:
    aside = _ASIDE / path.relative_to(_HOME)
    if aside.is_dir():
        path.mkdir(parents=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    linux.bind(os.fspath(aside), os.fspath(path))
