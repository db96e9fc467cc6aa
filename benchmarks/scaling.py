"""What a class costs as it grows, and what a second run costs.

    python benchmarks/scaling.py [--assignment 03] [--sizes 20 100] [--jobs N]

The submissions are copies of the model answer that differ in a comment, so that each has inputs of
its own. For each size: a first run, a second one with nothing changed, one with one changed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measure import Cost, machine, measured

from autograder.course.root import Assignment, find_course

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assignment", default="03")
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 100])
    parser.add_argument("--jobs", type=int, default=None)
    options = parser.parse_args()
    assignment = find_course(ROOT).assignment(options.assignment)
    print(f"{assignment.name}, {machine()}\n")
    print("| submissions | run | seconds | s each | CPU s each | driver MB | all MB |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            copy(assignment, Path(folder, "class"), size)
            for run in ("first", "nothing changed", "one changed"):
                if run == "one changed":
                    resubmit(assignment, Path(folder, "class"))
                print_row(size, run, grade(assignment, Path(folder), options.jobs))


def copy(assignment: Assignment, folder: Path, number: int) -> None:
    """Make a class in which everybody hands in the model answer."""
    answer = assignment.source.read_text()
    for student in range(number):
        (folder / f"s{student:05}").mkdir(parents=True)
        (folder / f"s{student:05}" / assignment.file).write_text(f"{answer}\n# {student}\n")


def resubmit(assignment: Assignment, folder: Path) -> None:
    """Let one student hand in something else."""
    file = folder / "s00000" / assignment.file
    file.write_text(file.read_text() + "# again\n")


def grade(assignment: Assignment, folder: Path, jobs: int | None) -> Cost:
    """Grade the class in a process of its own, from start to end."""
    command = [
        sys.executable, "-m", "autograder", "grade", folder / "class",
        "--assignment", assignment.name, "--course", ROOT, "--out", folder / "reports",
    ]  # fmt: skip
    return measured(command + (["-j", str(jobs)] if jobs else []))


def print_row(size: int, run: str, cost: Cost) -> None:
    """Print one run."""
    print(
        f"| {size} | {run} | {cost.seconds:.2f} | {cost.seconds / size:.4f} "
        f"| {cost.cpu / size:.4f} | {cost.own_mb:.0f} | {cost.all_mb:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
