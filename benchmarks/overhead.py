"""What grading costs over a plain script that makes the same calls.

Both grade the same copies of a model answer, in turns, in one run:

* the kit: ``autograder grade`` over all copies, the whole process from start to end, isolation,
  checks, oracle and reports included;
* the floor: for each copy one plain subprocess that loads the file and makes the calls that the
  checks made, with the same inputs, and judges nothing.

Usage: ``python benchmarks/overhead.py [--assignment 03] [--copies 20] [--rounds 3]``
"""

import argparse
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from autograder.course.root import Assignment, find_course
from autograder.data import Mapped
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.sandbox.proxies import Handle
from autograder.sandbox.session import Student

ROOT = Path(__file__).resolve().parent.parent
PLAIN = Path(__file__).with_name("plain_calls.py")


def main() -> None:
    """Record the calls, time both in turns, print the ratio."""
    options = _options()
    assignment = find_course(ROOT).assignment(options.assignment)
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.pickle"
        number = record(assignment, calls)
        copies = copy(assignment, Path(folder) / "class", options.copies)
        rounds = [
            (grade(assignment, copies), replay(copies, calls)) for _round in range(options.rounds)
        ]
    print(f"{assignment.name}: {options.copies} copies of the model answer, {number} calls each")
    for name, column in (("autograder grade", 0), ("plain subprocess", 1)):
        seconds = [times[column] / options.copies for times in rounds]
        print(f"{name:<18} {statistics.median(seconds):.3f} s per submission (median)")
    ratios = sorted(kit / plain for kit, plain in rounds)
    print(
        f"ratio              {statistics.median(ratios):.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def record(assignment: Assignment, path: Path) -> int:
    """Grade the model answer once and keep each request that the judge makes."""
    calls: list[tuple[Any, ...]] = []
    ask = Student._ask

    def recording(self: Student, op: str, called: str, **fields: Any) -> dict[str, Any]:
        reply = ask(self, op, called, **fields)
        target, value = fields.get("target"), reply.get("value")
        calls.append(
            (
                op,
                target and target._number,
                fields["name"],
                [_plain(each) for each in fields.get("args", ())],
                {name: _plain(each) for name, each in fields.get("kwargs", {}).items()},
                _plain(fields.get("value")),
                value._number if isinstance(value, Handle) else None,
            )
        )
        return reply

    Student._ask = recording  # type: ignore[method-assign]
    try:
        with Judge(assignment, hidden=True) as judge:
            report = judge.grade(Submission(student="model", path=assignment.source))
    finally:
        Student._ask = ask  # type: ignore[method-assign]
    if not report.passed:
        sys.exit("the model answer does not pass: there is nothing to compare")
    path.write_bytes(pickle.dumps(calls))
    return len(calls)


def _plain(value: Any) -> Any:
    if isinstance(value, Handle):
        return ("object", value._number)
    return ("file", str(value.path)) if isinstance(value, Mapped) else value


def copy(assignment: Assignment, folder: Path, number: int) -> Path:
    """Make a class in which everybody hands in the model answer."""
    for student in range(number):
        (folder / f"s{student:04}").mkdir(parents=True)
        shutil.copy(assignment.source, folder / f"s{student:04}" / assignment.file)
    return folder


def grade(assignment: Assignment, submissions: Path) -> float:
    """Time ``autograder grade``."""
    command = [sys.executable, "-m", "autograder", "grade", str(submissions)]
    command += ["--assignment", assignment.name, "--course", str(ROOT)]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([*command, "--out", out], check=True, capture_output=True)
    return time.perf_counter() - start


def replay(submissions: Path, calls: Path) -> float:
    """Time one plain subprocess a submission."""
    start = time.perf_counter()
    for path in sorted(submissions.glob("*/*.py")):
        subprocess.run([sys.executable, str(PLAIN), str(path), str(calls)], check=True)
    return time.perf_counter() - start


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--assignment", default="03")
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
