"""The command line of bubblewrap: a machine with the interpreter in it and nothing else."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.sandbox import interpreter

KIT = Path("/kit")
_MB = 1 << 20
_DEVICES_SIZE = 16 * _MB
_TEMPORARY_SIZE = 64 * _MB
_USER = "1000"


def executable() -> str | None:
    """Return the path of bubblewrap, None if it is not installed."""
    return shutil.which("bwrap")


def flags(
    worker: Path, environment: dict[str, str], *, as_root: bool, filter_descriptor: int
) -> list[str]:
    """Return the flags, to be given by ``--args``.

    Parameters
    ----------
    worker : Path
        Folder of the worker's own code, found at ``KIT / "worker"`` inside.
    environment : dict
        All the variables that the worker gets.
    as_root : bool
        Whether the judge is root. Then no user namespace is needed; the worker keeps just the
        rights to become another user, and does so before it reads any request.
    filter_descriptor : int
        An open file that holds the filter of system calls.
    """
    return [
        *_namespaces(as_root=as_root),
        *_variables(environment),
        *_file_system(worker),
        *("--chdir", "/tmp"),  # noqa: S108  inside, it is nobody else's
        *("--seccomp", str(filter_descriptor)),
    ]


def _namespaces(*, as_root: bool) -> Iterator[str]:
    yield from ("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts")
    yield from ("--unshare-cgroup-try", "--hostname", "sandbox", "--cap-drop", "ALL")
    yield from ("--die-with-parent", "--new-session")
    if as_root:
        # Process 1 is bubblewrap's own then, still root: the dying parent may signal that one,
        # but not a worker that is nobody; the worker ends with its process 1.
        yield from ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
    else:
        yield from ("--unshare-user", "--disable-userns", "--uid", _USER, "--gid", _USER)
        # a process 1 of the same user could be traced by the worker
        yield "--as-pid-1"


def _variables(environment: dict[str, str]) -> Iterator[str]:
    yield "--clearenv"
    for name, value in environment.items():
        yield from ("--setenv", name, value)


def _file_system(worker: Path) -> Iterator[str]:
    yield from ("--dev", "/dev")
    # unless sized, each of these may fill half of the machine's memory
    yield from ("--size", str(_DEVICES_SIZE), "--tmpfs", "/dev/shm")  # noqa: S108
    yield from ("--perms", "1777", "--size", str(_TEMPORARY_SIZE), "--tmpfs", "/tmp")  # noqa: S108
    yield from ("--ro-bind", "/usr", "/usr")
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        yield from _as_on_the_host(Path("/") / name)
    # where the loader finds libraries; Debian's own numpy finds its BLAS by the second
    for path in ("/etc/ld.so.cache", "/etc/alternatives"):
        yield from ("--ro-bind-try", path, path)
    yield from _bind(interpreter.paths())
    yield from ("--ro-bind", os.fspath(worker), os.fspath(KIT / "worker"))
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
