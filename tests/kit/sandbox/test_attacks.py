"""Attacks on the judge: what a hostile submission tries, and what becomes of it."""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from autograder.data.dataset import Mapped
from autograder.sandbox import bubblewrap
from autograder.sandbox.faults import BadResult, Crashed, Raised, TimedOut
from autograder.sandbox.levels import Level
from autograder.sandbox.session import Student

ATTACKER = (Path(__file__).parent / "attacker.py").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[3]

MakeStudent = Callable[..., Student]


@pytest.fixture(scope="module")
def attacker(make_lasting_student: MakeStudent, level: Level) -> Student:
    """Give the attacker at each level; a worker that had to be stopped is replaced."""
    return make_lasting_student(ATTACKER, level=level)


@pytest.fixture(scope="module")
def confined(make_lasting_student: MakeStudent, strong_level: Level) -> Student:
    """Give the attacker at each level that withstands attacks on the machine."""
    return make_lasting_student(ATTACKER, level=strong_level)


@pytest.fixture(scope="module")
def cheat(make_lasting_student: MakeStudent) -> Student:
    """Give the attacker at the best level, for what the judge alone must withstand."""
    return make_lasting_student(ATTACKER)


@contextmanager
def limited_to(student: Student, seconds: float) -> Iterator[None]:
    """Set the limit of a student's calls for a while."""
    before, student.seconds = student.seconds, seconds
    yield
    student.seconds = before


@pytest.mark.parametrize(
    "name", ["loop_deaf_to_signals", "loop_untied_from_parent", "loop_in_c", "drip"]
)
def test_what_does_not_end_is_stopped(attacker: Student, name: str) -> None:
    """A call that never comes back is stopped in time, and the next one gets a fresh worker."""
    attacker.load()
    start = time.monotonic()

    with limited_to(attacker, 0.5), pytest.raises(TimedOut, match=r"took longer than 0.5 s"):
        getattr(attacker, name)()

    assert time.monotonic() - start < 10
    assert attacker.answer() == 42.0


def test_memory_is_limited(attacker: Student) -> None:
    """Too large a demand for memory fails, and the worker goes on."""
    handle = attacker.Anything()

    with pytest.raises(Crashed, match="needed more than 1024 MB of memory"):
        attacker.take_memory()

    assert attacker.answer() == 42.0
    assert repr(handle).endswith("Anything>")


def test_memory_outside_the_limit_is_refused(confined: Student) -> None:
    """Memory that does not count as address space cannot be had."""
    assert confined.take_memory_outside_the_limit() == "Operation not permitted"


def test_no_new_process(confined: Student) -> None:
    """Student code cannot fork."""
    assert confined.fork() == "Operation not permitted"


def test_threads_are_allowed(attacker: Student) -> None:
    """Honest code may use threads."""
    assert attacker.thread() == [42.0]


@pytest.mark.parametrize(
    ("name", "told"), [("exit_at_once", r"exit status 0"), ("crash", "SIGSEGV")]
)
def test_the_end_of_the_process_is_no_answer(attacker: Student, name: str, told: str) -> None:
    """Leaving or crashing the process is a fault, and the next call gets a fresh worker."""
    with pytest.raises(Crashed, match=told):
        getattr(attacker, name)()

    assert attacker.answer() == 42.0


def test_endless_recursion_is_an_exception(attacker: Student) -> None:
    """Recursion without an end is told with the line that recurses."""
    with pytest.raises(Raised, match=r"(?s)RecursionError.*return recurse\(\)"):
        attacker.recurse()


@pytest.mark.parametrize(
    "path",
    [
        ROOT / "pyproject.toml",
        ROOT / "autograder" / "expect.py",
        Path(__file__),
        Path("/etc/passwd"),
        Path("/proc/1/environ"),
        pytest.param(Path(f"/proc/{os.getpid()}/mem"), id="memory of the judge"),
    ],
    ids=str,
)
def test_no_file_of_the_machine_is_read(confined: Student, path: Path) -> None:
    """Neither the course nor the system's own files can be read."""
    assert confined.read(str(path)) in ("No such file or directory", "Permission denied")


def test_no_file_of_another_user_is_read(confined: Student, tmp_path: Path) -> None:
    """A temporary file that everybody may read is out of reach too."""
    secret = tmp_path / "secret"
    secret.write_text("hunter2")

    assert confined.read(str(secret)) in ("No such file or directory", "Permission denied")


@pytest.mark.parametrize("folder", [ROOT / "tests", Path("/home"), Path("/var")])
def test_no_folder_of_the_machine_is_listed(confined: Student, folder: Path) -> None:
    """Folders with other people's files cannot be listed."""
    assert confined.list_folder(str(folder)) in ("No such file or directory", "Permission denied")


@pytest.mark.parametrize(
    "path",
    [
        Path("/usr/evil"),
        Path("/evil"),
        Path(sys.prefix) / "lib" / "evil",
        Path("/kit/worker/protocol.py"),
    ],
)
def test_nothing_is_written(confined: Student, path: Path) -> None:
    """Neither the interpreter nor the worker's own code can be changed."""
    assert confined.write(str(path)) != ""


@pytest.mark.parametrize("folder", ["/tmp", "/dev/shm"])
def test_temporary_files_are_limited(confined: Student, folder: str) -> None:
    """Folders in memory cannot fill it."""
    assert confined.fill(folder) in ("No space left on device", "Permission denied")


def test_bubblewrap_has_a_folder_for_temporary_files(make_lasting_student: MakeStudent) -> None:
    """Honest code, and packages such as matplotlib, may write a temporary file."""
    assert make_lasting_student(ATTACKER).write("/tmp/note") == ""


def test_environment_is_the_kits_own(attacker: Student) -> None:
    """No variable of the judge reaches the worker."""
    assert set(attacker.environment()) - {"PWD", "LC_CTYPE"} == set(bubblewrap.environment())


@pytest.fixture
def port() -> Iterator[int]:
    """Listen at a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_no_network(confined: Student, port: int) -> None:
    """Not even the machine itself can be reached."""
    assert confined.connect(port) == "Operation not permitted"


def test_parent_cannot_be_killed(confined: Student) -> None:
    """Signals to other processes are refused."""
    assert confined.kill_parent() == "Operation not permitted"


def test_judge_cannot_be_starved(confined: Student) -> None:
    """The limits of other processes cannot be lowered."""
    assert confined.starve(os.getpid()) == "Operation not permitted"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
def test_root_is_given_up(attacker: Student) -> None:
    """Started by root, student code runs as nobody and cannot become root again."""
    assert attacker.become_root() == "Operation not permitted"
    assert set(attacker.users()) == {65534}


def test_only_its_own_descriptors_are_open(attacker: Student) -> None:
    """The worker inherits its three pipes and nothing else of the judge's files."""
    assert len(attacker.open_descriptors()) == 5


def test_flood_on_a_descriptor_is_stopped(attacker: Student) -> None:
    """More than 16 MB past ``sys.stdout`` ends the worker."""
    with pytest.raises(Crashed, match="wrote more than 16 MB"):
        attacker.flood_descriptor()

    assert attacker.answer() == 42.0


def test_flood_of_prints_is_cut(attacker: Student) -> None:
    """Printing much is no fault; its beginning is kept."""
    outcome = attacker.flood_print.call()

    assert outcome.value == 42.0
    assert len(outcome.printed) == 64 << 10


def test_data_cannot_be_changed(make_student: MakeStudent, level: Level, tmp_path: Path) -> None:
    """What student code writes to a data set reaches neither the file nor the next call."""
    path = tmp_path / "X.npy"
    np.save(path, np.arange(6.0))
    mapped = Mapped("X", np.load(path, mmap_mode="r"), path)
    attacker = make_student(ATTACKER, level=level, files={"X": path})

    outcome = attacker.change.call(mapped)

    assert outcome.arguments[0].tolist() == [-1.0] * 6
    assert "" not in attacker.write_to_descriptors()
    assert np.load(path).tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert attacker.change.call(mapped).arguments[0].tolist() == [-1.0] * 6


@pytest.mark.parametrize(("kind", "value"), [("ndarray", np.zeros(3)), ("float", 1.5)])
def test_lies_are_rebuilt_as_plain_values(cheat: Student, kind: str, value: object) -> None:
    """A subclass that answers comparisons as it likes arrives as what it is made of."""
    answer = cheat.lie(kind)

    assert type(answer) is type(value)
    np.testing.assert_array_equal(answer, value, strict=True)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("objects", "dtype object"),
        ("broadcast", "more data than the limit"),
        ("records", "dtype"),
        ("dates", "dtype datetime64"),
        ("cycle", "nested too deeply"),
        ("integer", "int that is too large"),
        ("generator", "a generator;"),
        ("bytes", "a bytes;"),
        ("set", "a set;"),
        ("list", "more data than the limit"),
    ],
)
def test_what_cannot_cross_is_named(cheat: Student, kind: str, told: str) -> None:
    """A result that is no plain value is refused with its kind, and the worker goes on."""
    with pytest.raises(BadResult, match=told):
        cheat.lie(kind)

    assert cheat.answer() == 42.0


def test_forged_reply_gains_its_own_answer_only(cheat: Student) -> None:
    """Who forges a reply has answered one call, and is caught at the next."""
    assert cheat.forge("own answer") == 9.75
    with pytest.raises(Crashed, match="interfered"):
        cheat.answer()


@pytest.mark.parametrize(
    "kind",
    [
        "other id",
        "huge body",
        "huge header",
        "bad magic",
        "object dtype",
        "overflow",
        "negative",
        "left over",
        "deep",
        "digits",
        "garbage",
    ],
)
def test_forged_frames_end_the_worker(cheat: Student, kind: str) -> None:
    """A frame that breaks the format is a fault at once, and the next call gets a fresh worker."""
    with pytest.raises(Crashed, match="interfered"):
        cheat.forge(kind)

    assert cheat.answer() == 42.0


def test_closed_pipes_are_noticed(cheat: Student) -> None:
    """A worker that closes its pipes has ended."""
    with pytest.raises(Crashed):
        cheat.close_pipes()


def test_a_worker_that_does_not_read_is_stopped(cheat: Student) -> None:
    """Arguments that nobody takes do not hold the judge up."""
    cheat.stop_reading()

    with limited_to(cheat, 0.5), pytest.raises(TimedOut):
        cheat.change(np.zeros(5_000_000))


def test_patched_numpy_stays_in_the_worker(cheat: Student) -> None:
    """What student code replaces in numpy is not replaced for the judge."""
    assert cheat.patch_numpy() is True
    assert not np.allclose(0, 1)
