"""Run ``python …`` commands as children of a process that has imported everything already.

The tests start hundreds of commands, and most of their time would go into importing pytest, numpy
and nbgrader. Each command here is forked from one process, so that it shares nothing with the
tests or with other commands: a fresh module ``__main__``, its own folder, environment and streams.
What depends on the start of an interpreter (flags, ``PYTHON…`` variables) needs a real one.
"""

import atexit
import json
import os
import runpy
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

_STREAMS = 3
_LONGEST = 1_000_000
_NUMBER = struct.Struct("i")
_PRELOADED = (
    "autograder.batch.batch",
    "autograder.cli.check",
    "autograder.cli.grade",
    "autograder.cli.verify",
    "autograder.judge",
)


class WarmPython:
    """An interpreter that runs one command after the other, each in a process of its own.

    Parameters
    ----------
    modules : sequence of str
        What it imports before the first command.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        own, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket = own
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno()), *modules],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONUTF8": "1"},
            )

    def run(
        self, words: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run ``python WORDS``, where the first word is a file, ``-m`` or ``-c``."""
        order = {"words": [str(word) for word in words], "cwd": str(cwd), "env": dict(env)}
        with (
            Path(os.devnull).open("rb") as nothing,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            files = [nothing.fileno(), out.fileno(), err.fileno()]
            socket.send_fds(self._socket, [json.dumps(order).encode()], files)
            status = self._ended(words, timeout)
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read().decode("utf-8", "replace"))
        return subprocess.CompletedProcess(list(words), status, *texts)

    def _ended(self, words: Sequence[str | Path], timeout: float) -> int:
        """Wait for the command to end, and return its exit status."""
        (pid,) = _NUMBER.unpack(self._socket.recv(_NUMBER.size))
        self._socket.settimeout(timeout)
        try:
            (status,) = _NUMBER.unpack(self._socket.recv(_NUMBER.size))
        except TimeoutError:
            os.killpg(pid, signal.SIGKILL)
            raise subprocess.TimeoutExpired(list(words), timeout) from None
        finally:
            self._socket.settimeout(None)
        return int(status)

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.wait()


@cache
def warm_python(*modules: str) -> WarmPython:
    """Return the one of this process that has imported these modules too."""
    warm = WarmPython([*_PRELOADED, *modules])
    atexit.register(warm.close)
    return warm


def _serve(connection: socket.socket) -> None:
    while True:
        data, files, _flags, _address = socket.recv_fds(connection, _LONGEST, _STREAMS)
        if not data:
            return
        child = os.fork()
        if not child:
            status = 1
            try:
                os.setsid()
                connection.close()
                status = _command(json.loads(data), files)
            finally:
                os._exit(status)
        for each in files:
            os.close(each)
        connection.send(_NUMBER.pack(child))
        _pid, status = os.waitpid(child, 0)
        connection.send(_NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _command(order: dict[str, object], files: Sequence[int]) -> int:
    """Be the command; return its exit status."""
    for stream, file in enumerate(files):
        os.dup2(file, stream)
    for each in files:
        os.close(each)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    first, *rest = order["words"]
    try:
        if first == "-m":
            sys.path[0] = order["cwd"]
            sys.argv = rest
            runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
        elif first == "-c":
            sys.path[0] = ""
            sys.argv = ["-c", *rest[1:]]
            exec(rest[0], {"__name__": "__main__"})
        else:
            sys.path[0] = str(Path(first).parent)
            sys.argv = [first, *rest]
            runpy.run_path(first, run_name="__main__")
    except SystemExit as end:
        status = _status(end.code)
    except BaseException:
        traceback.print_exc()
        status = 1
    else:
        status = 0
    return _finished(status)


def _status(code: object) -> int:
    if isinstance(code, str):
        sys.stderr.write(code + "\n")
        return 1
    return code if isinstance(code, int) else 0


def _finished(status: int) -> int:
    """Do what an interpreter does at its end: call the hooks, and flush.

    A hook that fails is reported and leaves the status as it is: one of concurrent.futures may find
    the pipe of a process that was killed closed.
    """
    for hooks in (threading._shutdown, atexit._run_exitfuncs):
        try:
            hooks()
        except BaseException:
            traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    return status


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in sys.argv[2:]:
        __import__(name)
    _serve(socket.socket(fileno=int(sys.argv[1])))
