"""Golden submissions: each is wrong in its own way and earns what an honest instructor gives.

A file in a folder named after an assignment holds what differs from the model answer. A cell
``# %% task="backprop"`` takes the place of the model answer's; other cells come after its last.
``EXPECTED`` holds status and points of the tasks that it is about; any other must pass, or be
blocked by one of these. More names are optional: ``UNWRITTEN`` lists tasks that are left as they
were handed out, ``SAYS`` gives for a task a piece of a sentence that the student must read, and
``SHUT_IN`` is true for an attack that a plain process cannot stop.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from autograder.build.stub import stub
from autograder.course.manifest import read_manifest
from autograder.course.root import find_course
from autograder.course.secret import SECRET_FILE

PROJECT = Path(__file__).parents[3]
MISTAKES = "reference_impl/*/mistakes/*.py"
CELL_MARK = re.compile(r"^(?=# %%)", re.MULTILINE)
# without MNIST the networks are trained on the small stand-in, which is the same everywhere
ENVIRONMENT = {"AUTOGRADER_LANG": "en", "AUTOGRADER_DATA": "", "PYTHONUTF8": "1"}
TASK_SECONDS = re.compile(r"^seconds = .*$", re.MULTILINE)
TASK_MARK = re.compile(r'# %% task="(\w+)"')

Report = dict[str, Any]


class Golden(NamedTuple):
    """What is known of a golden submission."""

    assignment: str
    name: str

    @property
    def source(self) -> str:
        """What its file holds."""
        module = self.assignment.partition("_")[2]
        folder = PROJECT / "reference_impl" / module / "mistakes"
        return (folder / f"{self.name}.py").read_text(encoding="utf-8")

    def literal(self, name: str) -> Any:
        """Return what a name such as ``EXPECTED`` stands for; empty where it is not given."""
        preface = ast.parse(CELL_MARK.split(self.source)[0])
        values = {ast.unparse(each.targets[0]): each.value for each in preface.body[1:]}
        return ast.literal_eval(values[name]) if name in values else {}


NAMES = {each.module: each.name for each in find_course(PROJECT).assignments}
GOLDENS = [
    Golden(NAMES[path.parents[1].name], path.stem) for path in sorted(PROJECT.glob(MISTAKES))
]


def cells(source: str) -> list[tuple[str | None, str]]:
    """Cut a file in percent format into (task or None, text)."""
    parts = CELL_MARK.split(source)
    return [(mark[1] if (mark := TASK_MARK.match(part)) else None, part) for part in parts]


def assemble(golden: Golden) -> str:
    """Return the whole file that the student of that name hands in."""
    folder = PROJECT / "solutions" / golden.assignment
    manifest = read_manifest(folder / "assignment.toml")
    model = folder / f"{manifest.module}.py"
    text = model.read_text(encoding="utf-8")
    tasks = [task.name for task in manifest.tasks]
    unwritten = {task: part for task, part in cells(stub(text, tasks, model)) if task}
    _preface, *own = cells(golden.source)
    replaced = {task: part for task, part in own if task}
    replaced |= {task: unwritten[task] for task in golden.literal("UNWRITTEN")}
    written = [replaced.get(task, part) for task, part in cells(text)]
    return "".join([*written, *(part for task, part in own if task is None)])


def impatient_course(root: Path, assignment: str) -> Path:
    """Copy what grading needs of the course, with limits that an endless loop soon reaches."""
    for part in (f"solutions/{assignment}", f"tests/grading/{assignment}", "reference_impl"):
        shutil.copytree(PROJECT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    manifest = root / "solutions" / assignment / "assignment.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(TASK_SECONDS.sub("seconds = 5", text), encoding="utf-8")
    # random inputs come from here and must not change from run to run
    (root / SECRET_FILE).write_text("golden", encoding="utf-8")
    return root


def grade(root: Path, assignment: str) -> dict[str, Report]:
    """Grade all golden submissions of an assignment in one run; return the reports by name."""
    course = impatient_course(root / "course", assignment)
    module = read_manifest(course / "solutions" / assignment / "assignment.toml").module
    for golden in GOLDENS:
        if golden.assignment == assignment:
            file = root / "submitted" / golden.name / f"{module}.py"
            file.parent.mkdir(parents=True)
            file.write_text(assemble(golden), encoding="utf-8")
    command = ["grade", "submitted", "--assignment", assignment, "--course", "course"]
    subprocess.run(
        [sys.executable, "-m", "autograder", *command, "--out", "reports", "--allow-unisolated"],
        cwd=root,
        env={**os.environ, **ENVIRONMENT, "AUTOGRADER_CACHE": str(root / "cache")},
        check=True,
        timeout=300,
    )
    files = (root / "reports").glob("*.json")
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Report]]:
    """Grade an assignment when it is first asked for."""
    return cache(lambda assignment: grade(tmp_path_factory.mktemp(assignment), assignment))


@pytest.fixture
def report(reports: Callable[[str], dict[str, Report]], golden: Golden) -> Report:
    """Give the report of one golden submission."""
    report = reports(golden.assignment)[golden.name]
    if golden.literal("SHUT_IN") and report["isolation"] == "process":
        pytest.skip("a plain process reads what its user may read")
    return report


def each(goldens: list[Golden]) -> pytest.MarkDecorator:
    """Run a test for each of the golden submissions."""
    return pytest.mark.parametrize("golden", goldens, ids=["-".join(each) for each in goldens])


def messages(report: Report, task: str) -> str:
    """Return all that a report says about a task."""
    found = next(each for each in report["tasks"] if each["name"] == task)
    return "\n".join([found["note"], *(check["message"] for check in found["checks"])])


@each(GOLDENS)
def test_points_and_status(report: Report, golden: Golden) -> None:
    """Each task that the submission is about gets the status and the points that it deserves."""
    given = {task["name"]: (task["status"], round(task["points"], 3)) for task in report["tasks"]}
    expected = golden.literal("EXPECTED")

    assert {name: given[name] for name in expected} == expected


@each(GOLDENS)
def test_other_tasks(report: Report, golden: Golden) -> None:
    """Any other task passes, or waits for one that it needs."""
    others = [task for task in report["tasks"] if task["name"] not in golden.literal("EXPECTED")]

    assert {task["status"] for task in others} <= {"passed", "blocked"}


@each([golden for golden in GOLDENS if golden.literal("SAYS")])
def test_reason(report: Report, golden: Golden) -> None:
    """The student reads what the reason is."""
    says = golden.literal("SAYS").items()

    unsaid = [text for task, text in says if text not in messages(report, task)]

    assert unsaid == []


@each(GOLDENS)
def test_nothing_of_the_kit_shows(report: Report, golden: Golden) -> None:
    """No report holds a traceback."""
    assert "Traceback" not in json.dumps(report)
