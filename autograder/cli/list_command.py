"""``autograder list``: the assignments with their tasks and points."""

import re
from collections.abc import Collection
from pathlib import Path

import click
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.cli.options import course_option, lang_option
from autograder.course.discovery import assignments_in
from autograder.course.root import Assignment, find_course
from autograder.i18n import _
from autograder.intake import Unreadable, read_code

_STUB = re.compile(r"raise NotImplementedError\([\"'](\w+)[\w.]*: not written yet")


@click.command(help=_("List the assignments with their tasks and points."))
@course_option
@lang_option
def command(course: Path | None) -> None:
    """Exit 0, or 2 if there is no assignment."""
    assignments = find_course(course).assignments if course else assignments_in(Path.cwd())
    console = Console(highlight=False)
    for assignment in assignments:
        console.print(_assignment(assignment))


def _assignment(assignment: Assignment) -> RenderableType:
    written = None if assignment.course else _written_tasks(assignment)
    heading = Text(f"{assignment.name}  ", style="bold")
    heading.append(str(assignment.title), style="cyan")
    return Group(heading, Padding(_tasks(assignment, written), (0, 0, 1, 2)))


def _tasks(assignment: Assignment, written: Collection[str] | None) -> Table:
    """Tabulate the tasks; in a student's folder, ``written`` names those written so far."""
    table = Table(box=None, pad_edge=False, header_style="bright_black")
    table.add_column(_("task"), no_wrap=True)
    table.add_column(_("points"), justify="right", no_wrap=True)
    if written is not None:
        table.add_column(_("written"), no_wrap=True)
    table.add_column(_("needs"))
    for task in assignment.tasks:
        mark = [] if written is None else ["✔" if task.name in written else "–"]
        table.add_row(task.name, f"{task.points:g}", *mark, ", ".join(task.needs))
    count = _("{n} of {all}").format(n=len(written or ()), all=len(assignment.tasks))
    mark = [] if written is None else [count]
    table.add_row(_("total"), f"{assignment.max_score:g}", *mark, "", style="bold")
    return table


def _written_tasks(assignment: Assignment) -> set[str]:
    """Name the tasks in a student's folder whose stubs have been replaced, without running code.

    Whether what is written there is right, only the checks can tell. A cell with a syntax error
    counts as not written.
    """
    try:
        code = read_code(assignment.folder, assignment.module, assignment.task_names)
    except Unreadable:
        return set()
    source = "\n".join(cell.source for cell in code.cells)
    left = set(_STUB.findall(source))
    return {
        task.name
        for task in assignment.tasks
        if task.name not in left and re.search(rf"^(def|class) {task.name}\b", source, re.M)
    }
