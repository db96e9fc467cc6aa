"""What isolation costs: the kit next to the same work without it, for several assignments.

    python benchmarks/floors.py [ASSIGNMENT ...] [--submissions 60] [--rounds 3]

Three ways, in turns, each two at a time:

- the kit: ``autograder grade`` with full isolation;
- the same work in warm forks: a judge that is up is forked for each submission, and the fork loads
  the student's code beside itself. Same checks, visible and hidden, same inputs, oracle, numerical
  derivatives and reports; no sandbox, no pipe, no copies (``warm_judge.py``);
- the calls alone in warm forks: what the checks call of a submission is called once more, with
  recorded inputs; nothing is judged or written (``warm_fork.py``).

What a further submission costs is told: the difference between a small class and a larger one, so
that nobody's start counts.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import ONE_THREAD, Cost, machine, measured
from overhead import record
from scaling import copy, grade

from autograder.course.root import Assignment, find_course

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).parent
ALL = ["01", "02", "03", "04", "05", "06", "07"]
AT_A_TIME = 2
FEW = 4
WAYS = ("kit", "same work", "calls")


def main() -> None:
    """Print a line for each assignment."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("assignments", nargs="*", default=ALL)
    parser.add_argument("--submissions", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{machine()}; {AT_A_TIME} at a time, median of {options.rounds} rounds\n")
    print("Milliseconds of CPU, and by the clock, of a further submission; and the kit's over them")
    print()
    print(f"| | {' | '.join(f'{way}, CPU | {way}, clock' for way in WAYS)} |", end="")
    print(" over same work, CPU | clock | over calls, CPU | clock |")
    print(f"|---|{'---:|' * 10}")
    for name in options.assignments:
        assignment = find_course(ROOT).assignment(name)
        with tempfile.TemporaryDirectory() as temporary:
            calls = Path(temporary, "calls.pickle")
            record(assignment, calls)
            rounds = [
                measure(assignment, calls, options.submissions) for _ in range(options.rounds)
            ]
        print_line(assignment.name, rounds)


def measure(assignment: Assignment, calls: Path, number: int) -> dict[str, tuple[float, float]]:
    """Measure what a further submission costs each way: milliseconds of CPU, and by the clock."""
    costs: dict[str, list[Cost]] = {way: [] for way in WAYS}
    for size in (FEW, FEW + number):
        with tempfile.TemporaryDirectory() as temporary:
            for way, run in ways(assignment, calls, Path(temporary), size).items():
                costs[way].append(run())
    return {
        way: (1000 * (more.cpu - few.cpu) / number, 1000 * (more.seconds - few.seconds) / number)
        for way, (few, more) in costs.items()
    }


def ways(
    assignment: Assignment, calls: Path, folder: Path, size: int
) -> dict[str, Callable[[], Cost]]:
    """Prepare a class and say how it is gone through."""
    copy(assignment, folder / "class", size)
    files = sorted((folder / "class").glob("*/*.py"))
    two = str(AT_A_TIME)
    judge = (sys.executable, HERE / "warm_judge.py", assignment.name, two, folder / "forks")
    fork = (sys.executable, HERE / "warm_fork.py", calls, two)
    runs = (
        lambda: grade(assignment, folder, AT_A_TIME),
        lambda: measured((*judge, *files), env=os.environ | ONE_THREAD),
        lambda: measured((*fork, *files), env=os.environ | ONE_THREAD),
    )
    return dict(zip(WAYS, runs, strict=True))


def print_line(name: str, rounds: list[dict[str, tuple[float, float]]]) -> None:
    """Print medians, and medians of the ratios within a round."""
    cells = [
        statistics.median(each[way][kind] for each in rounds) for way in WAYS for kind in (0, 1)
    ]
    ratios = [
        statistics.median(each["kit"][kind] / each[floor][kind] for each in rounds)
        for floor in WAYS[1:]
        for kind in (0, 1)
    ]
    figures = [f"{cell:.1f}" for cell in cells] + [f"{ratio:.1f}" for ratio in ratios]
    print(f"| {name} | {' | '.join(figures)} |", flush=True)


if __name__ == "__main__":
    main()
