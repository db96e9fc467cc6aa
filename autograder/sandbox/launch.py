"""How a worker is started at each level of isolation."""

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
from autograder.sandbox import bubblewrap, interpreter, seccomp
from autograder.sandbox.forkserver import fork
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits, resources
from autograder.sandbox.running import Process, Spawned

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp",  # noqa: S108
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    # results stay the same, and parallel workers do not fight over cores
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_FOLDER = Path(worker.__file__).parent
_NOBODY = 65534
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
        if level is Level.BUBBLEWRAP:
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
        "user": user_to_become(),
        **_confinement(level),
    }
    started = subprocess.Popen(  # noqa: S603
        _python(_FOLDER, settings),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        pass_fds=[requests, replies, *files.values()],
        cwd="/",
        env=_environment(level),
        start_new_session=True,
    )
    return Spawned(started)


def _start_server(control: int, output: int) -> "subprocess.Popen[bytes]":
    """Start the process that forks the workers in bubblewrap; it writes its troubles to output."""
    settings = {
        "control": control,
        "packages": interpreter.packages(),
        "preload": _PRELOAD,
        "interpreter": [os.fspath(path) for path in interpreter.paths()],
        "user": user_to_become(),
        "seccomp": base64.b64encode(seccomp.program(platform.machine())).decode(),
    }
    with ExitStack() as stack:
        command, read_by_bubblewrap = _bubblewrapped(
            stack, _python(bubblewrap.KIT / "worker", settings)
        )
        return subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=[control, read_by_bubblewrap],
            cwd="/",
            env={},  # its own environment could be read from within
            start_new_session=True,
        )


@cache
def _compile_worker() -> None:
    """Compile the worker's modules, where that is allowed; it could not write them down itself."""
    compileall.compile_dir(_FOLDER, quiet=2)


def try_bubblewrap() -> str:
    """Start the interpreter in bubblewrap, and return what bubblewrap says if it cannot."""
    with ExitStack() as stack:
        command, inherited = _bubblewrapped(stack, [sys.executable, "-I", "-S", "-c", "pass"])
        tried = subprocess.run(  # noqa: S603
            command, pass_fds=[inherited], env={}, stderr=subprocess.PIPE, text=True, check=False
        )
    return tried.stderr.strip() or str(tried.returncode) if tried.returncode else ""


def user_to_become() -> int | None:
    """Return the user that a worker must become: nobody if the judge is root, else None."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return None
    # in a user namespace that root shares with nobody there is nobody to become
    lines = Path("/proc/self/uid_map").read_text().splitlines()
    ranges = [[int(word) for word in line.split()] for line in lines]
    return _NOBODY if any(first <= _NOBODY < first + n for first, _, n in ranges) else None


def _bubblewrapped(stack: ExitStack, command: list[str]) -> tuple[list[str], int]:
    """Return the command to run a command in bubblewrap, and the descriptor that it reads."""
    flags = bubblewrap.flags(_FOLDER, ENVIRONMENT, as_root=user_to_become() is not None)
    arguments = _in_memory(stack, b"".join(os.fsencode(flag) + b"\0" for flag in flags))
    return [bubblewrap.executable() or "bwrap", "--args", str(arguments), "--", *command], arguments


def _confinement(level: Level) -> dict[str, Any]:
    """Return what the worker has to do itself, and has to have imported before."""
    as_nobody = user_to_become() is not None
    preload = _PRELOAD + _PRELOAD_FOR_NOBODY if as_nobody else _PRELOAD
    told = {"preload": preload, "parent": os.getpid(), "landlock": None, "seccomp": None}
    if level is Level.PARTIAL:
        rules = seccomp.program(platform.machine())
        told |= {"landlock": _readable(), "seccomp": base64.b64encode(rules).decode()}
    return told


def _environment(level: Level) -> dict[str, str]:
    """Return the variables of a worker that is not in bubblewrap."""
    if level is Level.PARTIAL:
        return ENVIRONMENT
    # where packages such as matplotlib keep their caches; nothing is out of reach here anyway
    return ENVIRONMENT | {"HOME": str(Path.home())}


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


def _in_memory(stack: ExitStack, content: bytes) -> int:
    """Return a file that exists in memory only, ready to be read."""
    descriptor = os.memfd_create("autograder", os.MFD_CLOEXEC)
    stack.callback(os.close, descriptor)
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
