"""Seconds a submission: nbgrader with its kernel, nbgrader with the engine, and the kit alone.

The same 20 notebooks are graded in one run by

- ``nbgrader autograde`` as it comes, a kernel that runs the notebook with its visible checks,
- ``nbgrader autograde`` with the kit's engine, visible and hidden checks,
- ``autograder grade --course`` into the same gradebook.

What the students' own code takes is in all three: most of the time for 03, whose neuron learns
sample by sample, next to nothing for 02.

    python benchmarks/autograde.py [ASSIGNMENT] [SUBMISSIONS] [ROUNDS]
"""

import os
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from autograder.course.root import Assignment, find_course

PROJECT = Path(__file__).parents[1]
GOLDEN = runpy.run_path(str(PROJECT / "tests" / "kit" / "nbgrader" / "golden.py"))
LEFT_OUT = ("hostile", "layer_never", "layer_sleeps", "layer_prints")
KERNEL = "# del c.Autograde"


def main(name: str = "03", submissions: str = "20", rounds: str = "3") -> None:
    """Measure, and print a table with ratios."""
    assignment, count = find_course(PROJECT).assignment(name), int(submissions)
    with tempfile.TemporaryDirectory() as temporary:
        kit, course = Path(temporary, "kit"), Path(temporary, "course")
        prepare(kit, course, assignment, count)
        settings = course / "nbgrader_config.py"
        engine = settings.read_text()
        ways = {
            "nbgrader autograde, kernel": (engine.replace(KERNEL, KERNEL[2:]), _nbgrader),
            "nbgrader autograde, engine": (engine, _nbgrader),
            "autograder grade --course": (engine, _autograder),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for _round in range(int(rounds)):
            for name, (text, command) in ways.items():
                settings.write_text(text)
                _forget(course)
                start = time.perf_counter()
                command(course, assignment.name)
                seconds[name].append((time.perf_counter() - start) / count)
    stock = statistics.median(next(iter(seconds.values())))
    print(f"{assignment.name}, {count} submissions, {rounds} rounds, whole processes\n")
    print(f"{'':28} {'s each':>8} {'fastest':>8} {'slowest':>8} {'times as fast':>14}")
    for name, values in seconds.items():
        middle = statistics.median(values)
        figures = f"{middle:8.3f} {min(values):8.3f} {max(values):8.3f} {stock / middle:14.1f}"
        print(f"{name:28} {figures}")


def prepare(kit: Path, course: Path, assignment: Assignment, submissions: int) -> None:
    """Make an nbgrader course in which so many golden submissions and model answers wait."""
    name, file = assignment.name, f"{assignment.module}.ipynb"
    for part in (f"solutions/{name}", f"tests/grading/{name}", "reference_impl"):
        shutil.copytree(PROJECT / part, kit / part)
    _run("-m", "autograder", "course", "init", str(course), "--course", str(kit), cwd=kit)
    _run("-m", "nbgrader", "generate_assignment", name, cwd=course)
    released = nbformat.read(course / "release" / name / file, as_version=4)
    for student, script in _scripts(assignment, submissions).items():
        folder = course / "submitted" / student / name
        folder.mkdir(parents=True)
        nbformat.write(GOLDEN["notebook"](script, released), folder / file)


def _scripts(assignment: Assignment, number: int) -> dict[str, str]:
    """Return golden submissions, filled up with model answers."""
    model = assignment.source.read_text(encoding="utf-8")
    golden: dict[str, str] = GOLDEN["scripts"](assignment.name, number, LEFT_OUT)
    return golden | {f"model_{n:02}": model for n in range(number - len(golden))}


def _forget(course: Path) -> None:
    """Take the grades back, but not the assignment."""
    shutil.rmtree(course / "autograded", ignore_errors=True)
    kept = course / "gradebook.before"
    if not kept.exists():
        shutil.copy(course / "gradebook.db", kept)
    shutil.copy(kept, course / "gradebook.db")


def _nbgrader(course: Path, name: str) -> None:
    _run("-m", "nbgrader", "autograde", name, cwd=course)


def _autograder(course: Path, name: str) -> None:
    _run("-m", "autograder", "grade", "--course", str(course), "--assignment", name, cwd=course)


def _run(*words: str, cwd: Path) -> None:
    # nbgrader runs alembic, which lies beside the interpreter
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    subprocess.run(
        [sys.executable, *words], cwd=cwd, env=environment, capture_output=True, check=True
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
