"""Every task is checked, visibly and hidden, and every check says in two languages what it is."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

from autograder.course.root import find_course
from autograder.i18n import text_of_docstring

ASSIGNMENTS = find_course(Path(__file__)).assignments
TASKS = [
    pytest.param(assignment, task.name, id=f"{assignment.name}: {task.name}")
    for assignment in ASSIGNMENTS
    for task in assignment.tasks
]


class Check(NamedTuple):
    """A check as its source has it."""

    name: str
    task: str
    docstring: str


def _task(function: ast.FunctionDef) -> str:
    marks = [mark for mark in function.decorator_list if "mark.task" in ast.unparse(mark)]
    assert len(marks) == 1, f"{function.name} belongs to one task"
    return marks[0].args[0].value


def _checks(path: Path) -> list[Check]:
    functions = [
        node
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    return [Check(f.name, _task(f), ast.get_docstring(f) or "") for f in functions]


def _files(assignment) -> list[Path]:
    return [assignment.visible, *sorted(assignment.hidden.glob("test_*.py"))]


CHECKS = [
    pytest.param(check, id=f"{path.parent.relative_to(path.parents[2])}: {check.name}")
    for assignment in ASSIGNMENTS
    for path in _files(assignment)
    for check in _checks(path)
]


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_each_task_has_a_visible_check(assignment, task):
    """A student can see for each task whether it goes well."""
    assert task in {check.task for check in _checks(assignment.visible)}


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_each_task_has_a_hidden_check(assignment, task):
    """No task can be passed by answers to the visible numbers alone."""
    _visible, *hidden = _files(assignment)
    assert task in {check.task for path in hidden for check in _checks(path)}


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda assignment: assignment.name)
def test_checks_have_names_of_their_own(assignment):
    """A report can tell the checks of an assignment apart by name."""
    names = [check.name for path in _files(assignment) for check in _checks(path)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_is_described_in_both_languages(check):
    """The docstring, which the student reads, is one sentence in English and one in Korean."""
    description = text_of_docstring(check.docstring)

    assert description.en.endswith(".")
    assert description.ko.endswith("다.")
