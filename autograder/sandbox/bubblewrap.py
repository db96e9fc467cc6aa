"""The command line of bubblewrap: a machine with the interpreter in it and nothing else."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.sandbox import interpreter

KIT = Path("/kit")
_MB = 1 << 20
_USER = "1000"


def executable() -> str | None:
    """Return the path of bubblewrap, None if it is not installed."""
    return shutil.which("bwrap")


def flags(worker: Path, environment: dict[str, str], *, as_root: bool, serves: bool) -> list[str]:
    """Return the flags, to be given by ``--args``.

    Parameters
    ----------
    worker : Path
        Folder of the worker's own code, found at ``KIT / "worker"`` inside.
    environment : dict
        All the variables that the worker gets.
    as_root : bool
        Whether the judge is root. Then no user namespace is needed, and workers become another
        user before they read any request.
    serves : bool
        Whether it is for a server, which gives each worker mounts of its own; else for one worker.
    """
    return [
        *_namespaces(as_root=as_root, serves=serves),
        *_variables(environment),
        *_file_system(worker, serves=serves),
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


def _file_system(worker: Path, *, serves: bool) -> Iterator[str]:
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
