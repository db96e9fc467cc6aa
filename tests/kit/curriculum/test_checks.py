"""Every task is checked, visibly and hidden, and every check says in two languages what it is."""

from pathlib import Path
from typing import NamedTuple

import pytest

from autograder.course.root import find_course
from autograder.i18n import text_of_docstring
from autograder.judge.check import MARKER

ASSIGNMENTS = find_course(Path(__file__)).assignments
TASKS = [
    pytest.param(assignment, task.name, id=f"{assignment.name}: {task.name}")
    for assignment in ASSIGNMENTS
    for task in assignment.tasks
]


class Check(NamedTuple):
    """A check as pytest collects it; one that is parametrised appears once for each task."""

    path: Path
    name: str
    task: str | None
    docstring: str


class _Collector:
    """A pytest plugin that notes the checks of all assignments."""

    def __init__(self) -> None:
        self.checks: set[Check] = set()

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", MARKER)

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        for item in items:
            mark = item.get_closest_marker("task")
            task = mark.args[0] if mark else None
            doc = item.function.__doc__ or ""
            self.checks.add(Check(item.path, item.originalname, task, doc))


def _collected() -> list[Check]:
    files = [path for each in ASSIGNMENTS for path in (each.visible, each.hidden)]
    collector = _Collector()
    outcome = pytest.main(["--collect-only", "-qq", *map(str, files)], plugins=[collector])
    assert outcome == pytest.ExitCode.OK
    return sorted(collector.checks, key=lambda check: (check.path, check.name, str(check.task)))


CHECKS = _collected()


def _named(check: Check) -> str:
    return f"{check.path.parent.parent.name}/{check.path.parent.name}: {check.name} {check.task}"


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_each_task_has_a_visible_check(assignment, task):
    """A student can see for each task whether it goes well."""
    assert task in {check.task for check in CHECKS if check.path == assignment.visible}


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_each_task_has_a_hidden_check(assignment, task):
    """No task can be passed by answers to the visible numbers alone."""
    assert task in {check.task for check in CHECKS if assignment.hidden in check.path.parents}


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda assignment: assignment.name)
def test_checks_have_names_of_their_own(assignment):
    """No hidden check bears the name of a visible one: a report tells them apart by name."""
    visible = {check.name for check in CHECKS if check.path == assignment.visible}
    hidden = {check.name for check in CHECKS if assignment.hidden in check.path.parents}
    assert visible.isdisjoint(hidden)


@pytest.mark.parametrize("check", CHECKS, ids=_named)
def test_each_check_is_described_in_both_languages(check):
    """The docstring, which the student reads, is one sentence in English and one in Korean."""
    description = text_of_docstring(check.docstring)

    assert description.en.endswith(".")
    assert description.ko.endswith("다.")
