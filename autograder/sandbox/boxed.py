"""Starting a process in bubblewrap."""

import os
import subprocess
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from autograder import worker
from autograder.sandbox import bubblewrap, interpreter

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
# what a server does for each worker
_TRIAL = f"import sys; sys.path.insert(0, {str(bubblewrap.KIT)!r}); "
_TRIAL += "import os; from worker import apart, kernel; apart.go_on_as_the_first(); "
_TRIAL += "own = kernel.open_process(os.getpid()); kernel.put_children_apart(); "
_TRIAL += "kernel.put_children_beside(own); kernel.get_own_mounts()"


def start(
    command: list[str], inherited: list[int], output: int, *, serves: bool
) -> "subprocess.Popen[bytes]":
    """Start a command of a worker, or of a server of workers.

    Parameters
    ----------
    command : list of str
        As it is called inside.
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
    flags = bubblewrap.flags(_FOLDER, ENVIRONMENT, as_root=as_root, serves=serves)
    arguments, written = os.pipe()
    stack.callback(os.close, arguments)
    with open(written, "wb") as file:  # noqa: PTH123  some 5 kB, which a pipe holds
        file.write(b"".join(os.fsencode(flag) + b"\0" for flag in flags))
    return [bubblewrap.executable() or "bwrap", "--args", str(arguments), "--"], arguments
