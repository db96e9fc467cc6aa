"""``autograder check --watch``: a report for each save, until Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from itertools import takewhile
from threading import Timer

import pytest

WAITING = "Waiting for the next save; press Ctrl-C to stop.\n"
LONGEST_SECONDS = 120


@pytest.fixture
def work(command_line, tiny_course, tiny_solution):
    """Give a student's file in which `double` is right and `Growth` is not."""
    command_line("build", cwd=tiny_course)
    path = tiny_course / "assignments" / "01_doubling" / "doubling.py"
    right = (tiny_solution / "doubling.py").read_text(encoding="utf-8")
    path.write_text(right.replace("range(times)", "range(0)"), encoding="utf-8")
    return path


@pytest.fixture
def watch(work):
    """Watch the file in a process group of its own, as a shell does; the test cannot hang."""
    with subprocess.Popen(
        [sys.executable, "-m", "autograder", "check", "--watch", "--json", work],
        env={**os.environ, "AUTOGRADER_LANG": "en", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        encoding="utf-8",
    ) as process:
        limit = Timer(LONGEST_SECONDS, process.kill)
        limit.start()
        yield process
        limit.cancel()
        process.kill()


def next_report(process):
    """Wait for a report; give its tasks by name."""
    text = "".join(takewhile(lambda line: line != WAITING, process.stdout))
    return {task["name"]: task for task in json.loads(text)["tasks"]}


def save(path, text):
    """Save as editors do: a file that is complete takes the place of the old one."""
    path.with_suffix(".new").write_text(text, encoding="utf-8")
    path.with_suffix(".new").replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes")
def test_save_is_checked_where_it_changed_something(work, watch):
    """A task that is mended is checked again, the other's result is kept; Ctrl-C ends with 0."""
    before = next_report(watch)

    save(work, work.read_text(encoding="utf-8").replace("range(0)", "range(times)"))
    after = next_report(watch)
    os.killpg(watch.pid, signal.SIGINT)
    said_last = watch.communicate()[0]

    assert (before["Growth"]["status"], after["Growth"]["status"]) == ("failed", "passed")
    assert after["double"] == before["double"]  # to the time that its checks took
    assert (watch.returncode, said_last) == (0, "")
