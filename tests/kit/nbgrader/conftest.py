"""An nbgrader course of the tiny course's one assignment, and the commands that work on it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import nbformat
import pytest
from warm import warm_python

from autograder.batch.job import close_judge
from autograder.batch.preflight import require_passing_model
from autograder.course.data_choice import DataChoice
from autograder.gradebook.pipeline import CourseJob

HERE = Path(__file__).parent
PRELOADED = ("nbgrader.apps", "nbgrader.converters", "nbgrader.plugins", "nbgrader.preprocessors")
NAME = "01_doubling"
COMMANDS = HERE / "commands.py"
SLOW = "\nimport time\n\ntime.sleep(0.4)\n"
TIME = "2026-03-02 12:00:00 UTC"
GRADES = """
    SELECT base_cell.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade
    FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    WHERE submitted_assignment.student_id = ?
"""
COMMENTS = """
    SELECT base_cell.name, comment.auto_comment
    FROM comment JOIN base_cell ON base_cell.id = comment.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    WHERE submitted_assignment.student_id = ?
"""


class Course:
    """An nbgrader course made by ``autograder course init``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def environment(self) -> dict[str, str]:
        """Return the variables for a program that works on the course."""
        # nbgrader runs alembic, which lies beside the interpreter
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        home = self.root.parent / "home"
        home.mkdir(exist_ok=True)
        settings = {"PATH": path, "HOME": str(home), "AUTOGRADER_LANG": "en", "COLUMNS": "80"}
        # nbgrader is a lot of Python to compile at every start
        inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return {**inherited, **settings, "JUPYTER_PLATFORM_DIRS": "1"}

    def start(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start a program of the environment in the course's folder."""
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self.root,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run such a program to its end."""
        warm = warm_python(*PRELOADED)
        ended = warm.run(words, cwd=self.root, env=self.environment(), timeout=300)
        assert not check or ended.returncode == 0, ended.stderr
        return ended

    def autograder(self, *words: str | Path, check: bool = True) -> Any:
        """Run ``autograder``."""
        return self.run("-m", "autograder", *words, check=check)

    def nbgrader(self, *commands: str, check: bool = True) -> Any:
        """Run commands such as ``"autograde 01_doubling"``, see ``commands.py``."""
        return self.run(COMMANDS, *commands, check=check)

    def solved(self) -> Any:
        """Return the released notebook with the right answers in it."""
        notebook = nbformat.read(self.root / "release" / NAME / "doubling.ipynb", as_version=4)
        right = nbformat.read(self.root / "source" / NAME / "doubling.ipynb", as_version=4)
        for cell, answer in zip(notebook.cells, right.cells, strict=True):
            cell.source = answer.source
        return notebook

    def folder(self, student: str) -> Path:
        """Make the folder of a submission."""
        folder = self.root / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(TIME)
        return folder

    def hand_in(self, student: str, notebook: Any) -> None:
        """Put a notebook where nbgrader collects it to."""
        nbformat.write(notebook, self.folder(student) / "doubling.ipynb")

    def query(self, text: str, *values: str) -> list[tuple[Any, ...]]:
        """Ask the gradebook."""
        with closing(sqlite3.connect(self.root / "gradebook.db")) as gradebook:
            return gradebook.execute(text, values).fetchall()

    def points(self, student: str) -> dict[str, float]:
        """Return the automatic score of each test cell."""
        return {row[0]: row[1] for row in self.query(GRADES, student)}

    def by_hand(self, student: str) -> dict[str, float | None]:
        """Return the score of each test cell that a person has given."""
        return {row[0]: row[2] for row in self.query(GRADES, student)}

    def comments(self, student: str) -> dict[str, str | None]:
        """Return the automatic comment of each answer."""
        return dict(self.query(COMMENTS, student))

    def graded(self, student: str) -> Any:
        """Return the graded notebook."""
        path = self.root / "autograded" / student / NAME / "doubling.ipynb"
        return nbformat.read(path, as_version=4)

    def said(self, student: str) -> str:
        """Return all that the kit has written into the graded notebook."""
        outputs = [
            output for cell in self.graded(student).cells for output in cell.get("outputs", [])
        ]
        return "\n".join(text for output in outputs for text in output["data"].values())


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder that holds the kit's tiny course and an nbgrader course of it, assignment made."""
    root = tmp_path_factory.mktemp("nbgrader")
    shutil.copytree(HERE.parent / "tiny_course", root / "kit")
    manifest = root / "kit" / "solutions" / NAME / "assignment.toml"
    limits = "\n[limits]\ncall_seconds = 3\n"
    manifest.write_text(manifest.read_text(encoding="utf-8") + limits, encoding="utf-8")
    course = Course(root / "course")
    course.root.mkdir()
    course.autograder("course", "init", course.root, "--course", root / "kit", "--lang", "en")
    course.nbgrader(f"generate_assignment {NAME}")
    _keep_report_of_model_answer(course.root)
    return root


def _keep_report_of_model_answer(root: Path) -> None:
    """Grade the model answer once for all tests, as the first grading of a course does."""
    job = CourseJob.of(root, NAME, allow_unisolated=True, data=DataChoice())
    require_passing_model(job.spec, root)
    close_judge()


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Iterator[Course]:
    """Give a test a course of its own."""
    shutil.copytree(released / "course", tmp_path / "course")
    return Course(tmp_path / "course")


@pytest.fixture
def own_kit(course: Course, released: Path, tmp_path: Path) -> Path:
    """Give the course a kit of its own, which a test may change."""
    shutil.copytree(released / "kit", tmp_path / "kit")
    link = course.root / "autograder.json"
    content = json.loads(link.read_text()) | {"course": str(tmp_path / "kit")}
    link.write_text(json.dumps(content))
    return tmp_path / "kit"


@pytest.fixture(scope="session")
def course_type() -> type[Course]:
    """Give a module's own fixtures the class of the courses."""
    return Course


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], None]:
    """Wait for something to come true."""

    def wait(condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 120
        while not condition():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    return wait


@pytest.fixture
def slowly() -> Callable[[Any], Any]:
    """Make a notebook take a while, so that there is a middle to be disturbed in."""

    def slow(notebook: Any) -> Any:
        {cell.id: cell for cell in notebook.cells}["double"].source += SLOW
        return notebook

    return slow
