"""The doors by which a submission comes in: each grades all kinds of an assignment in one run."""

import ast
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import nbformat
from click.testing import CliRunner
from wear.kinds import KINDS, Kind
from wear.work import PROJECT

from autograder.cli.check import command as check_command
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.intake import submissions
from autograder.judge import Judge
from autograder.report.model import Report, from_json

COMMANDS = PROJECT / "tests" / "kit" / "nbgrader" / "commands.py"
CHECKS_OF_A_TASK = 2
SLOW = (
    *("test_neuron_of_the_lecture", "test_published_figures"),
    *("test_accuracy_on_digits", "test_accuracy_on_a_few_images"),
)
POINTS = """
    SELECT submitted_assignment.student_id, SUM(grade.auto_score)
    FROM grade JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    GROUP BY submitted_assignment.student_id
"""


class Graded(NamedTuple):
    """What a submission got, as a share of all points, and the remarks on it."""

    share: float
    remarks: str

    @classmethod
    def of(cls, report: Report) -> "Graded":
        """Take from a report what all doors tell."""
        return cls(report.score / report.max_score, "\n".join(report.problems))


Kinds = Mapping[str, Kind]
Door = Callable[[Path, str, Kinds], Mapping[str, Graded]]


def kinds_of(door: str, number: str) -> dict[str, Kind]:
    """Return the kinds of an assignment that come in by a door, by their names."""
    return {
        name: kind for name, kind in KINDS.items() if door in kind.doors and kind.number == number
    }


def assignment_of(number: str, root: Path = PROJECT) -> Assignment:
    """Return an assignment of a course."""
    return find_course(root).assignment(number)


def quick_course(root: Path, number: str) -> Path:
    """Copy an assignment with the first checks of each task only."""
    name = assignment_of(number).name
    kit = root / "kit"
    for part in (f"solutions/{name}", f"tests/grading/{name}", "reference_impl"):
        shutil.copytree(PROJECT / part, kit / part, ignore=shutil.ignore_patterns("__pycache__"))
    for checks in kit.rglob("test_*.py"):
        _thin_out(checks)
    return kit


def _thin_out(checks: Path) -> None:
    """Keep the first checks of each task: it is loading that is tried here, not judging."""
    tree = ast.parse(checks.read_text(encoding="utf-8"))
    seen = Counter[str]()
    body = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            task = _task_of(node)
            seen[task] += 1
            if seen[task] > CHECKS_OF_A_TASK or node.name in SLOW:
                continue
        body.append(node)
    tree.body = body
    checks.write_text(ast.unparse(tree), encoding="utf-8")


def _task_of(node: ast.FunctionDef) -> str:
    calls = [each for each in node.decorator_list if isinstance(each, ast.Call)]
    marks = [each for each in calls if ast.unparse(each.func) == "pytest.mark.task"]
    return str(ast.literal_eval(marks[0].args[0]))


def student_of(name: str) -> str:
    """Name the student who submits a kind: nbgrader takes no space and no dot."""
    return f"k{list(KINDS).index(name):03}"


def write(folder: Path, kind: Kind) -> list[Path]:
    """Write the files of a submission."""
    paths = []
    for number, (name, data) in enumerate(kind.make().items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (1_780_000_000 + number, 1_780_000_000 + number))
        paths.append(path)
    return paths


def folder(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Grade all as one class: ``autograder grade FOLDER``."""
    for name, kind in kinds.items():
        write(root / "class" / student_of(name), kind)
    command = ["grade", root / "class", "--assignment", number, "--out", root / "out"]
    kit = quick_course(root, number)
    _run("-m", "autograder", *command, "--course", kit, cwd=root)
    return {name: _report(root / "out" / f"{student_of(name)}.json") for name in kinds}


def file(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Grade each by itself: ``autograder grade FILE``, of the folder where there are several."""
    assignment = assignment_of(number, quick_course(root, number))
    paths: dict[str, Path] = {}
    for name, kind in kinds.items():
        top = root / student_of(name)
        written = write(top, kind)
        paths[name] = written[0] if len(written) == 1 else top
    return _one_by_one(paths, assignment)


def archive(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Grade each as an archive: ``autograder grade FILE.zip``."""
    paths: dict[str, Path] = {}
    for name, kind in kinds.items():
        write(root / "files" / student_of(name), kind)
        base = root / "zips" / student_of(name)
        base.parent.mkdir(exist_ok=True)
        packed = shutil.make_archive(str(base), "zip", root / "files" / student_of(name))
        paths[name] = Path(packed)
    return _one_by_one(paths, assignment_of(number, quick_course(root, number)))


def course(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Grade all into a gradebook: ``autograder grade --course``."""
    folder = _nbgrader_course(root, number, kinds)
    command = ["-m", "autograder", "grade", "--course", folder, "--assignment", number]
    _run(*command, cwd=folder)
    return _in_gradebook(folder, assignment_of(number), kinds)


def nbgrader(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Grade all with nbgrader's own command and the kit's engine."""
    folder = _nbgrader_course(root, number, kinds)
    _run(COMMANDS, f"autograde {assignment_of(number).name}", cwd=folder)
    return _in_gradebook(folder, assignment_of(number), kinds)


def check(root: Path, number: str, kinds: Kinds) -> Mapping[str, Graded]:
    """Check each in the folder that its student works in: ``autograder check``."""
    assignment = assignment_of(number)
    kept = _given(assignment, root / "given")
    graded = {}
    for name, kind in kinds.items():
        work = root / student_of(name)
        written = write(work, kind)
        for path in kept:
            shutil.copy(path, work)
        target = written[0] if len(written) == 1 and written[0].parent == work else work
        run = CliRunner(env={"AUTOGRADER_LANG": "en"}).invoke(
            check_command, [str(target), "--json"]
        )
        graded[name] = _checked(run.stdout, run.exception)
    return graded


DOORS: dict[str, Door] = {
    "folder": folder,
    "file": file,
    "archive": archive,
    "course": course,
    "nbgrader": nbgrader,
    "check": check,
}


def _given(assignment: Assignment, folder: Path) -> list[Path]:
    """Copy what a student gets beside the file that is to be written."""
    given = PROJECT / "assignments" / assignment.name
    folder.mkdir()
    for path in (given / "assignment.toml", *given.glob("test_*.py")):
        shutil.copy(path, folder)
    for checks in folder.glob("test_*.py"):
        _thin_out(checks)
    return list(folder.iterdir())


def _checked(text: str, error: BaseException | None) -> Graded:
    return Graded.of(from_json(text.encode(), "check")) if text else Graded(0.0, str(error))


def _report(path: Path) -> Graded:
    return Graded.of(from_json(path.read_bytes(), path.name))


def _one_by_one(paths: Mapping[str, Path], assignment: Assignment) -> Mapping[str, Graded]:
    graded, found = {}, {}
    for name, path in paths.items():
        try:
            listed = submissions(path, assignment.name, assignment.module, assignment.task_names)
            found[name] = next(iter(listed))
        except KitError as error:
            graded[name] = Graded(0.0, str(error))
    with Judge(assignment, hidden=True) as judge:
        reports = judge.grade_all(found.values())
        return graded | {n: Graded.of(each) for n, each in zip(found, reports, strict=True)}


def _nbgrader_course(root: Path, number: str, kinds: Kinds) -> Path:
    name = assignment_of(number).name
    kit, folder = quick_course(root, number), root / "course"
    folder.mkdir()
    init = ["course", "init", folder, "--course", kit, "--lang", "en"]
    _run("-m", "autograder", *init, cwd=folder)
    _run(COMMANDS, f"generate_assignment {name}", cwd=folder)
    for kind_name, kind in kinds.items():
        write(folder / "submitted" / student_of(kind_name) / name, kind)
    return folder


def _in_gradebook(
    folder: Path, assignment: Assignment, kinds: Iterable[str]
) -> Mapping[str, Graded]:
    with closing(sqlite3.connect(folder / "gradebook.db")) as gradebook:
        points = dict(gradebook.execute(POINTS).fetchall())
    most = sum(task.points for task in assignment.tasks)
    graded = {}
    for name in kinds:
        student = student_of(name)
        path = folder / "autograded" / student / assignment.name / f"{assignment.module}.ipynb"
        share = (points.get(student) or 0.0) / most
        graded[name] = Graded(share, _remarks(path) if path.exists() else "not graded")
    return graded


def _remarks(path: Path) -> str:
    cells = nbformat.read(path, as_version=4).cells
    outputs = [output for cell in cells if cell.id == "remarks" for output in cell.outputs]
    return "\n".join(output.data["text/plain"] for output in outputs)


def _run(*words: str | Path, cwd: Path) -> None:
    home = cwd / "home"
    home.mkdir(exist_ok=True)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "AUTOGRADER_DATA"},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "AUTOGRADER_LANG": "en",
        "JUPYTER_PLATFORM_DIRS": "1",
        "PYTHONUTF8": "1",
    }
    run = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, json.dumps([run.returncode, run.stdout[-2000:], run.stderr[-4000:]])
