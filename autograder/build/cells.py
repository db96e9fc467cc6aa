"""Cells of an assignment's source and the tasks they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.build.regions import Region, fault
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.read import script_cells

_MARK = re.compile(r'# %%.*\btask="(?P<name>[^"]*)"')


@dataclass(frozen=True)
class TaskCell:
    """A task's cell, from its ``# %%`` line to its last line (1-based)."""

    task: str
    first: int
    last: int

    def holds(self, region: Region) -> bool:
        """Return whether a solution is in this cell."""
        return self.first < region.begin and region.end <= self.last


def task_cells(source: str, tasks: Sequence[str], file: Path) -> list[TaskCell]:
    """Return the cells marked ``# %% task="softmax"``: exactly one for each task.

    Raises
    ------
    KitError
        naming file and line of a cell that is one too many, or the task that has none.
    """
    found: dict[str, TaskCell] = {}
    for cell in script_cells(source, str(file)):
        if mark := _MARK.match(cell.source):
            name = mark["name"]
            if name not in tasks:
                raise fault(file, cell.first_line, _no_such_task(name, tasks))
            if name in found:
                raise fault(file, cell.first_line, _second_cell(name, found[name].first))
            last = cell.first_line + cell.source.count("\n")
            found[name] = TaskCell(name, cell.first_line, last)
    for name in tasks:
        if name not in found:
            raise KitError(
                _('{file}: task `{task}` has no cell; start one with # %% task="{task}"').format(
                    file=file, task=name
                )
            )
    return list(found.values())


def require_solutions(cells: Sequence[TaskCell], regions: Sequence[Region], file: Path) -> None:
    """Reject cells of tasks without a solution, and solutions outside the cells of tasks."""
    for region in regions:
        if not any(cell.holds(region) for cell in cells):
            raise fault(file, region.begin, _("this solution is not in the cell of a task"))
    for cell in cells:
        if not any(cell.holds(region) for region in regions):
            raise fault(
                file,
                cell.first,
                _("the cell of `{task}` contains no solution").format(task=cell.task),
            )


def _no_such_task(name: str, tasks: Sequence[str]) -> str:
    return _("the manifest has no task `{task}`; tasks: {known}").format(
        task=name, known=", ".join(tasks)
    )


def _second_cell(name: str, line: int) -> str:
    return _("task `{task}` already has a cell, in line {line}").format(task=name, line=line)
