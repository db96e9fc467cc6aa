"""Run a command and tell which processes it has left: ``python reaper.py FILE COMMAND...``."""

import ctypes
import json
import os
import subprocess
import sys
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
SECONDS_TO_DIE = 5


def orphans() -> list[str]:
    """Bury the dead and name the living among the processes that have come to this one."""
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
    except ChildProcessError:
        return []
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [Path(f"/proc/{child}/cmdline").read_text() for child in children]


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    code = subprocess.call(sys.argv[2:])
    deadline = time.monotonic() + SECONDS_TO_DIE
    while (left := orphans()) and time.monotonic() < deadline:
        time.sleep(0.05)
    Path(sys.argv[1]).write_text(json.dumps(left), encoding="utf-8")
    sys.exit(code)
