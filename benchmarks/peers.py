"""One exercise and the same submissions through the kit and through its peers, in one run.

    python benchmarks/peers.py [--assignment 03] [--submissions 60] [--of-peers 6] [--peers VENV]

Without ``--peers``, nbgrader 0.9.6, otter-grader 7 and pytest-nbgrader 0.3 are installed into a
throwaway environment.

The calls that the kit's checks make of the model answer are recorded once. A peer loads the
submission, in the form of a notebook, and makes the same calls with the same inputs in its test
cell. It judges nothing there: no oracle, no inputs of the student's own, no diagnosis; so what the
peers do is less than what the kit does. A floor does all that the kit does, but for isolation: a
fork of a judge that is up. Two more make the calls alone, without any grader: a plain script in a
cold subprocess, and a fork of a process that has everything imported. Forks run two at a time.

pytest-nbgrader has no command for a class: it runs pytest in the test cell of a notebook that
nbgrader grades, and that is how it is measured.

The peers, which take seconds for each, get the first of the submissions only.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from measure import ONE_THREAD, Cost, machine, measured
from overhead import record
from scaling import copy, grade

from autograder.course.root import Assignment, find_course

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).parent
PACKAGES = (
    "nbgrader==0.9.6", "otter-grader>=7,<8", "pytest-nbgrader==0.3.0", "ipykernel", "numpy",
)  # fmt: skip
NAME = "exercise"
CALLS = "import plain_calls; plain_calls.make_calls({names}, {recording!r})"
# a case of pytest-nbgrader: the function that is submitted returns True
CASES = """from pathlib import Path
from pytest_nbgrader import assertions, cases, dumper

case = cases.TestCase(inputs=((), {{}}), expected=((True,), {{}}))
right = {{assertions.equal_value: ((), {{}})}}
dumper.dump_subtask(cases.TestSubtask([case], right), Path({folder!r}, "calls.yml"))
"""
IN_PYTEST = """from pytest_nbgrader import loader, runner

def answers():
    {calls}
    return True

loader.Submission.submit(answers)
assert runner.main("-q", subtask="calls", case_dir={folder!r}) == 0
"""
OTTER_TEST = """from otter.test_files import test_case

OK_FORMAT = False
name = "q1"
points = 1


@test_case(points=1)
def test_calls(env):
    {calls}
"""
OTTER_LOOP = """import sys
from otter.api import grade_submission

for path in sys.argv[2:]:
    results = grade_submission(path, sys.argv[1], quiet=True)
    assert results.total == 1, results
"""


def main() -> None:
    """Measure one after the other, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--assignment", default="03")
    parser.add_argument("--submissions", type=int, default=60)
    parser.add_argument("--of-peers", type=int, default=6)
    parser.add_argument("--peers", type=Path)
    options = parser.parse_args()
    assignment = find_course(ROOT).assignment(options.assignment)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        numbers = (options.submissions, options.of_peers)
        bench = Bench(assignment, folder, numbers, options.peers or install(folder))
        text = "{}, {} submissions ({} for the peers) with {} calls each"
        print(text.format(assignment.name, *numbers, bench.calls))
        print(f"{machine()}\n")
        print("| | seconds each | CPU s each | memory MB | times the kit's seconds |")
        print("|---|---:|---:|---:|---:|")
        kit = None
        for name, (number, run) in bench.ways().items():
            cost = run()
            seconds, cpu = cost.seconds / number, cost.cpu / number
            kit = kit or seconds
            figures = f"{seconds:.3f} | {cpu:.3f} | {cost.all_mb:.0f} | {seconds / kit:.2f}"
            print(f"| {name} | {figures} |", flush=True)


def install(folder: Path) -> Path:
    """Install the peers into an environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", folder / "peers"], check=True)
    subprocess.run([folder / "peers/bin/pip", "install", "--quiet", *PACKAGES], check=True)
    return folder / "peers"


class Bench:
    """The submissions in every form."""

    def __init__(
        self, assignment: Assignment, folder: Path, numbers: tuple[int, int], peers: Path
    ) -> None:
        self.assignment, self.folder = assignment, folder
        self.number, self.few = numbers
        self.bin = peers.resolve() / "bin"
        self.recording = folder / "calls.pickle"
        self.calls = record(assignment, self.recording)
        copy(assignment, folder / "class", self.number)
        self.files = sorted((folder / "class").glob("*/*.py"))
        path = os.pathsep.join([str(self.bin), os.environ["PATH"]])
        self.env = {**os.environ, **ONE_THREAD, "PATH": path, "PYTHONPATH": str(HERE)}

    def ways(self) -> dict[str, tuple[int, Callable[[], Cost]]]:
        """Name what is measured, over how many submissions; the kit comes first."""
        cold = 'for file in "$@"; do "$0" "$PLAIN" "$file" "$CALLS" || exit 1; done'
        warm = (sys.executable, HERE / "warm_fork.py", self.recording)
        judge = (sys.executable, HERE / "warm_judge.py", self.assignment.name)
        everyone = {
            "the kit, all cores": lambda: grade(self.assignment, self.folder, os.cpu_count()),
            "the kit, one process": lambda: grade(self.assignment, self.again(), 1),
            "warm fork, same work, two at a time": lambda: self.run(
                *judge, "2", self.folder / "forks", *self.files
            ),
            "plain script, calls only, cold": lambda: self.run(
                "sh", "-c", cold, sys.executable, *self.files
            ),
            "warm fork, calls only, two at a time": lambda: self.run(*warm, "2", *self.files),
        }
        peers = {
            "nbgrader 0.9.6": self.nbgrader,
            "pytest-nbgrader 0.3": self.pytest_nbgrader,
            "otter-grader 7": self.otter,
        }
        return {name: (self.number, way) for name, way in everyone.items()} | {
            name: (self.few, way) for name, way in peers.items()
        }

    def again(self) -> Path:
        """Give the kit a folder without reports of an earlier run."""
        (self.folder / "again").mkdir()
        (self.folder / "class").rename(self.folder / "again" / "class")
        (self.folder / "class").symlink_to(self.folder / "again" / "class")
        return self.folder / "again"

    def nbgrader(self) -> Cost:
        """Grade with ``nbgrader autograde``."""
        return self.autograde(self.folder / "course", self.calls_of("globals()"))

    def pytest_nbgrader(self) -> Cost:
        """Grade with ``nbgrader autograde`` and pytest in the test cell."""
        cases = str(self.folder / "cases")
        self.run(self.bin / "python", "-c", CASES.format(folder=cases))
        test = IN_PYTEST.format(calls=self.calls_of("globals()"), folder=cases)
        return self.autograde(self.folder / "pytest course", test)

    def autograde(self, course: Path, test: str) -> Cost:
        """Make a course of nbgrader with this test cell, and grade it."""
        self.write(course / "source" / NAME / "nb.ipynb", "# code", test)
        (course / "nbgrader_config.py").write_text("c = get_config()\n")
        self.run(self.bin / "nbgrader", "generate_assignment", NAME, cwd=course)
        for file in self.files[: self.few]:
            target = course / "submitted" / file.parent.name / NAME / "nb.ipynb"
            self.write(target, file.read_text(), test)
        cost = self.run(self.bin / "nbgrader", "autograde", NAME, cwd=course)
        graded = [path.read_text() for path in course.glob(f"autograded/*/{NAME}/nb.ipynb")]
        assert len(graded) == self.few
        assert not any('"output_type": "error"' in text for text in graded)
        return cost

    def calls_of(self, names: str) -> str:
        """Return the statement that makes the recorded calls."""
        return CALLS.format(names=names, recording=str(self.recording))

    def otter(self) -> Cost:
        """Grade with otter's function for one submission, in one process."""
        folder = self.folder / "otter"
        (folder / "tests").mkdir(parents=True)
        (folder / "tests" / "q1.py").write_text(OTTER_TEST.format(calls=self.calls_of("env")))
        (folder / "loop.py").write_text(OTTER_LOOP)
        generate = ("generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")
        self.run(self.bin / "otter", *generate, cwd=folder)
        notebooks = []
        for file in self.files[: self.few]:
            notebooks.append(folder / f"{file.parent.name}.ipynb")
            self.write(notebooks[-1], file.read_text(), self.calls_of("globals()"))
        python = self.bin / "python"
        return self.run(python, "loop.py", folder / "autograder.zip", *notebooks, cwd=folder)

    def write(self, path: Path, code: str, calls: str) -> None:
        """Write a notebook with the code in one cell, and a cell that makes the calls."""
        path.parent.mkdir(parents=True, exist_ok=True)
        solution = nbformat.v4.new_code_cell(code, metadata={"nbgrader": marks("code")})
        test = nbformat.v4.new_code_cell(calls, metadata={"nbgrader": marks("test")})
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
        nbformat.write(nbformat.v4.new_notebook(cells=[solution, test], metadata=kernel), path)

    def run(self, *command: str | Path, cwd: Path | None = None) -> Cost:
        """Run and measure a command."""
        plain = {"PLAIN": str(HERE / "plain_calls.py"), "CALLS": str(self.recording)}
        return measured(command, cwd=cwd, env=self.env | plain)


def marks(name: str) -> dict[str, object]:
    """Give a cell's metadata for nbgrader."""
    test = name == "test"
    given = {"grade_id": name, "schema_version": 3, "cell_type": "code", "task": False}
    given |= {"grade": test, "solution": not test, "locked": test}
    return given | ({"points": 1} if test else {})


if __name__ == "__main__":
    main()
