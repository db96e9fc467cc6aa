"""Start a worker at each level of isolation."""

import base64
import compileall
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from autograder import worker
from autograder.course.manifest import Limits
from autograder.sandbox import bubblewrap, interpreter, seccomp
from autograder.sandbox.forkserver_client import fork
from autograder.sandbox.levels import Level
from autograder.sandbox.limits import resources
from autograder.sandbox.processes import Process, Spawned

_FOLDER = Path(worker.__file__).parent
_PRELOAD = ["numpy.random"]
# nobody may be unable to reach the interpreter: what is not imported yet can be missing then
_PRELOAD_FOR_NOBODY = [
    *("numpy.fft", "numpy.polynomial", "numpy.testing"),
    *("copy", "dataclasses", "functools", "itertools", "random", "time"),
]


def launch(
    level: Level, pipes: tuple[int, int, int], files: Mapping[str, Path], limits: Limits
) -> Process:
    """Start the process of a worker.

    Parameters
    ----------
    level : Level
        How well it is isolated.
    pipes : tuple of int
        The worker's ends: requests, replies, output.
    files : mapping of str to Path
        The data sets that it may map; it gets open descriptors, never a path.
    limits : Limits
        What it may use up.
    """
    _compile_worker()
    with ExitStack() as stack:
        descriptors = {name: _opened(stack, path) for name, path in files.items()}
        if level is Level.BUBBLEWRAP and bubblewrap.can_serve():
            return fork(pipes, descriptors, resources(limits), start_server=_start_server)
        return _spawn(level, pipes, descriptors, resources(limits))


def _spawn(
    level: Level, pipes: tuple[int, int, int], files: dict[str, int], limits: dict[str, int]
) -> Spawned:
    """Start an interpreter of its own for a worker."""
    requests, replies, output = pipes
    settings = {
        "requests": requests,
        "replies": replies,
        "files": files,
        "packages": interpreter.packages(),
        "limits": limits,
        "user": bubblewrap.user_to_become(),
        **_confinement(level),
    }
    inherited = [requests, replies, *files.values()]
    if level is Level.BUBBLEWRAP:
        command = _python(bubblewrap.KIT / "worker", settings)
        return Spawned(bubblewrap.start(command, inherited, output, serves=False), in_a_box=True)
    started = subprocess.Popen(  # noqa: S603
        _python(_FOLDER, settings),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        pass_fds=inherited,
        cwd="/",
        env=_environment(level),
        start_new_session=True,
    )
    return Spawned(started)


def _start_server(control: int, output: int) -> "subprocess.Popen[bytes]":
    """Start the fork server in bubblewrap, which writes errors to its output."""
    settings = {
        "control": control,
        "packages": interpreter.packages(),
        "preload": _PRELOAD,
        "interpreter": [os.fspath(path) for path in interpreter.paths()],
        "user": bubblewrap.user_to_become(),
        "seccomp": _rules(),
    }
    command = _python(bubblewrap.KIT / "worker", settings)
    return bubblewrap.start(command, [control], output, serves=True)


@cache
def _compile_worker() -> None:
    """Compile the worker's modules, which the worker could not cache itself."""
    compileall.compile_dir(_FOLDER, quiet=2)


def _confinement(level: Level) -> dict[str, Any]:
    """Return the worker's own confinement steps and their imports."""
    told: dict[str, Any] = {"preload": [], "parent": None, "landlock": None, "seccomp": None}
    if level is not Level.BUBBLEWRAP:
        as_nobody = bubblewrap.user_to_become() is not None
        told["preload"] = _PRELOAD + _PRELOAD_FOR_NOBODY if as_nobody else _PRELOAD
        told["parent"] = os.getpid()
    if level is Level.PARTIAL:
        told["landlock"] = _readable()
    if level is not Level.PROCESS:
        told["seccomp"] = _rules()
    return told


def _rules() -> str:
    return base64.b64encode(seccomp.program(platform.machine())).decode()


def _environment(level: Level) -> dict[str, str]:
    """Return the variables of a worker that is not in bubblewrap."""
    if level is Level.PARTIAL:
        return bubblewrap.environment()
    # where packages such as matplotlib keep their caches; nothing is out of reach here anyway
    return bubblewrap.environment() | {"HOME": str(Path.home())}


def _python(folder: Path, settings: dict[str, Any]) -> list[str]:
    script = os.fspath(folder / "__main__.py")
    return [sys.executable, "-I", "-B", script, json.dumps(settings)]


def _readable() -> list[str]:
    system = ("/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/dev/urandom")
    return [*system, *map(os.fspath, interpreter.paths())]


def _opened(stack: ExitStack, path: Path) -> int:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    stack.callback(os.close, descriptor)
    return descriptor
