"""Ends what the tests started, should pytest itself be ended by a signal.

A guard process reads from a pipe that ends with pytest. Then it kills every process that has the
session's mark among its variables: a `check --watch` or a server of a test that had no time to
clean up. Run as ``python guard.py MARK``.
"""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

VARIABLE = "AUTOGRADER_TEST_SESSION"
_running: list["subprocess.Popen[bytes]"] = []  # its pipe ends with this process
_ROUNDS = 100  # what is killed may have started something else a moment before


def start() -> None:
    """Start a guard for this process, unless a process above has one: that of pytest-xdist."""
    if sys.platform != "linux" or VARIABLE in os.environ:
        return
    os.environ[VARIABLE] = secrets.token_hex(8)
    command = [sys.executable, "-S", "-E", __file__, os.environ[VARIABLE]]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, env={}, start_new_session=True)
    _running.append(guard)


def stop() -> None:
    """Let the guard end what is left, where this process has started one."""
    for guard in _running:
        guard.communicate()


def marked(mark: str) -> list[int]:
    """List the processes that a session with this mark has started."""
    wanted = f"{VARIABLE}={mark}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if wanted in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
    return found


def _kill_marked(mark: str) -> None:
    for _ in range(_ROUNDS):
        processes = marked(mark)
        if not processes:
            return
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.05)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    _kill_marked(sys.argv[1])
