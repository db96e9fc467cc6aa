"""What a year of submissions costs to list, keep, read and export.

    python benchmarks/year.py [--assignment 02] [--submissions 10000]

First a folder of reports, then a gradebook of nbgrader. A few submissions are graded for real. The
reports of the others are copies under their names, written as the command writes them; their grades
are copies of rows in the database.
"""

import argparse
import csv
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
import year_gradebook
from measure import machine
from scaling import copy, grade, resubmit
from timed import timed

from autograder.batch.batch import Batch
from autograder.batch.job import JobSpec
from autograder.batch.overrides import Overrides
from autograder.course.root import Assignment, find_course
from autograder.intake import Submission, submissions
from autograder.judge import Judge
from autograder.report.folder import TABLE, ReportFolder
from autograder.report.model import Report, from_json
from autograder.sandbox.probe import best_level

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--assignment", default="02")
    parser.add_argument("--submissions", type=int, default=10_000)
    options = parser.parse_args()
    assignment = find_course(ROOT).assignment(options.assignment)
    print(f"{options.submissions} submissions of {assignment.name}; {machine()}\n")
    with tempfile.TemporaryDirectory() as temporary:
        copy(assignment, Path(temporary, "class"), options.submissions)
        with Judge(assignment, hidden=True) as judge:
            report = judge.grade(Submission("model", assignment.source))
        measure_folder(assignment, Path(temporary), report)
    with tempfile.TemporaryDirectory() as temporary:
        year_gradebook.measure(assignment, Path(temporary), options.submissions)


def measure_folder(assignment: Assignment, folder: Path, report: Report) -> None:
    """Measure the command on a folder, and what it leaves there."""
    seconds, stopped = first_report(assignment, folder)
    print(f"{seconds:8.2f} s  autograder grade: from the command to the first report")
    print(f"{stopped:8.2f} s  stopped with Ctrl-C")
    with timed("list, hash, write all reports: JSON, HTML, store; not graded"):
        write(assignment, folder, report)
    again = grade(assignment, folder, None)
    print(f"{again.seconds:8.2f} s  autograder grade again, nothing changed; {again.own_mb:.0f} MB")
    resubmit(assignment, folder / "class")
    again = grade(assignment, folder, None)
    print(f"{again.seconds:8.2f} s  autograder grade again, one changed; {again.own_mb:.0f} MB")
    reports = folder / "reports"
    with timed("read grades.csv"), (reports / TABLE).open(encoding="utf-8", newline="") as file:
        rows = len(list(csv.DictReader(file)))
    with timed("read all JSON reports"):
        scores = [from_json(each.read_bytes(), each.name).score for each in reports.glob("*.json")]
    assert len(scores) == rows
    for name, files in {
        "JSON": reports.glob("*.json"),
        "HTML": reports.glob("*.html"),
        "store": (reports / ".store").rglob("*.json"),
        TABLE: [reports / TABLE],
    }.items():
        print(f"{on_disk(files):8.1f} MB on disk: {name}")


def first_report(assignment: Assignment, folder: Path) -> tuple[float, float]:
    """Start the command; return the seconds to its first report, and then those of stopping it."""
    command = [
        sys.executable, "-m", "autograder", "grade", str(folder / "class"),
        "--assignment", assignment.name, "--course", str(ROOT), "--out", str(folder / "stopped"),
    ]  # fmt: skip
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:  # fmt: skip
        assert process.stderr is not None
        assert process.stderr.readline().startswith("[1/")
        first = time.perf_counter()
        os.kill(process.pid, signal.SIGINT)
        assert "Stopped" in process.communicate()[1]
    return first - start, time.perf_counter() - first


def write(assignment: Assignment, folder: Path, report: Report) -> None:
    """Write the reports of a class as the command does, without grading it."""
    out = ReportFolder(folder / "reports")
    class_list = submissions(folder / "class", assignment.name, assignment.module)
    job = JobSpec.of(assignment, best_level())
    batch = Batch(class_list, job, out, Overrides(assignment), force=False, retry=False)
    assert not list(batch.unchanged())
    copies = (msgspec.structs.replace(report, student=s.student) for s in batch.remaining())
    for _report in batch.written(copies):
        pass


def on_disk(files: Iterable[Path]) -> float:
    """Return the megabytes that files take."""
    return sum(file.stat().st_blocks * 512 for file in files) / 1e6


if __name__ == "__main__":
    main()
