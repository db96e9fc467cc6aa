"""``autograder list``: the assignments with their tasks and points."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from autograder.cli.options import course_option, lang_option
from autograder.course.nearby import assignments_in
from autograder.course.root import Assignment, find_course
from autograder.i18n import _


@click.command(help=_("List the assignments with their tasks and points."))
@course_option
@lang_option
def command(course: Path | None) -> None:
    """Exit 0, or 2 when there is no assignment."""
    assignments = find_course(course).assignments if course else assignments_in(Path.cwd())
    Console(highlight=False).print(_table(assignments))


def _table(assignments: Sequence[Assignment]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(_("assignment"), overflow="fold")
    table.add_column(_("title"), overflow="fold")
    table.add_column(_("task"), overflow="fold")
    table.add_column(_("points"), justify="right")
    for assignment in assignments:
        name, title = assignment.name, str(assignment.title)
        for task in assignment.tasks:
            table.add_row(name, title, task.name, f"{task.points:g}")
            name = title = ""
        table.add_row(
            "", "", _("total"), f"{assignment.max_score:g}", style="bold", end_section=True
        )
    return table
