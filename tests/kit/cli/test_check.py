"""``autograder check --watch``, whose other options the golden submissions go through."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_WAITING = "Waiting for the next save; Ctrl-C ends.\n"


@pytest.fixture
def unwritten(tiny_solution: Path) -> Path:
    """Take the file away that a student would write; return where it was."""
    return (tiny_solution / "doubling.py").rename(tiny_solution / "later.txt")


@pytest.fixture
def watcher(unwritten: Path) -> Iterator[subprocess.Popen[str]]:
    """Start to watch the folder without its file; stop at the end whatever happened."""
    with subprocess.Popen(
        [sys.executable, "-m", "autograder", "check", "--watch"],
        cwd=unwritten.parent,
        env={**os.environ, "AUTOGRADER_LANG": "en", "COLUMNS": "300", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield process
        process.kill()


def test_watching_begins_before_there_is_a_file(
    watcher: subprocess.Popen[str], unwritten: Path
) -> None:
    """A file that is not there yet is reported, and checked as soon as it is saved."""
    first = watcher.stderr.readline()
    unwritten.rename(unwritten.with_name("doubling.py"))
    second = watcher.stderr.readline()
    watcher.send_signal(signal.SIGINT)
    told, complaints = watcher.communicate(timeout=10)

    assert (first, second, complaints) == (_WAITING, _WAITING, "")
    assert "doubling.py: does not exist" in told
    assert "All 2 visible checks passed." in told
    assert watcher.returncode == 0


def test_interrupting_is_no_verdict(tiny_solution: Path) -> None:
    """Ctrl-C in the middle of a check ends with 2: 1 would say that checks do not pass."""
    code = "while True:\n    pass\n"
    (tiny_solution / "doubling.py").write_text(code, encoding="utf-8")

    with subprocess.Popen(
        [sys.executable, "-m", "autograder", "check"],
        cwd=tiny_solution,
        env={**os.environ, "AUTOGRADER_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=3)
        process.send_signal(signal.SIGINT)
        told, complaints = process.communicate(timeout=10)

    assert (process.returncode, told, complaints) == (2, "", "\nAborted!\n")
