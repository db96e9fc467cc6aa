"""``autograder grade`` without SUBMISSIONS: a class into the gradebook of its nbgrader course."""

import warnings
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from pathlib import Path

import click
from rich.console import Console

from autograder.batch.pool import LocalPool, processes_for, usable_cores
from autograder.cli.grading_progress import GradingProgress, print_summary
from autograder.course.data_choice import DataChoice
from autograder.errors import KitError
from autograder.files import alone_in
from autograder.gradebook.grading import grade_hand_in
from autograder.gradebook.ordered import Ordered
from autograder.gradebook.start import importing_nbgrader
from autograder.i18n import _
from autograder.report.model import Report, to_json
from autograder.report.row import Row, row_of

# what waits for a process is but the name of a folder, and what comes of it has its limits
_AHEAD = 16


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
    processes = _processes(ordered)
    # the processes get ready while this one finds out what was handed in, and begin to grade while
    # it imports the rest of nbgrader
    pool = LocalPool(grade_hand_in, ordered.order, processes, _AHEAD)
    with pool, chdir(ordered.root), _unwarned():
        with importing_nbgrader():
            from autograder.gradebook.submitted import Submitted
        submitted = Submitted(ordered)
        with alone_in(ordered.root), closing(pool.grade(submitted)) as graded:
            with importing_nbgrader():
                from autograder.gradebook.keeper import Keeper
            keeper = Keeper(submitted.settings, submitted.assignment)
            rows = _kept(keeper.keep(graded, submitted.students), len(submitted), as_json=as_json)
    if not as_json:
        rows.sort(key=lambda row: row.student)
        print_summary(rows, _("If the machine was busy, give the same command again."))
        click.echo(_("Grades: {place}").format(place=keeper.gradebook))


@contextmanager
def _unwarned() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, about its database library
        yield


def _processes(ordered: Ordered) -> int:
    """Choose how many processes to grade with, by the folder that nbgrader usually has."""
    folder = ordered.root / "submitted"
    if not folder.is_dir():
        return usable_cores()  # the settings name another, but it takes nbgrader to read them
    return processes_for(len(list(folder.iterdir())), ordered.assignment)


def _kept(reports: Iterator[Report], number: int, *, as_json: bool) -> list[Row]:
    rows: list[Row] = []
    try:
        with GradingProgress(Console(stderr=True), number) as progress:
            for report in reports:
                rows.append(row_of(report))
                progress.advance(report)
                if as_json:
                    click.echo(to_json(report, indent=False), nl=False)
    except KeyboardInterrupt:
        text = _("Stopped: {n} of {all} submissions were graded; their grades are kept.")
        raise KitError(text.format(n=len(rows), all=number)) from None
    return rows
