"""``autograder hint``: show a hint without the answer."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from autograder.cli.options import lang_option
from autograder.course.discovery import assignments_in
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _


@click.command(help=_("Show the hint for a task."))
@click.argument("task")
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    metavar="[FOLDER]",
)
@lang_option
def command(task: str, folder: Path) -> None:
    """Exit 0, or 2 if the folder has no such task."""
    assignment = _assignment_with(task, assignments_in(folder))
    # a hint may hold square brackets, which are markup to rich
    console = Console(highlight=False, markup=False)
    console.print(f"{assignment.name} · {task}", style="bold")
    console.print(str(assignment.task(task).hint))


def _assignment_with(task: str, assignments: Sequence[Assignment]) -> Assignment:
    fitting = [each for each in assignments if task in (known.name for known in each.tasks)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(each.name for each in fitting)
        message = _(
            "Several assignments have a task `{task}`: {names}. Name the folder of "
            "one: autograder hint {task} FOLDER"
        )
        raise KitError(message.format(names=names, task=task))
    known = sorted({each.name for assignment in assignments for each in assignment.tasks})
    raise KitError(
        _("there is no task `{task}` here; tasks: {known}").format(
            task=task, known=", ".join(known)
        )
    )
