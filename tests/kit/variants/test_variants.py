"""Right answers that are written in other ways: all get all points, whatever the random inputs.

``AUTOGRADER_VARIANT_SEEDS=50 pytest tests/kit/variants`` is the whole proof; a run by default has
one seed.
"""

import os
from collections import Counter
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.judge.rehearsal import Rehearsal
from autograder.report.model import Status

ANSWERS = Path(__file__).with_name("answers")
COURSE = find_course(ANSWERS)
SEEDS = int(os.environ.get("AUTOGRADER_VARIANT_SEEDS", "1"))


def variants(path):
    """Return (module, task, name, code) of each variant in a file."""
    assignment = path.parent.name
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


VARIANTS = [each for path in sorted(ANSWERS.glob("*/*.py")) for each in variants(path)]


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory):
    """Open an assignment by its module, without the checks that train on its data."""
    opened = {}

    @cache
    def of(module):
        for each in opened.values():
            each.__exit__()
        opened.clear()
        (assignment,) = (each for each in COURSE.assignments if each.module == module)
        opened[module] = Rehearsal(assignment, quick=True)
        return opened[module]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_DATA", "")
        yield of
        for each in opened.values():
            each.__exit__()


def complaints(report):
    """Return name and message of each check that did not pass."""
    checks = [check for task in report.tasks for check in task.checks]
    return [(each.name, each.message) for each in checks if each.status is not Status.PASSED]


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize(("module", "task", "code"), VARIANTS)
def test_every_right_answer_passes(rehearsal, module, task, code, seed):
    """A right answer passes every check, of its own task and of those that use it."""
    stage = rehearsal(module)

    report = stage.grade(stage.casting.names(task, code), f"{code.__name__} {seed}")

    assert complaints(report) == []


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("module", [each.module for each in COURSE.assignments])
def test_the_model_answer_passes(rehearsal, module, seed):
    """The model answer passes every check."""
    stage = rehearsal(module)

    report = stage.grade(stage.casting.names(), f"model {seed}")

    assert complaints(report) == []


@pytest.mark.parametrize("module", [each.module for each in COURSE.assignments])
def test_each_task_has_some(module):
    """People write in many ways: every task but the quiz has at least two more right answers."""
    (assignment,) = (each for each in COURSE.assignments if each.module == module)
    written = Counter(each.values[1] for each in VARIANTS if each.values[0] == module)
    written["quiz"] += 1

    assert [task.name for task in assignment.tasks if written[task.name] < 2] == []
