"""What cheats gain on otter-grader 7, next to the kit.

Each is handed in by one student of a class of three; the others' work, graded before and after, is
right. Otter grades the three in one process by ``otter.api.grade_submission``, with a public and a
hidden test for each of two tasks; the kit grades them with ``autograder grade``.

    python benchmarks/stock_otter.py [--otter VENV] > table.md

Without ``--otter``, otter-grader 7 is installed into a throwaway environment. There the cheats run
as they are, with your rights, on files in a temporary folder.
"""

import argparse
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

PROJECT = Path(__file__).parents[1]
TESTS = PROJECT / "tests" / "kit"
COURSE = TESTS / "tiny_course"
PACKAGES = ("otter-grader>=7,<8", "ipykernel", "numpy")
STUDENTS = ("aaron", "kim", "zoe")
FULL = 5
SECONDS = 60
HIDDEN = "np.array([3.25])"
TASKS = {
    "double": (2, 'env["double"](np.array([1.0])), [2.0]', f'env["double"]({HIDDEN}), [6.5]'),
    "Growth": (3, 'env["Growth"](1.0).step(3), 8.0', 'env["Growth"](3.0).step(2), 12.0'),
}
TEST = """from otter.test_files import test_case
import numpy as np

OK_FORMAT = False
name = "{name}"


@test_case(points={points} / 2)
def test_public(env):
    np.testing.assert_allclose({public})


@test_case(points={points} / 2, hidden=True)
def test_hidden(env):
    np.testing.assert_allclose({hidden})
"""
LOOP = """import json
import sys
from pathlib import Path
from otter.api import grade_submission

for path in map(Path, sys.argv[2:]):
    results = grade_submission(str(path), sys.argv[1], quiet=True)
    told = [results.total, results.summary(public_only=True)]
    path.with_suffix(".json").write_text(json.dumps(told))
"""
# otter's runner and its results lie in the student's process; the results are unpickled outside
OWN = {
    "full points, set in the results": """
from otter.execute import Checker

find = Checker.get_results


def all_points():
    files = find()
    for file in files:
        file.update_score(file.possible)
    return files


Checker.get_results = all_points
""",
    "results that change the grader": """
import pickle

CODE = '''
import otter.test_files
own = iter([5.0])
otter.test_files.GradingResults.total = property(lambda self: next(own, 0.0))
'''
dump = pickle.dump


class Results:
    def __init__(self, honest):
        self.honest = pickle.dumps(honest)

    def __reduce__(self):
        run = "(exec(code, {}), __import__('pickle').loads(honest))[1]"
        return eval, (run, {"code": CODE, "honest": self.honest})


pickle.dump = lambda results, file: dump(Results(results), file)
""",
    "hidden tests into the output": """
import glob


def double(x):
    raise ValueError("".join(open(path).read() for path in glob.glob("tests/*.py")))
""",
    "loop without end": """
while True:
    pass
""",
}


class Otter:
    """A class that otter grades."""

    def __init__(self, folder: Path, python: Path) -> None:
        self._folder = folder
        self._python = python
        (folder / "tests").mkdir(parents=True)
        for name, (points, public, hidden) in TASKS.items():
            test = TEST.format(name=name, points=points, public=public, hidden=hidden)
            (folder / "tests" / f"{name}.py").write_text(test)
        (folder / "loop.py").write_text(LOOP)
        generate = ("generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")
        subprocess.run(
            [python.with_name("otter"), *generate], cwd=folder, check=True, capture_output=True
        )

    def grade(self, code: str) -> str:
        """Let three students hand in, grade, and say in words what came of it."""
        for path in self._folder.glob("*.json"):
            path.unlink()
        notebooks = [self._folder / f"{student}.ipynb" for student in STUDENTS]
        for notebook, cell in zip(notebooks, (right(), code, right()), strict=True):
            content = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
            content.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
            nbformat.write(content, notebook)
        command = [self._python, "loop.py", self._folder / "autograder.zip", *notebooks]
        ended = within_limit(command, self._folder)
        told = {student: self._told(student) for student in STUDENTS}
        return outcome({s: score for s, (score, _) in told.items()}, told["kim"][1], ended)

    def _told(self, student: str) -> tuple[float | None, str]:
        path = self._folder / f"{student}.json"
        return tuple(json.loads(path.read_text())) if path.exists() else (None, "")


class Kit:
    """The same class, graded by the kit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def grade(self, code: str) -> str:
        """Do the same."""
        for student, content in zip(STUDENTS, (right(), code, right()), strict=True):
            path = self._folder / "submitted" / student / "doubling.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        out = self._folder / "reports"
        command = [sys.executable, "-m", "autograder", "grade", self._folder / "submitted"]
        command += ["--assignment", "01", "--course", COURSE, "--out", out]
        ended = within_limit(command, self._folder)
        reports = {s: (out / f"{s}.json").read_text(encoding="utf-8") for s in STUDENTS}
        scores = {s: json.loads(report)["score"] for s, report in reports.items()}
        return outcome(scores, reports["kim"], ended)


def within_limit(command: list[str | Path], folder: Path) -> bool:
    """Run a command, in a minute; tell whether it came to its end."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ["PATH"]])
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
    return True


def outcome(scores: dict[str, float | None], told: str, ended: bool) -> str:
    """Say in words what came of a class."""
    own = scores["kim"]
    parts = [f"not ended after {SECONDS} s" if not ended else "no grade" if own is None else ""]
    parts += [f"{own:g} of {FULL}"] if own is not None else []
    for other in (scores["aaron"], scores["zoe"]):
        if other is None:
            parts.append("**the batch stops**")
        elif other != FULL:
            parts.append(f"**another student has {other:g} of {FULL}**")
    parts += ["hidden test shown"] if HIDDEN in told or "rng.normal" in told else []
    return ", ".join(part for part in parts if part)


def right() -> str:
    """Return the model answer."""
    return (COURSE / "solutions" / "01_doubling" / "doubling.py").read_text(encoding="utf-8")


def cheats() -> dict[str, str]:
    """Name what is handed in; the cheats that are about nbgrader's own files stay out."""
    known = runpy.run_path(str(TESTS / "nbgrader" / "cheats.py"))
    shared = {
        name.replace("_", " "): code
        for name, code in known["CHEATS"].items()
        if "{course}" not in code and "{kit}" not in code
    }
    wrong = f"import numpy as np\n{known['WRONG']}"
    return {name: wrong + code for name, code in ({"none": ""} | shared | OWN).items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--otter", type=Path, help="an environment with otter-grader 7")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        environment = options.otter.resolve() if options.otter else install(root / "environment")
        peers = (Otter(root / "otter", environment / "bin" / "python"), Kit(root))
        print("| cheat | otter-grader 7 | with the kit |\n|---|---|---|")
        for name, code in cheats().items():
            print(f"| {name} | {' | '.join(peer.grade(code) for peer in peers)} |", flush=True)


def install(folder: Path) -> Path:
    """Install otter into an environment of its own."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin/pip", "install", "--quiet", *PACKAGES], check=True)
    return folder


if __name__ == "__main__":
    main()
