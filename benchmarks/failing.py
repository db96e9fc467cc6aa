"""What grading costs when something is wrong, diagnosis included, over the model answer.

One judge grades the model answer and, in turns with it, files in which one thing is changed: every
n-th of the mutations that ``tests/kit/mutation`` makes. Those that pass or run into a time limit
are left out. Run it on a machine that does nothing else.

Usage: ``python benchmarks/failing.py [ASSIGNMENT ...] [--number 20]``
"""

import argparse
import ast
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "kit" / "mutation"))

from operators import mutants  # noqa: E402

from autograder.course.root import Assignment, find_course  # noqa: E402
from autograder.intake import Submission  # noqa: E402
from autograder.judge import Judge  # noqa: E402
from autograder.report.model import Report, Status  # noqa: E402


def main() -> None:
    """Print a line for each assignment."""
    options = _options()
    print(f"{'assignment':<32}{'passing':>9}{'failing':>9}{'ratio':>7}{'worst':>7}")
    for name in options.assignments:
        assignment = find_course(ROOT).assignment(name)
        pairs = list(measure(assignment, options.number))
        passing, failing = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratios = [wrong / right for right, wrong in pairs]
        print(
            f"{assignment.name:<32}{passing:>7.2f} s{failing:>7.2f} s"
            f"{statistics.median(ratios):>7.2f}{max(ratios):>7.2f}",
            flush=True,
        )


def measure(assignment: Assignment, number: int) -> Iterator[tuple[float, float]]:
    """Give the seconds of the model answer and of a wrong one, graded one after the other."""
    everything = list(mutants(assignment.source.read_text(encoding="utf-8")))
    model = Submission(student="model", path=assignment.source)
    with tempfile.TemporaryDirectory() as folder, Judge(assignment, hidden=True) as judge:
        judge.grade(model)  # imports and caches
        for position, mutant in enumerate(everything[:: max(1, len(everything) // number)]):
            path = Path(folder, str(position), assignment.file)
            path.parent.mkdir()
            path.write_text(ast.unparse(mutant.tree), encoding="utf-8")
            _, right = timed(judge, model)
            report, wrong = timed(judge, Submission(student="mutant", path=path))
            if statuses(report) >= {Status.FAILED} and Status.TIMED_OUT not in statuses(report):
                yield right, wrong


def timed(judge: Judge, submission: Submission) -> tuple[Report, float]:
    """Grade, and return the seconds that it took."""
    start = time.perf_counter()
    report = judge.grade(submission)
    return report, time.perf_counter() - start


def statuses(report: Report) -> set[Status]:
    """Return how the checks ended."""
    return {check.status for task in report.tasks for check in task.checks}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignments", nargs="*", default=["02", "03", "05", "06"])
    parser.add_argument("--number", type=int, default=20)
    return parser.parse_args()


if __name__ == "__main__":
    main()
