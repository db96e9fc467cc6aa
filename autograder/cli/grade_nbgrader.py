"""``autograder grade`` without SUBMISSIONS: grade a class into its nbgrader gradebook."""

import time
import warnings
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from pathlib import Path

import click
from rich.console import Console

from autograder.batch.job import close_judge
from autograder.batch.overrides import Overrides
from autograder.batch.pool import LocalPool, processes_for, usable_cores
from autograder.batch.preflight import conclude, require_passing_model
from autograder.cli.grading_progress import GradingProgress, print_summary
from autograder.course.data_choice import DataChoice
from autograder.errors import KitError
from autograder.files import alone_in
from autograder.gradebook.cell_scores import changed_points
from autograder.gradebook.imports import importing_nbgrader
from autograder.gradebook.pipeline import CourseJob, grade_submission
from autograder.i18n import _
from autograder.report.gradebook_table import gradebook_overview
from autograder.report.model import Report, to_json
from autograder.report.outcomes import Outcomes
from autograder.report.row import Row, row_of

# a queued job is only the name of a folder, and its result is limited in size
_AHEAD = 16


def grade_into_gradebook(
    course: Path | None, name: str, as_json: bool, data: DataChoice, allow_unisolated: bool
) -> None:
    """Grade all submissions with a progress bar, and print the class as a table.

    Parameters
    ----------
    course : Path or None
        The nbgrader course; None for the working directory.
    name : str
        The assignment.
    as_json, allow_unisolated : bool
        The command's options.
    data : DataChoice
        The data set to grade on.

    Raises
    ------
    KitError
        The kit cannot work; the message says why.
    """
    begun = time.monotonic()
    job = CourseJob.of(course or Path.cwd(), name, allow_unisolated=allow_unisolated, data=data)
    overrides = Overrides(job.assignment)
    processes = _processes(job)
    outcomes = Outcomes()
    # the processes start up while this one grades the model answer and lists the submissions, and
    # begin to grade while it imports the rest of nbgrader
    pool = LocalPool(grade_submission, job.spec, processes, _AHEAD)
    with pool, chdir(job.root), _unwarned():
        if text := require_passing_model(job.spec, job.root):
            click.echo(text, err=True)
        close_judge()
        with importing_nbgrader():
            from autograder.gradebook.settings import CourseSubmissions, Settings
        settings = Settings(job.root)
        submissions = CourseSubmissions(settings, job.assignment.name)
        with alone_in(job.root), closing(pool.grade(submissions)) as graded:
            with importing_nbgrader():
                from autograder.gradebook.writer import GradebookWriter
            writer = GradebookWriter(settings, job.assignment.name)
            reports = writer.write(graded, submissions.students)
            rows = _rows(reports, len(submissions), outcomes, as_json=as_json)
    for note in writer.notes:
        click.echo(note, err=True)
    if not as_json:
        rows.sort(key=lambda row: row.student)
        once_more = _("If the machine was busy, run the same command again.")
        table = gradebook_overview(writer.grades, rows)
        print_summary(rows, time.monotonic() - begun, once_more, table)
        maxima = {task.name: task.max_points for task in rows[0].tasks}
        if text := changed_points(maxima, job.assignment):
            click.echo(text)
        click.echo(_("Grades: {place}").format(place=writer.url))
    if text := overrides.without_submission(row.student for row in rows):
        click.echo(text, err=True)
    for text in conclude(job.assignment, outcomes, rows):
        click.echo(text, err=True)


@contextmanager
def _unwarned() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, about its database library
        yield


def _processes(job: CourseJob) -> int:
    """Choose how many processes to grade with, by nbgrader's usual folder."""
    folder = job.root / "submitted"
    if not folder.is_dir():
        return usable_cores()  # the settings name another, but it takes nbgrader to read them
    return processes_for(len(list(folder.iterdir())), job.assignment)


def _rows(
    reports: Iterator[Report], number: int, outcomes: Outcomes, *, as_json: bool
) -> list[Row]:
    rows: list[Row] = []
    try:
        with GradingProgress(Console(stderr=True), number) as progress:
            for report in reports:
                rows.append(row_of(report))
                outcomes.add(report)
                progress.advance(report)
                if as_json:
                    click.echo(to_json(report, indent=False), nl=False)
    except KeyboardInterrupt:
        text = _("Stopped: {n} of {all} submissions were graded, and their grades are saved.")
        raise KitError(text.format(n=len(rows), all=number)) from None
    return rows
