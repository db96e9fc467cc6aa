"""What mutilated notebooks and cheats do to stock nbgrader, next to the kit.

Each is handed in by one student of a class of three, in two courses with the same two tasks: one
as nbgrader comes, with a kernel and asserts in its test cells, and one that ``autograder course
init`` made. The others' work, graded before and after, is right; the table tells what it got.

    python benchmarks/stock_nbgrader.py [mutilations|cheats] > table.md

The cheats are run as they are by stock nbgrader, with your rights, on courses in a temporary
folder.
"""

import os
import re
import runpy
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import nbformat

PROJECT = Path(__file__).parents[1]
TESTS = PROJECT / "tests" / "kit"
NAME, FILE = "01_doubling", "doubling.ipynb"
FULL = 5
HIDDEN = "assert_allclose(double(np.array([3.25])), [6.5])"
ASSERTS = {
    "setup": "import numpy as np",
    "check-double": f"""from numpy.testing import assert_allclose

assert_allclose(double(np.array([1.0, 2.0])), [2.0, 4.0])
### BEGIN HIDDEN TESTS
{HIDDEN}
### END HIDDEN TESTS""",
    "check-Growth": """from numpy.testing import assert_allclose

assert_allclose(Growth(np.array([1.0])).step(3), [8.0])""",
}
STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\n"
POINTS = """
    SELECT sum(coalesce(g.manual_score, g.auto_score) + coalesce(g.extra_credit, 0))
    FROM grade g JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment s ON s.id = n.assignment_id
    WHERE s.student_id = ? AND coalesce(g.manual_score, g.auto_score) IS NOT NULL
"""
Write = Callable[[Any, Path], None]


class Course:
    """A course in which one student after the other hands in."""

    def __init__(self, root: Path, kit: Path, *, stock: bool) -> None:
        self.root = root
        root.mkdir()
        self._run("-m", "autograder", "course", "init", ".", "--course", str(kit))
        source = root / "source" / NAME / FILE
        if stock:
            notebook = nbformat.read(source, as_version=4)
            for cell in notebook.cells:
                cell.source = ASSERTS.get(cell.id, cell.source)
            nbformat.write(notebook, source)
            (root / "nbgrader_config.py").write_text(STOCK)
        self._run("-m", "nbgrader", "generate_assignment", NAME)
        shutil.copy(root / "gradebook.db", root / "gradebook.before")

    def grade(self, write: Write) -> str:
        """Let three students hand in, grade, and say in words what came of it."""
        for part in ("submitted", "autograded", "feedback"):
            shutil.rmtree(self.root / part, ignore_errors=True)
        shutil.copy(self.root / "gradebook.before", self.root / "gradebook.db")
        for student, hand_in in (("aaron", _as_it_is), ("kim", write), ("zoe", _as_it_is)):
            folder = self.root / "submitted" / student / NAME
            folder.mkdir(parents=True)
            hand_in(self.solved(), folder)
        said = self._run("-m", "nbgrader", "autograde", NAME, check=False)
        self._run("-m", "nbgrader", "generate_feedback", NAME, check=False)
        return self._outcome(said)

    def solved(self) -> Any:
        """Return the released notebook with the right answers."""
        notebook = nbformat.read(self.root / "release" / NAME / FILE, as_version=4)
        source = nbformat.read(self.root / "source" / NAME / FILE, as_version=4)
        for cell, answer in zip(notebook.cells, source.cells, strict=True):
            answered = cell.metadata.get("nbgrader", {}).get("solution")
            cell.source = answer.source if answered else cell.source
        return notebook

    def _outcome(self, said: str) -> str:
        own = self._points("kim")
        parts = ["no grade" if own is None else f"{own:g} of 5"]
        for other in (self._points("aaron"), self._points("zoe")):
            if other is None:
                parts.append("**the batch stops**")
            elif other != FULL:
                parts.append(f"**another student has {other:g} of 5**")
        if HIDDEN in self._feedback("kim"):
            parts.append("hidden test shown")
        errors = re.findall(r"^(?:\w+\.)*(\w*(?:Error|Exception))\b", said, re.MULTILINE)
        return ", ".join([*parts, *errors[-1:]])

    def _points(self, student: str) -> float | None:
        with closing(sqlite3.connect(self.root / "gradebook.db")) as gradebook:
            row: tuple[float | None] = gradebook.execute(POINTS, (student,)).fetchone()
        return row[0]

    def _feedback(self, student: str) -> str:
        pages = (self.root / "feedback" / student).rglob("*.html")
        text = "".join(path.read_text(encoding="utf-8") for path in pages)
        return re.sub(r"<[^>]*>", "", text)

    def _run(self, *words: str, check: bool = True) -> str:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        ended = subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env={**os.environ, "PATH": path, "AUTOGRADER_LANG": "en"},
            capture_output=True,
            text=True,
            check=check,
        )
        return ended.stderr


def _as_it_is(notebook: Any, folder: Path) -> None:
    nbformat.write(notebook, folder / FILE)


def _mutilations() -> dict[str, Write]:
    zoo = runpy.run_path(str(TESTS / "nbgrader" / "mutilated.py"))["MUTILATIONS"]
    return {name.replace("_", " "): mutilation.write for name, mutilation in zoo.items()}


def _cheats(course: Path, kit: Path) -> dict[str, Write]:
    known = runpy.run_path(str(TESTS / "nbgrader" / "cheats.py"))

    def writer(cheat: str) -> Write:
        def write(notebook: Any, folder: Path) -> None:
            cells = {cell.id: cell for cell in notebook.cells}
            text = cheat.replace("{course}", str(course)).replace("{kit}", str(kit))
            cells["double"].source = known["WRONG"] + text
            cells["Growth"].source = "pass"
            nbformat.write(notebook, folder / FILE)

        return write

    return {name.replace("_", " "): writer(cheat) for name, cheat in known["CHEATS"].items()}


def main(what: str = "mutilations") -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        kit = shutil.copytree(TESTS / "tiny_course", root / "kit")
        stock = Course(root / "stock", kit, stock=True)
        ours = Course(root / "ours", kit, stock=False)
        print(f"| {what} | stock nbgrader | with the kit |\n|---|---|---|")
        by_course = [
            _mutilations() if what == "mutilations" else _cheats(course.root, kit)
            for course in (stock, ours)
        ]
        for name in by_course[0]:
            outcomes = [c.grade(w[name]) for c, w in zip((stock, ours), by_course, strict=True)]
            print(f"| {name} | {' | '.join(outcomes)} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
