"""Start a process in bubblewrap, which exposes only the interpreter."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from autograder import worker
from autograder.sandbox import interpreter

KIT = Path("/kit")
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp",  # noqa: S108
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
}
_NUMBERS_OF_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_THREADS_VARIABLE = "AUTOGRADER_BLAS_THREADS"
# which of its ways to compute a processor takes: a worker computes as the judge does
_ARITHMETIC = ("OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES")
_FOLDER = Path(worker.__file__).parent
_NOBODY = 65534
_USER = "1000"
_MB = 1 << 20
# what a server does for each worker
_TRIAL = f"import sys; sys.path.insert(0, {str(KIT)!r}); "
_TRIAL += "import os; from worker import linux, supervisor; supervisor.go_on_as_the_first(); "
_TRIAL += "own = linux.open_process(os.getpid()); linux.put_children_apart(); "
_TRIAL += "linux.put_children_beside(own); linux.get_own_mounts()"


def environment() -> dict[str, str]:
    """Return all variables of a worker."""
    # one thread: results stay the same, and parallel workers do not fight over cores
    threads = os.environ.get(_THREADS_VARIABLE, "1")
    arithmetic = {name: os.environ[name] for name in _ARITHMETIC if name in os.environ}
    return ENVIRONMENT | dict.fromkeys(_NUMBERS_OF_THREADS, threads) | arithmetic


def start(
    command: list[str], inherited: list[int], output: int, *, serves: bool
) -> "subprocess.Popen[bytes]":
    """Start a command of a worker, or of a server of workers.

    Parameters
    ----------
    command : list of str
        Command line inside the sandbox.
    inherited : list of int
        Descriptors that it gets.
    output : int
        Where its output goes.
    serves : bool
        Whether it is a server.
    """
    with ExitStack() as stack:
        prefix, arguments = _prefix(stack, serves=serves)
        return subprocess.Popen(  # noqa: S603
            prefix + command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=[*inherited, arguments],
            cwd="/",
            env={},  # its own environment could be read from within
            start_new_session=True,
        )


def try_bubblewrap() -> str:
    """Start the interpreter in bubblewrap, and return what bubblewrap says if it cannot."""
    return "" if can_serve() else _tried("pass", serves=False)


@cache
def can_serve() -> bool:
    """Whether a server of workers can make mounts in bubblewrap: AppArmor may forbid it."""
    covered = any(path.is_relative_to("/dev") for path in interpreter.paths())
    return not covered and not _tried(_TRIAL, serves=True)


def user_to_become() -> int | None:
    """Return the user that a worker must become: nobody if the judge is root, else None."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return None
    # in a user namespace that root shares with nobody there is nobody to become
    lines = Path("/proc/self/uid_map").read_text().splitlines()
    ranges = [[int(word) for word in line.split()] for line in lines]
    return _NOBODY if any(first <= _NOBODY < first + n for first, _, n in ranges) else None


def _tried(code: str, *, serves: bool) -> str:
    with ExitStack() as stack:
        prefix, arguments = _prefix(stack, serves=serves)
        tried = subprocess.run(  # noqa: S603
            [*prefix, sys.executable, "-I", "-S", "-B", "-c", code],
            pass_fds=[arguments],
            env={},
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    return tried.stderr.strip() or str(tried.returncode) if tried.returncode else ""


def _prefix(stack: ExitStack, *, serves: bool) -> tuple[list[str], int]:
    """Return what goes before a command, and the descriptor that bubblewrap reads."""
    as_root = user_to_become() is not None
    flags = _flags(as_root=as_root, serves=serves)
    arguments, written = os.pipe()
    stack.callback(os.close, arguments)
    with open(written, "wb") as file:  # noqa: PTH123  some 5 kB, which a pipe holds
        file.write(b"".join(os.fsencode(flag) + b"\0" for flag in flags))
    return [executable() or "bwrap", "--args", str(arguments), "--"], arguments


def executable() -> str | None:
    """Return the path of bubblewrap, None if it is not installed."""
    return shutil.which("bwrap")


def _flags(*, as_root: bool, serves: bool) -> list[str]:
    """Return the flags, to be given by ``--args``.

    Parameters
    ----------
    as_root : bool
        Whether the judge is root. Then no user namespace is needed, and workers become another
        user before they read any request.
    serves : bool
        Whether it is for a server, which gives each worker mounts of its own; else for one worker.
    """
    return [
        *_namespaces(as_root=as_root, serves=serves),
        *_variables(environment()),
        *_file_system(serves=serves),
        *("--chdir", "/tmp"),  # noqa: S108  inside, it is nobody else's
    ]


def _namespaces(*, as_root: bool, serves: bool) -> Iterator[str]:
    yield from ("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts")
    yield from ("--unshare-cgroup-try", "--hostname", "sandbox", "--cap-drop", "ALL")
    yield from ("--die-with-parent", "--new-session")
    if serves:
        yield from ("--cap-add", "CAP_SYS_ADMIN")  # to mount; no worker keeps it
    if as_root:
        yield from ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
        if serves:
            yield from ("--cap-add", "CAP_KILL")  # to end workers, which are another user
    else:
        yield from ("--unshare-user", "--disable-userns", "--uid", _USER, "--gid", _USER)
        yield "--as-pid-1"


def _variables(environment: dict[str, str]) -> Iterator[str]:
    yield "--clearenv"
    for name, value in environment.items():
        yield from ("--setenv", name, value)


def _file_system(*, serves: bool) -> Iterator[str]:
    yield from ("--dev", "/dev")
    if serves:
        # each worker gets its own; what must not be covered by it is put aside first
        yield from ("--dir", "/tmp", "--dir", "/aside")  # noqa: S108
    else:
        # unless sized, each of these may fill half of the machine's memory
        yield from ("--size", str(16 * _MB), "--tmpfs", "/dev/shm")  # noqa: S108
        yield from ("--perms", "1777", "--size", str(64 * _MB), "--tmpfs", "/tmp")  # noqa: S108
    yield from ("--ro-bind", "/usr", "/usr")
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        yield from _as_on_the_host(Path("/") / name)
    # where the loader finds libraries; Debian's own numpy finds its BLAS by the second
    for path in ("/etc/ld.so.cache", "/etc/alternatives"):
        yield from ("--ro-bind-try", path, path)
    yield from _bind(interpreter.paths())
    yield from ("--ro-bind", os.fspath(_FOLDER), os.fspath(KIT / "worker"))
    yield from ("--remount-ro", "/dev", "--remount-ro", "/")


def _as_on_the_host(path: Path) -> Iterator[str]:
    if path.is_symlink():
        yield from ("--symlink", os.fspath(path.readlink()), os.fspath(path))
    elif path.is_dir():
        yield from ("--ro-bind", os.fspath(path), os.fspath(path))


def _bind(paths: Sequence[Path]) -> Iterator[str]:
    """Bind files and folders at their own paths, below parents that any user may pass through."""
    made = set()
    for path in paths:
        for parent in reversed(path.parents[:-1]):
            if parent not in made:
                made.add(parent)
                yield from ("--perms", "0755", "--dir", os.fspath(parent))
        yield from ("--ro-bind", os.fspath(path), os.fspath(path))
