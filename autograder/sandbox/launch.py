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
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits, resources

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
) -> "subprocess.Popen[bytes]":
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
    requests, replies, output = pipes
    with ExitStack() as stack:
        descriptors = {name: _opened(stack, path) for name, path in files.items()}
        settings = {
            "requests": requests,
            "replies": replies,
            "files": descriptors,
            "packages": interpreter.packages(),
            "limits": resources(limits),
            "user": user_to_become(),
            **_confinement(level),
        }
        inherited = [requests, replies, *descriptors.values()]
        if level is Level.BUBBLEWRAP:
            # its own environment could be read from within
            environment: dict[str, str] = {}
            command, read_by_bubblewrap = _bubblewrapped(
                stack, _python(bubblewrap.KIT / "worker", settings)
            )
            inherited += read_by_bubblewrap
        else:
            environment = _environment(level)
            command = _python(_FOLDER, settings)
        return subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=inherited,
            cwd="/",
            env=environment,
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
            command, pass_fds=inherited, env={}, stderr=subprocess.PIPE, text=True, check=False
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


def _bubblewrapped(stack: ExitStack, command: list[str]) -> tuple[list[str], list[int]]:
    """Return the command to run a command in bubblewrap, and the descriptors that it reads."""
    rules = _in_memory(stack, seccomp.program(platform.machine()))
    flags = bubblewrap.flags(
        _FOLDER, ENVIRONMENT, as_root=user_to_become() is not None, filter_descriptor=rules
    )
    arguments = _in_memory(stack, b"".join(os.fsencode(flag) + b"\0" for flag in flags))
    start = [bubblewrap.executable() or "bwrap", "--args", str(arguments), "--"]
    return start + command, [rules, arguments]


def _confinement(level: Level) -> dict[str, Any]:
    """Return what the worker has to do itself, and has to have imported before."""
    if level is Level.BUBBLEWRAP:
        # the interpreter stays in reach: what is imported later costs those who need it
        return {"preload": [], "parent": None, "landlock": None, "seccomp": None}
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
