"""Checks as the judge knows them: a pytest item, the task it belongs to, and its weight."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import pytest

from autograder.course.manifest import Task
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import Text, _, text_of_docstring

MARKER = (
    "task(name, weight=1): the check belongs to the task `name` of the assignment's manifest; "
    "its share of the task's points is its weight"
)


@dataclass(frozen=True, eq=False)
class Check:
    """One check of a task.

    Attributes
    ----------
    item : pytest.Function
        The test.
    task : Task
        What it checks.
    weight : float
        Its share of the task's points, relative to the task's other checks.
    visible : bool
        Whether the student has it.
    description : Text
        The docstring: what the student reads as the check's name.
    points : float
        What it is worth.
    """

    item: pytest.Function
    task: Task
    weight: float
    visible: bool
    description: Text
    points: float = 0.0

    @property
    def name(self) -> str:
        """The test function's name, with the parameters of a parametrised one."""
        return self.item.name

    @property
    def uses_data(self) -> bool:
        """Whether it works on the assignment's data set, which takes its time."""
        return "data" in self.item.fixturenames


def checks_of(
    items: Iterable[pytest.Item], assignment: Assignment, only: Collection[str] | None = None
) -> list[Check]:
    """Read the marks of collected tests and put the checks in the order of the manifest.

    Within a task the visible checks come first. ``only`` names the tasks wanted.

    Raises
    ------
    KitError
        A test without a task or a docstring, an unknown task, or a task without a check.
    """
    checks = [_check(item, assignment) for item in items if isinstance(item, pytest.Function)]
    tasks = [task for task in assignment.tasks if only is None or task.name in only]
    ordered = []
    for task in tasks:
        own = [check for check in checks if check.task is task]
        if not own:
            text = _("{assignment}: the task `{task}` has no check.")
            raise KitError(text.format(assignment=assignment.name, task=task.name))
        ordered += _with_points(sorted(own, key=lambda check: not check.visible))
    return ordered


def _check(item: pytest.Function, assignment: Assignment) -> Check:
    mark = item.get_closest_marker("task")
    where = f"{item.path.name}: {item.name}"
    if mark is None or not mark.args:
        text = _('{where}: name the task, as in @pytest.mark.task("sigmoid").')
        raise KitError(text.format(where=where))
    if not item.function.__doc__:
        text = _("{where}: needs a docstring; it is what the student reads.")
        raise KitError(text.format(where=where))
    return Check(
        item=item,
        task=assignment.task(mark.args[0]),
        weight=float(mark.kwargs.get("weight", 1)),
        visible=item.path == assignment.visible,
        description=text_of_docstring(item.function.__doc__),
    )


def _with_points(checks: list[Check]) -> list[Check]:
    total = sum(check.weight for check in checks)
    return [
        Check(
            check.item,
            check.task,
            check.weight,
            check.visible,
            check.description,
            points=check.task.points * check.weight / total,
        )
        for check in checks
    ]
