"""Workers forked from one warm process in bubblewrap: each has a world of its own."""

import os
from pathlib import Path

import pytest

from autograder.sandbox import forkserver
from autograder.sandbox.levels import Level, obstacle

pytestmark = pytest.mark.skipif(bool(obstacle(Level.BUBBLEWRAP)), reason="needs bubblewrap")

WRITER = """
import ctypes
import os
import numpy as np

def leave(folder):
    there = os.listdir(folder)
    with open(folder + "/note", "w") as file:
        file.write("softmax = ...")
    return there

def number():
    return os.getpid()

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
    forkserver._running[0]._process.kill()
    forkserver._running[0]._process.wait()

    assert make_student(WRITER, level=Level.BUBBLEWRAP).number() == 1
    assert writer.number() == 1


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_server_is_not_shared_with_a_forked_process(writer):
    """A process that is forked from the judge forgets the server, which goes on for the judge."""
    writer.load()
    before = list(forkserver._running)
    child = os.fork()
    if not child:
        os._exit(len(forkserver._running))
    _, status = os.waitpid(child, 0)

    assert status == 0
    assert forkserver._running == before
    assert writer.number() == 1
