"""Faults in the middle of a grading: what was done is kept, and the same command does the rest."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from zoo.attack import honest
from zoo.surroundings import Surroundings, environment

from autograder.sandbox.probe import best_level

if sys.platform != "linux":
    pytest.skip("processes are looked up as Linux tells them", allow_module_level=True)

Found = TypeVar("Found")
STUDENTS = [f"student_{number:02}" for number in range(12)]
# so that there is a middle to be killed in, and a second thread to know it by
SLOW = """
# %%
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.25,))
thread.start()
thread.join()
"""
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")


@pytest.fixture(scope="module")
def machine() -> Iterator[Surroundings]:
    """Give a course and a class that takes some seconds."""
    with Surroundings() as surroundings:
        for student in STUDENTS:
            surroundings.hand_in(student, f"{honest()}{SLOW}# {student}\n")
        yield surroundings


class Grading:
    """A command that grades the class into a folder."""

    def __init__(self, machine: Surroundings, out: Path, *more: str) -> None:
        self.machine = machine
        self.out = out
        paths = ["--course", str(machine.course), "--out", str(out)]
        command = ["grade", str(machine.submitted), "--assignment", "01", *paths, "--jobs", "2"]
        self.command = [sys.executable, "-m", "autograder", *command, *more]

    def start(self) -> "subprocess.Popen[str]":
        """Start it."""
        return subprocess.Popen(
            self.command,
            env=environment(self.machine, best_level()),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def run(self) -> tuple[int, str]:
        """Run it to its end; return the exit code and what it printed."""
        with self.start() as process:
            printed, _ = process.communicate(timeout=120)
        return process.returncode, printed

    def reports(self) -> dict[str, dict[str, object]]:
        """Read the reports that are there; each is whole."""
        files = self.out.glob("student_*.json")
        return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}

    def scores(self) -> dict[str, float]:
        """Read the table."""
        with (self.out / "grades.csv").open(encoding="utf-8", newline="") as file:
            return {row["student"]: float(row["score"]) for row in csv.DictReader(file)}

    def await_reports(self, number: int) -> None:
        """Wait until some submissions have their reports."""
        until(lambda: len(self.reports()) >= number)


def until(condition: Callable[[], Found], seconds: float = 60) -> Found:
    """Wait for something to come true, and return it."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def below(process: int, word: str) -> list[int]:
    """List the processes below one whose command line holds a word, the nearest first."""
    found: list[int] = []
    level = [process]
    while level:
        tasks = [Path(f"/proc/{parent}/task/{parent}/children") for parent in level]
        children = " ".join(task.read_text() for task in tasks if task.exists())
        level = [int(child) for child in children.split()]
        found += [child for child in level if word in command_line(child)]
    return found


def at_work(process: int) -> list[int]:
    """List the workers below a process in which a student's code waits for its thread."""
    workers = below(process, "/worker/__main__.py")
    return [worker for worker in workers if len(list(Path(f"/proc/{worker}").glob("task/*"))) > 1]


def command_line(process: int) -> str:
    """Return how a process was started; nothing for one that has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return ""


def everything(score: float = 5.0) -> dict[str, float]:
    """Return the table as it must be in the end."""
    return dict.fromkeys(STUDENTS, score)


def test_a_killed_run_is_taken_up(machine: Surroundings, tmp_path: Path) -> None:
    """After kill -9 nothing runs on, all reports are whole, and none is made twice."""
    grading = Grading(machine, tmp_path / "out")
    process = grading.start()
    grading.await_reports(3)
    others = below(process.pid, "")

    process.kill()
    process.communicate()

    until(lambda: not any(map(command_line, others)), seconds=10)
    kept = grading.reports()
    assert 3 <= len(kept) < len(STUDENTS)
    code, printed = grading.run()
    assert (code, grading.scores()) == (0, everything()), printed
    again = [student for student, report in kept.items() if grading.reports()[student] != report]
    # a report may have been written and not yet been noted as done
    assert len(again) <= 1


@pytest.mark.soak
def test_a_killed_judge_costs_nothing(machine: Surroundings, tmp_path: Path) -> None:
    """When a process that grades is killed, its submissions are graded by another."""
    grading = Grading(machine, tmp_path / "out")
    process = grading.start()
    grading.await_reports(2)

    os.kill(below(process.pid, "spawn_main")[0], signal.SIGKILL)
    printed, _ = process.communicate(timeout=120)

    assert (process.returncode, grading.scores()) == (0, everything()), printed
    assert "Traceback" not in printed


def test_a_killed_worker_costs_its_submission_only(machine: Surroundings, tmp_path: Path) -> None:
    """Who was in work is told so, the others get their points, and --retry mends it.

    One that was still being loaded is loaded again at once, and costs nothing.
    """
    grading = Grading(machine, tmp_path / "out")
    process = grading.start()
    grading.await_reports(2)

    os.kill(until(lambda: at_work(process.pid))[0], signal.SIGKILL)
    printed, _ = process.communicate(timeout=120)

    scores = grading.scores()
    assert process.returncode == 0, printed
    assert len(scores) == len(STUDENTS)
    assert sorted(scores.values())[1:] == [5.0] * (len(STUDENTS) - 1)
    assert Grading(machine, grading.out, "--retry").run()[0] == 0
    assert grading.scores() == everything()


@pytest.mark.soak
def test_two_graders_do_not_meet(machine: Surroundings, tmp_path: Path) -> None:
    """The second one into the same folder is told to wait; the first is not disturbed."""
    grading = Grading(machine, tmp_path / "out")
    process = grading.start()
    grading.await_reports(1)

    process.send_signal(signal.SIGSTOP)  # or it might be done before the second one has begun
    code, said = grading.run()
    process.send_signal(signal.SIGCONT)
    printed, _ = process.communicate(timeout=120)

    assert code == 2
    assert said.startswith("autograder: Another run is grading into")
    assert said.count("\n") == 1
    assert (process.returncode, grading.scores()) == (0, everything()), printed


def mount(folder: Path, options: str) -> None:
    """Mount a disk in memory, or change the one that is there."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder that a test can mount a disk at."""
    folder = tmp_path / "disk"
    folder.mkdir()
    yield folder
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@needs_root
@pytest.mark.soak
@pytest.mark.parametrize("size", [20, 60])
def test_a_full_disk_loses_nothing(machine: Surroundings, disk: Path, size: int) -> None:
    """Wherever the disk is full, there is one sentence, no half file, and a way on."""
    mount(disk, f"size={size}k")
    grading = Grading(machine, disk)

    code, printed = grading.run()

    assert code == 2
    assert "No space left on device" in printed.splitlines()[-1]
    assert "Traceback" not in printed
    assert len(grading.reports()) < len(STUDENTS)
    mount(disk, "remount,size=4m")
    code, printed = grading.run()
    assert (code, grading.scores()) == (0, everything()), printed


@needs_root
@pytest.mark.soak
def test_a_folder_that_cannot_be_written_is_named(machine: Surroundings, disk: Path) -> None:
    """A read-only folder is told before anything is graded."""
    mount(disk, "size=1m,ro")

    code, printed = Grading(machine, disk).run()

    assert code == 2
    assert "Read-only file system. Choose another folder with --out." in printed
    assert printed.count("\n") == 1


@needs_root
@pytest.mark.soak
def test_a_folder_that_becomes_read_only(machine: Surroundings, disk: Path) -> None:
    """What was written before stays, and the same command does the rest."""
    grading = Grading(machine, disk)
    process = grading.start()
    grading.await_reports(3)
    kept = grading.reports()
    mount(disk, "ro")

    printed, _ = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "Read-only file system. Choose another folder with --out." in printed.splitlines()[-1]
    assert "Traceback" not in printed
    subprocess.run(["umount", str(disk)], check=True)
    assert grading.reports().items() >= kept.items()
    code, printed = grading.run()
    assert (code, grading.scores()) == (0, everything()), printed


@pytest.mark.soak
def test_a_clock_that_jumps_changes_nothing(machine: Surroundings, tmp_path: Path) -> None:
    """Limits are kept by a clock that nobody sets: no other one is asked."""
    (tmp_path / "jump.py").write_text(
        "import itertools, runpy, time\n"
        "days = itertools.count()\n"
        "time.time = lambda: (-1) ** next(days) * 86400.0 * next(days)\n"
        "runpy.run_module('autograder', run_name='__main__', alter_sys=True)\n",
        encoding="utf-8",
    )
    grading = Grading(machine, tmp_path / "out", "--jobs", "1")
    grading.command[1:3] = [str(tmp_path / "jump.py")]

    code, printed = grading.run()

    assert (code, grading.scores()) == (0, everything()), printed
