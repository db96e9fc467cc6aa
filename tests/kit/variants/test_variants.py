"""Right answers that are written in other ways: all get all points, whatever the random inputs.

``AUTOGRADER_VARIANT_SEEDS=50 pytest tests/kit/variants`` is the whole proof; a run by default has
one seed.
"""

import ast
import os
from collections import Counter
from contextlib import ExitStack
from functools import lru_cache, partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.judge.dry_run import DryRun
from autograder.report.model import Status
from autograder.sandbox.levels import best_level

COURSE = find_course(Path(__file__))
ANSWERS = COURSE.root / "reference_impl"
_AROUND = (ast.Import, ast.ImportFrom, ast.FunctionDef)
SEEDS = int(os.environ.get("AUTOGRADER_VARIANT_SEEDS", "1"))


def variants(path):
    """Return (module, task, name, code) of each variant in a file."""
    assignment = path.parents[1].name
    spec = spec_from_file_location(f"variants_{assignment}_{path.stem}", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    tasks = [each for each in vars(module).values() if getattr(each, "__module__", 0) == spec.name]
    return [
        pytest.param(assignment, task.__name__, code, id=f"{assignment}-{task.__name__}-{name}")
        for task in tasks
        if isinstance(task, type)
        for name, code in vars(task).items()
        if not name.startswith("_")
    ]


VARIANTS = [each for path in sorted(ANSWERS.glob("*/variants/*.py")) for each in variants(path)]
# the first and the last of each assignment
FEW = {
    each.id: each
    for order in (VARIANTS, VARIANTS[::-1])
    for each in {each.values[0]: each for each in order}.values()
}


def one_open(make):
    """Yield what opens an assignment by its module, and closes the one before."""
    with pytest.MonkeyPatch.context() as patch, ExitStack() as opened:
        patch.setenv("AUTOGRADER_DATA", "")

        @lru_cache(maxsize=1)
        def of(module):
            opened.close()
            (assignment,) = (each for each in COURSE.assignments if each.module == module)
            return opened.enter_context(make(assignment))

        yield of


@pytest.fixture(scope="module")
def dry_run():
    """Open an assignment by its module, without the checks that train on its data."""
    yield from one_open(lambda assignment: DryRun(assignment, quick=True))


@pytest.fixture(scope="module")
def judge():
    """Open an assignment so with the best isolation of this machine."""
    make = partial(Judge, hidden=True, level=best_level(), quick=True)
    yield from one_open(make)


def complaints(report):
    """Return name and message of each check that did not pass."""
    checks = [check for task in report.tasks for check in task.checks]
    return [(each.name, each.message) for each in checks if each.status is not Status.PASSED]


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize(("module", "task", "code"), VARIANTS)
def test_every_right_answer_passes(dry_run, module, task, code, seed):
    """A right answer passes every check, of its own task and of those that use it."""
    stage = dry_run(module)

    report = stage.grade(stage.subject.names(task, code), f"{code.__name__} {seed}")

    assert complaints(report) == []


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("module", [each.module for each in COURSE.assignments])
def test_the_model_answer_passes(dry_run, module, seed):
    """The model answer passes every check."""
    stage = dry_run(module)

    report = stage.grade(stage.subject.names(), f"model {seed}")

    assert complaints(report) == []


def named(name, body):
    """List the functions and classes of a name."""
    return [each for each in body if getattr(each, "name", "") == name]


def handed_in(module, task, code):
    """Write the model answer with a variant in a task's place, as a student's file."""
    (assignment,) = (each for each in COURSE.assignments if each.module == module)
    answer = (assignment.folder / f"{module}.py").read_text(encoding="utf-8")
    trees = [
        ast.parse(path.read_text("utf-8")) for path in (ANSWERS / module / "variants").glob("*.py")
    ]
    (written,) = (tree.body for tree in trees if named(task, tree.body))
    around = [ast.unparse(each) for each in written if isinstance(each, _AROUND)]
    (of_task,) = named(task, written)
    (variant,) = map(ast.unparse, named(code.__name__, of_task.body))
    name = code.__name__
    place = f"class {task}({name}, {task}): pass" if isinstance(code, type) else f"{task} = {name}"
    return "\n\n".join([answer, *around, variant, place])


@pytest.mark.parametrize(("module", "task", "code"), FEW.values())
def test_right_answers_pass_in_the_sandbox(judge, tmp_path, module, task, code):
    """A file with a right answer passes every check in a worker, too: the others have none."""
    path = tmp_path / f"{module}.py"
    path.write_text(handed_in(module, task, code), encoding="utf-8")

    report = judge(module).grade(Submission(code.__name__, path))

    assert complaints(report) == []


@pytest.mark.parametrize("module", [each.module for each in COURSE.assignments])
def test_each_task_has_some(module):
    """People write in many ways: every task but the quiz has at least two more right answers."""
    (assignment,) = (each for each in COURSE.assignments if each.module == module)
    written = Counter(each.values[1] for each in VARIANTS if each.values[0] == module)
    written["quiz"] += 1

    assert [task.name for task in assignment.tasks if written[task.name] < 2] == []
