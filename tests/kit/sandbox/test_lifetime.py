"""A worker does not outlive its judge, whichever thread has started it."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.errors import KitError
from autograder.sandbox.levels import Level
from autograder.sandbox.worker_process import Worker

JUDGE = '''
from autograder.course.manifest import Limits
from autograder.intake import Cell
from autograder.sandbox.levels import Level
from autograder.sandbox.session import Student

cell = Cell("""{source}""", 1, "exercise.py")
limits = Limits(call_seconds=60.0, submission_seconds=60.0, memory_mb={memory})
student = Student([cell], level=Level("{level}"), files={{}}, limits=limits, module="exercise")
student.load()
print("loaded", flush=True)
student.loop()
'''
LOOP = """
def loop():
    while True:
        pass
"""
UNTIED_LOOP = """
import ctypes
def loop():
    ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
    while True:
        pass
"""


def workers(memory: int) -> list[str]:
    """Find the processes that have that limit of memory."""
    limits = Path("/proc").glob("[0-9]*/limits")
    return [path.parent.name for path in limits if _address_space(path) == memory << 20]


def _address_space(limits: Path) -> int | None:
    try:
        found = re.search(r"Max address space +(\d+)", limits.read_text())
    except OSError:  # it has ended
        return None
    return int(found[1]) if found else None


def become(condition: Callable[[], bool]) -> bool:
    """Wait up to ten seconds for a condition."""
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


@pytest.fixture
def memory(request: pytest.FixtureRequest) -> int:
    """Give a limit of memory by which a test's own workers can be told."""
    return 1024 + abs(hash(request.node.nodeid)) % 100_000


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a process to its parent")
def test_no_worker_outlives_a_killed_judge(level: Level, memory: int) -> None:
    """When the judge is killed its looping worker ends too."""
    judge = _start_judge(LOOP, level, memory)
    assert workers(memory)

    judge.kill()
    judge.wait()

    assert become(lambda: not workers(memory))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a process to its parent")
def test_no_worker_unties_itself(strong_level: Level, memory: int) -> None:
    """Student code cannot cut the tie, where isolation is more than limits."""
    judge = _start_judge(UNTIED_LOOP, strong_level, memory)
    assert workers(memory)

    judge.kill()
    judge.wait()

    assert become(lambda: not workers(memory))


def _start_judge(source: str, level: Level, memory: int) -> "subprocess.Popen[bytes]":
    """Start a judge in a process of its own, and wait until its student loops."""
    script = JUDGE.format(source=source, level=level, memory=memory)
    judge = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert judge.stdout is not None
    assert judge.stdout.readline() == b"loaded\n"
    judge.stdout.close()
    time.sleep(0.2)
    return judge


def test_a_worker_outlives_the_thread_that_asked_for_it(limits: Callable[..., object]) -> None:
    """A worker that is wanted in a thread is started by one that lasts, and goes on after it."""
    with ThreadPoolExecutor(1) as thread:
        worker = thread.submit(Worker.start, Level.PROCESS, {}, limits()).result()
    time.sleep(0.2)

    with worker:
        worker.await_ready()

        assert worker.alive


def test_a_worker_that_does_not_start_is_the_kits_fault(
    level: Level, limits: Callable[..., object], tmp_path: Path
) -> None:
    """A worker that cannot read its data sets is told in one line, with what the process said."""
    path = tmp_path / "X.npy"
    path.write_bytes(b"no array")

    with (
        Worker.start(level, {"X": path}, limits()) as worker,
        pytest.raises(KitError, match=rf"did not start \(level: {level}\).*magic.*$"),
    ):
        worker.await_ready()

    assert not worker.alive


def test_worker_killed_before_it_has_code_is_replaced(make_student, level):
    """A worker that somebody ends while it waits is not put down to the student."""
    limits = SimpleNamespace(call_seconds=20.0, submission_seconds=60.0, memory_mb=1024)
    worker = Worker.start(level, {}, limits)
    worker.await_ready()
    worker._process.kill()
    worker._process.wait(5.0)

    student = make_student("def double(x):\n    return 2 * x\n", level=level, worker=worker)

    assert student.double(2.0) == 4.0


def test_worker_killed_before_it_is_ready_is_started_again(make_student, level, limits):
    """A worker that somebody ends while it gets ready costs neither the student nor the class."""
    worker = Worker.start(level, {}, limits())
    worker._process.kill()
    worker._process.wait(5.0)
    worker.await_ready()

    student = make_student("def double(x):\n    return 2 * x\n", level=level, worker=worker)

    assert student.double(2.0) == 4.0
