"""Checks: a pytest item with its task and weight."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import pytest

from autograder.course.manifest import Task
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import Text, _, text_of_docstring

MARKER = (
    "task(name, weight=1, needs=()): the check belongs to the task `name` of the assignment's "
    "manifest; its share of the task's points is its weight; it runs only where the task's checks "
    "that `needs` names have passed"
)


class HeldBack(Exception):
    """A check did not run, because one of its task that it needs did not pass.

    Attributes
    ----------
    needed : Check
        The one that did not pass.
    """

    def __init__(self, needed: "Check") -> None:
        super().__init__(needed.name)
        self.needed = needed


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
    needs : tuple of str
        Names of the task's checks without which this one shows nothing: a training, while the
        gradient is wrong, ends well or badly by luck.
    points : float
        What it is worth.
    """

    item: pytest.Function
    task: Task
    weight: float
    visible: bool
    description: Text
    needs: tuple[str, ...] = ()
    points: float = 0.0

    @property
    def name(self) -> str:
        """The test function's name, with the parameters of a parametrised one."""
        return self.item.name

    def is_needed_by(self, other: "Check") -> bool:
        """Whether another check needs this one, which is named without its parameters."""
        return self.item.originalname in other.needs

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
        A test without a task or a docstring, an unknown task, a task without a check, or a check
        that needs one which does not run before it.
    """
    checks = [_check(item, assignment) for item in items if isinstance(item, pytest.Function)]
    tasks = [task for task in assignment.tasks if only is None or task.name in only]
    ordered = []
    for task in tasks:
        own = [check for check in checks if check.task is task]
        if not own:
            text = _("{assignment}: the task `{task}` has no check.")
            raise KitError(text.format(assignment=assignment.name, task=task.name))
        own.sort(key=lambda check: not check.visible)
        _require_needs(own)
        ordered += _with_points(own)
    return ordered


def _require_needs(own: Sequence[Check]) -> None:
    """Make sure that the checks of a task come after those that they need, and see them at all."""
    for position, check in enumerate(own):
        before = [each for each in own[:position] if each.visible or not check.visible]
        known = {each.item.originalname for each in before}
        for name in check.needs:
            if name not in known:
                text = _("{where}: needs `{name}`, which is no check of its task that runs before.")
                where = f"{check.item.path.name}: {check.name}"
                raise KitError(text.format(where=where, name=name))


def _check(item: pytest.Function, assignment: Assignment) -> Check:
    mark = item.get_closest_marker("task")
    where = f"{item.path.name}: {item.name}"
    if mark is None or not mark.args:
        text = _('{where}: name the task, as in @pytest.mark.task("sigmoid").')
        raise KitError(text.format(where=where))
    if not item.function.__doc__:
        text = _("{where}: needs a docstring, which students read.")
        raise KitError(text.format(where=where))
    return Check(
        item=item,
        task=assignment.task(mark.args[0]),
        weight=float(mark.kwargs.get("weight", 1)),
        visible=item.path == assignment.visible,
        description=text_of_docstring(item.function.__doc__),
        needs=tuple(mark.kwargs.get("needs", ())),
    )


def _with_points(checks: list[Check]) -> list[Check]:
    total = sum(check.weight for check in checks)
    return [replace(check, points=check.task.points * check.weight / total) for check in checks]
