"""``autograder grade`` without SUBMISSIONS: a class into the gradebook of its nbgrader course."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from autograder.cli.progress import GradingProgress, print_summary
from autograder.course.choice import DataChoice
from autograder.errors import KitError
from autograder.fleet.pool import LocalPool, processes_for
from autograder.gradebook.ordered import Ordered
from autograder.gradebook.start import importing_nbgrader
from autograder.i18n import _
from autograder.report.model import to_json
from autograder.report.row import Row, row_of

if TYPE_CHECKING:
    from autograder.gradebook.direct import SubmittedClass

# also on one core: what is graded is written while the next are graded
_PROCESSES = 2


def grade_into_gradebook(
    course: Path | None, name: str, as_json: bool, data: DataChoice, allow_unisolated: bool
) -> None:
    """Grade what was handed in, show how far it is, and print the class as a table.

    Parameters
    ----------
    course : Path or None
        The nbgrader course; None for the working directory.
    name : str
        The assignment.
    as_json, allow_unisolated : bool
        The command's options.
    data : DataChoice
        What to grade on.

    Raises
    ------
    KitError
        The kit cannot do its work; the sentence says why.
    """
    start = course or Path.cwd()
    ordered = Ordered.of(start, name, allow_unisolated=allow_unisolated, data=data)
    # nbgrader is imported while the processes get ready
    with LocalPool(ordered.order, _processes(ordered.root)) as pool:
        with importing_nbgrader():
            from autograder.gradebook.direct import SubmittedClass
        handed_in = SubmittedClass(ordered)
        rows = _graded(handed_in, pool, as_json=as_json)
    if not as_json:
        print_summary(sorted(rows, key=lambda row: row.student))
        click.echo(_("Grades: {place}").format(place=handed_in.gradebook))


def _processes(course: Path) -> int:
    """Choose how many processes to grade with, by the folder that nbgrader usually has."""
    students = len(list(course.glob("submitted/*")))
    return max(_PROCESSES, processes_for(students))


def _graded(handed_in: "SubmittedClass", pool: LocalPool, *, as_json: bool) -> list[Row]:
    rows: list[Row] = []
    try:
        with GradingProgress(Console(stderr=True), len(handed_in.students)) as progress:
            for report in handed_in.grade(pool):
                rows.append(row_of(report))
                progress.advance(report)
                if as_json:
                    click.echo(to_json(report, indent=False), nl=False)
    except KeyboardInterrupt:
        text = _("Stopped: {n} of {all} submissions were graded; their grades are kept.")
        message = text.format(n=len(rows), all=len(handed_in.students))
        raise KitError(message) from None
    return rows
