"""``autograder grade`` over a class: parallel, resumable, stoppable, one at a time."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CLASS_SIZE = 6


@pytest.fixture
def handed_in(tmp_path):
    """Write a class in which every student is off by another amount, the first by none."""
    folder = tmp_path / "class"
    for number in range(CLASS_SIZE):
        (folder / f"s{number:02}").mkdir(parents=True)
        code = f"def double(x):\n    return 2 * x + {number}\n"
        (folder / f"s{number:02}" / "doubling.py").write_text(code, encoding="utf-8")
    return folder


@pytest.fixture
def grade(command_line, tiny_course, handed_in):
    """Run the command over the class."""

    def run(*options):
        return command_line(
            "grade", handed_in, "--assignment", "01", "--out", "reports", *options,
            "--course", tiny_course,
        )  # fmt: skip

    return run


def table(folder):
    """Read grades.csv."""
    with (folder / "reports" / "grades.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def graded(done):
    """Name the students of whom the command said that they were graded."""
    lines = [line for line in done.stderr.splitlines() if line.startswith("[")]
    return sorted(line.split("] ")[1].split(":")[0] for line in lines)


def test_processes_leave_a_complete_and_sorted_table(grade, tmp_path):
    """Over two processes each student gets a report, a page and a row, in order."""
    done = grade("-j", "2")

    names = [f"s{number:02}" for number in range(CLASS_SIZE)]
    assert done.returncode == 0, done.stderr
    assert [row["student"] for row in table(tmp_path)] == names
    assert [row["double"] for row in table(tmp_path)] == ["2.0"] + ["0.0"] * (CLASS_SIZE - 1)
    assert sorted(path.stem for path in (tmp_path / "reports").glob("*.json")) == names
    assert sorted(path.stem for path in (tmp_path / "reports").glob("*.html")) == names


def test_only_what_changed_is_graded_again(grade, handed_in, tmp_path):
    """A second run grades the one who handed in anew, and keeps all others."""
    grade()
    before = table(tmp_path)
    (handed_in / "s03" / "doubling.py").write_text("def double(x):\n    return 2 * x\n")

    done = grade()

    assert graded(done) == ["s03"]
    assert f"Unchanged since the last run: {CLASS_SIZE - 1}" in done.stderr
    assert table(tmp_path)[3]["double"] == "2.0"
    assert table(tmp_path)[4:] == before[4:]


@pytest.mark.usefixtures("ends_judge")
def test_one_that_cannot_be_graded_is_named_and_the_others_are_in_the_table(grade, tmp_path):
    """A submission that ends every process that grades it costs itself only: exit 2, its name."""
    done = grade("-j", "2")

    assert done.returncode == 2
    assert "was killed at: s01, perhaps" in done.stderr
    assert done.stderr.rstrip().endswith("Without a report: 1.")
    assert [row["student"] for row in table(tmp_path)] == ["s00", "s02", "s03", "s04", "s05"]


def test_force_grades_everything(grade):
    """With --force nothing is taken from an earlier grading."""
    grade()

    assert len(graded(grade("--force"))) == CLASS_SIZE


def test_changed_hidden_check_grades_everything(grade, tiny_course):
    """After a change of the checks no report holds."""
    grade()
    checks = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    checks.write_text(checks.read_text(encoding="utf-8") + "\n# new\n", encoding="utf-8")

    assert len(graded(grade())) == CLASS_SIZE


@pytest.fixture
def second(tmp_path, tiny_course, handed_in):
    """Add an assignment, a copy of the first, and hand in the same; return how it is graded."""
    for path in [*tiny_course.rglob("01_doubling/*"), *handed_in.glob("*/doubling.py")]:
        place = str(path.relative_to(tmp_path)).replace("01_doubling", "02_second")
        copy = tmp_path / place.replace("doubling", "second")
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8").replace("doubling", "second")
        copy.write_text(text, encoding="utf-8")
    # or it would be a namespace, and a `reference_impl` elsewhere on the path would be found first
    (tiny_course / "reference_impl").mkdir()
    (tiny_course / "reference_impl" / "__init__.py").touch()
    return ("--assignment", "02", "--out", "reports of the second")


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("tests/grading/01_doubling/test_doubling.py", (CLASS_SIZE, 0)),
        ("reference_impl/second/misconceptions/triple.py", (0, CLASS_SIZE)),
    ],
    ids=["check", "misconception"],
)
def test_change_leaves_the_other_assignment_as_it_is(grade, second, tiny_course, changed, again):
    """A changed hidden check, or misconception, touches the reports of its own assignment only."""
    grade()
    grade(*second)
    (tiny_course / changed).parent.mkdir(parents=True, exist_ok=True)
    with (tiny_course / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    assert (len(graded(grade())), len(graded(grade(*second)))) == again


def test_report_that_was_lost_is_written_again(grade, tmp_path):
    """A report that was deleted from the folder comes back without grading."""
    grade()
    (tmp_path / "reports" / "s05.html").unlink()

    done = grade()

    assert graded(done) == []
    assert (tmp_path / "reports" / "s05.html").exists()


def test_retry_grades_what_was_stopped(grade, handed_in):
    """A submission that crashed is kept too, until --retry asks for it."""
    (handed_in / "s05" / "doubling.py").write_text("import os\nos._exit(1)\n", encoding="utf-8")
    first = grade()

    assert "Timed out or crashed: 1." in first.stdout
    assert graded(grade()) == []
    assert graded(grade("--retry")) == ["s05"]


def test_two_gradings_do_not_share_a_folder(grade, tmp_path):
    """A second grading into a folder that is being written is refused in a sentence."""
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "reports").mkdir()
    with (tmp_path / "reports" / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = grade()

    assert done.returncode == 2
    assert "Another run is grading into reports." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_daemon_without_standard_streams_grades_as_well(
    handed_in, tiny_course, tmp_path, processes
):
    """A worker gets its pipes where the numbers of the standard streams are free for them."""
    close = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh"]
    paths = [handed_in, "--course", tiny_course, "--out", tmp_path / "reports"]
    grade = ["grade", *paths, "--assignment", "01", "-j", processes, "--allow-unisolated"]

    subprocess.run(
        [*close, sys.executable, "-m", "autograder", *grade],
        env=os.environ | {"AUTOGRADER_ISOLATION": "process"},
        check=True,
    )

    assert [row["double"] for row in table(tmp_path)] == ["2.0"] + ["0.0"] * (CLASS_SIZE - 1)


def test_names_that_print_alike_have_reports_of_their_own(grade, handed_in, tmp_path):
    """Students whose folders differ in what cannot be printed do not overwrite each other."""
    (handed_in / "s00").rename(handed_in / "s\x01")
    (handed_in / "s01").rename(handed_in / "s\x02")

    done = grade()

    assert len(table(tmp_path)) == CLASS_SIZE
    assert len({row["student"] for row in table(tmp_path)}) == CLASS_SIZE
    assert len(list((tmp_path / "reports").glob("*.json"))) == CLASS_SIZE
    assert done.returncode == 0


@pytest.fixture
def slow_class(handed_in):
    """Let every submission take its time."""
    for path in handed_in.glob("*/doubling.py"):
        path.write_text("import time\n\ndef double(x):\n    time.sleep(0.2)\n", encoding="utf-8")
    return handed_in


@pytest.fixture
def start(slow_class, tiny_course, tmp_path):
    """Start the command over the slow class in a process group of its own, as a shell does."""
    command = [
        sys.executable, "-m", "autograder", "grade", slow_class, "--assignment", "01",
        "--out", "reports", "--course", tiny_course, "-j", "2",
    ]  # fmt: skip
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "AUTOGRADER_LANG": "en"},
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as process:
        yield process
        process.kill()


def in_session(leader):
    """List the processes of a session that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def come_true(condition):
    """Wait up to ten seconds for a condition."""
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ctrl_c_stops_everything_and_says_how_to_go_on(start, grade, tmp_path):
    """Ctrl-C ends all processes with one sentence; the same command grades the rest."""
    assert f"[1/{CLASS_SIZE}]" in start.stderr.readline()

    os.killpg(start.pid, signal.SIGINT)
    said = start.communicate(timeout=20)[1]

    assert start.returncode == 2
    assert "Traceback" not in said
    assert "Run the same command again to grade the rest." in said
    assert come_true(lambda: not in_session(start.pid))
    there = len(list((tmp_path / "reports").glob("*.json")))
    assert 0 < there < CLASS_SIZE
    assert len(graded(grade())) == CLASS_SIZE - there
    assert len(table(tmp_path)) == CLASS_SIZE


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killed_grading_leaves_no_process(start, tmp_path):
    """When the driver is killed its processes end too, and what it wrote can be read."""
    assert f"[1/{CLASS_SIZE}]" in start.stderr.readline()

    start.kill()
    start.wait()

    assert come_true(lambda: not in_session(start.pid))
    reports = list((tmp_path / "reports").glob("*.json"))
    assert {json.loads(path.read_bytes())["assignment"] for path in reports} == {"01_doubling"}
