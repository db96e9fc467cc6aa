"""A time limit counts the time that a worker could run, however busy the machine is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from autograder.course.manifest import Limits
from autograder.intake import Cell
from autograder.sandbox import deadline
from autograder.sandbox.deadline import Deadline
from autograder.sandbox.faults import TimedOut
from autograder.sandbox.probe import probe
from autograder.sandbox.session import Student

if sys.platform != "linux":
    pytest.skip("Linux counts how long a process waits", allow_module_level=True)

LEVELS = [found.level for found in probe() if found.available]
LIMIT = 1.0
CODE = """
import threading, time

def work(seconds):
    start = time.process_time()
    while time.process_time() - start < seconds:
        pass
    return 1.0

def sleep(seconds):
    time.sleep(seconds)

def crowd():
    for _ in range(8):
        threading.Thread(target=work, args=(60,), daemon=True).start()
    work(60)
"""


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Keep each core busy with two endless loops."""
    with ExitStack() as stack:
        for _ in range(2 * (os.cpu_count() or 1)):
            loop = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            stack.callback(loop.wait)
            stack.callback(loop.kill)
        yield


@pytest.fixture(params=LEVELS, ids=str)
def student(request: pytest.FixtureRequest) -> Iterator[Student]:
    """Give code that works, sleeps or spins, at each level of isolation of this machine."""
    limits = Limits(call_seconds=LIMIT, submission_seconds=60, memory_mb=1024)
    cells = [Cell(CODE, 1, "work.py")]
    student = Student(cells, level=request.param, files={}, limits=limits, module="work")
    student.load()
    yield student
    student.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the time on the wall, to be set."""
    now = [0.0]
    monkeypatch.setattr(deadline.time, "monotonic", lambda: now[0])
    return now


def test_work_within_the_limit_passes_on_a_busy_machine(student: Student, busy_machine) -> None:
    """What takes 0.7 s of a processor is not stopped at 1 s on the wall."""
    assert student.work(0.7) == 1.0


def test_work_beyond_the_limit_is_stopped_on_a_busy_machine(student: Student, busy_machine) -> None:
    """A busy machine gives nobody more of a processor than the limit."""
    with pytest.raises(TimedOut):
        student.work(2 * LIMIT)


def test_sleep_is_stopped_at_the_limit(student: Student) -> None:
    """Who sleeps waits for no processor."""
    with pytest.raises(TimedOut):
        student.sleep(3 * LIMIT)


def test_threads_that_take_the_processor_from_each_other_gain_no_time(student: Student) -> None:
    """A process does not wait for the machine while it waits for itself."""
    with pytest.raises(TimedOut):
        student.crowd()


def test_the_wait_for_a_processor_is_added(clock: list[float]) -> None:
    """Three seconds of waiting make the deadline three seconds later."""
    starved = [0.0]
    limit = Deadline(2.0, lambda: starved[0])
    clock[0] = 0.5
    limit.left()

    clock[0], starved[0] = 4.0, 3.0

    assert limit.left() == pytest.approx(1.0)


def test_the_wait_is_added_up_to_a_bound(clock: list[float]) -> None:
    """A machine on which nothing runs ends a call all the same."""
    limit = Deadline(2.0, lambda: clock[0])
    clock[0] = 0.5
    limit.left()

    clock[0] = 50.0

    assert limit.left() <= 0


def test_a_wait_before_the_call_does_not_count(clock: list[float]) -> None:
    """What the process waited for during earlier calls adds nothing to this one."""
    limit = Deadline(2.0, lambda: 100.0)
    clock[0] = 0.5
    limit.left()

    clock[0] = 2.5

    assert limit.left() == pytest.approx(-0.5)
