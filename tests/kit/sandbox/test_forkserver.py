"""Workers forked from one warm process in bubblewrap: each has a world of its own."""

import os
import resource
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from autograder.sandbox import forkserver_client
from autograder.sandbox.faults import Crashed
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import obstacle

pytestmark = pytest.mark.skipif(bool(obstacle(Level.BUBBLEWRAP)), reason="needs bubblewrap")

WRITER = """
import ctypes
import fcntl
import os
import time
import numpy as np

def leave(folder):
    there = os.listdir(folder)
    with open(folder + "/note", "w") as file:
        file.write("softmax = ...")
    return there

def number():
    return os.getpid()

def sleep():
    time.sleep(60)

def descriptors(most):
    return [number for number in range(most) if is_open(number)]

def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True

def is_marked(number):
    return bool(fcntl.fcntl(number, fcntl.F_GETFL) & os.O_APPEND)

def mark(number):
    fcntl.fcntl(number, fcntl.F_SETFL, os.O_APPEND)
    return is_marked(number)

def draw():
    return np.random.rand(4)

def capabilities():
    header, words = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    failed = ctypes.CDLL(None).capget(header, words)
    return failed, list(words)

def mount():
    libc = ctypes.CDLL(None, use_errno=True)
    failed = libc.mount(b"tmpfs", b"/usr", b"tmpfs", 0, b"")
    return os.strerror(ctypes.get_errno()) if failed else ""

def unmount():
    libc = ctypes.CDLL(None, use_errno=True)
    failed = libc.umount2(b"/tmp", 2)
    return os.strerror(ctypes.get_errno()) if failed else ""
"""


@pytest.fixture
def writer(make_student):
    """Give a student in bubblewrap who writes wherever he can."""
    return make_student(WRITER, level=Level.BUBBLEWRAP)


@pytest.fixture
def follower(make_student):
    """Give the student after him."""
    return make_student(WRITER, level=Level.BUBBLEWRAP)


@pytest.mark.parametrize("folder", ["/tmp", "/dev/shm"])
def test_no_file_is_there_for_the_next(writer, follower, folder):
    """What one submission writes is in memory of its own, even while the next one runs."""
    writer.leave(folder)

    assert "note" not in follower.leave(folder)
    assert "note" in writer.leave(folder)
    assert list(Path(folder).glob("note")) == []


@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_open_file_is_shared(writer, follower, number):
    """A flag that one submission sets on an open file is not there for the next one."""
    follower.load()

    assert writer.mark(number)
    assert not follower.is_marked(number)


def test_each_is_the_first_process(writer, follower):
    """No worker has a number for a process that is not its own."""
    assert (writer.number(), follower.number()) == (1, 1)


def test_each_draws_numbers_of_its_own(writer, follower):
    """The generator of numpy that nobody has seeded is not the same in two workers."""
    assert set(writer.draw()).isdisjoint(follower.draw())


def test_no_capability_is_kept(writer):
    """The rights to mount and to change the user, which the server has, are given up."""
    assert writer.capabilities() == (0, [0] * 6)


@pytest.mark.parametrize("name", ["mount", "unmount"])
def test_mounts_stay_as_they_are(writer, name):
    """A worker can neither cover nor uncover a folder."""
    assert getattr(writer, name)() == os.strerror(1)


def test_lost_server_is_replaced(writer, make_student):
    """When somebody ends the server, its workers end with it and the next one starts another."""
    writer.load()
    forkserver_client._running[0]._process.kill()
    forkserver_client._running[0]._process.wait()

    assert make_student(WRITER, level=Level.BUBBLEWRAP).number() == 1
    assert writer.number() == 1


def test_loss_in_a_call_is_no_fault_of_the_student(writer):
    """A worker that ends with its server is told as such, and the next call gets another."""
    writer.load()
    threading.Timer(0.3, forkserver_client._running[0]._process.kill).start()

    with pytest.raises(Crashed, match="not the code's fault"):
        writer.sleep()

    assert writer.number() == 1


@pytest.fixture
def many_files():
    """Hold so many files open that what is opened next has a number beyond 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    with ExitStack() as stack:
        for _number in range(min(1100, wanted - 100)):
            stack.enter_context(open(os.devnull))  # noqa: PTH123
        yield
    forkserver_client._close()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_no_descriptor_is_inherited_whatever_its_number(many_files, make_student):
    """The server's socket is closed in the worker, also where the judge holds many files."""
    forkserver_client._close()

    student = make_student(WRITER, level=Level.BUBBLEWRAP)

    assert len(student.descriptors(5000)) == 5


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_server_is_not_shared_with_a_forked_process(writer):
    """A process that is forked from the judge forgets the server, which goes on for the judge."""
    writer.load()
    before = list(forkserver_client._running)
    child = os.fork()
    if not child:
        os._exit(len(forkserver_client._running))
    _, status = os.waitpid(child, 0)

    assert status == 0
    assert forkserver_client._running == before
    assert writer.number() == 1
