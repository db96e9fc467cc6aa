"""``autograder grade``: grade the submissions of a class."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from autograder.batch.batch import Batch
from autograder.batch.job import JobSpec
from autograder.batch.layout import about_loose, require_module, require_right_level, unpacked
from autograder.batch.overrides import Overrides
from autograder.batch.pool import grade_locally, processes_for
from autograder.batch.preflight import conclude, require_passing_model
from autograder.cli.grading_progress import GradingProgress, print_summary
from autograder.cli.options import course_option, data_option, lang_option
from autograder.course.data_choice import DataChoice
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.files import alone_in
from autograder.i18n import _
from autograder.intake import ClassList, Submission, submissions
from autograder.intake.attempts import Attempt
from autograder.report.earlier import (
    EarlierReports,
    kept_rows,
    missing_students,
    removed_students,
)
from autograder.report.folder import ReportFolder
from autograder.report.model import Report, to_json
from autograder.report.outcomes import Outcomes
from autograder.report.row import Row, row_of
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import best_level


@click.command(help=_("Grade submissions with all checks, visible and hidden."))
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[SUBMISSIONS]")
@click.option("--assignment", "name", required=True, help=_("The assignment, e.g. 03."))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_(
        "Folder for grades.csv and a JSON and an HTML report per student, of one assignment "
        "only.  [default: reports/ASSIGNMENT]"
    ),
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("Number of grading processes.  [default: the cores; fewer for a small class]"),
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help=_("Grade on the Dask cluster with this scheduler, e.g. tcp://10.0.0.1:8786."),
)
@click.option(
    "--attempt",
    type=click.Choice(get_args(Attempt)),
    help=_("Which attempt counts if a student has several folders with it.  [default: latest]"),
)
@click.option("--force", is_flag=True, help=_("Regrade unchanged submissions too."))
@click.option("--retry", is_flag=True, help=_("Regrade submissions that timed out or crashed."))
@click.option(
    "--prune",
    is_flag=True,
    help=_("Remove reports and rows of students who have no submission in SUBMISSIONS."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the reports as JSON, one per line."))
@data_option
@click.option("--full-data", is_flag=True, help=_("Use complete data sets instead of subsets."))
@click.option(
    "--allow-unisolated",
    is_flag=True,
    help=_("Grade even if this machine cannot isolate student code."),
)
@course_option
@lang_option
def command(
    path: Path | None,
    name: str,
    out: Path | None,
    jobs: int | None,
    scheduler: str | None,
    attempt: Attempt | None,
    force: bool,
    retry: bool,
    prune: bool,
    as_json: bool,
    data: str | None,
    full_data: bool,
    allow_unisolated: bool,
    course: Path | None,
) -> None:
    """Exit 0 if every submission got a report, whatever its grade; 2 otherwise.

    Without SUBMISSIONS, those of an nbgrader course are graded into its gradebook.
    """
    start = time.monotonic()
    choice = DataChoice(data, full_data)
    if path is None:
        if out or jobs or scheduler or force or retry or prune or attempt:
            text = _(
                "Name the SUBMISSIONS: --out, -j, --scheduler, --attempt, --force, --retry and "
                "--prune apply only to them."
            )
            raise click.UsageError(text)
        from autograder.cli.grade_nbgrader import grade_into_gradebook

        grade_into_gradebook(course, name, as_json, choice, allow_unisolated)
        return
    assignment = find_course(course).assignment(name)
    path = click.get_current_context().with_resource(unpacked(path, assignment.module))
    class_list = _class_list(path, assignment, attempt)
    if prune and len(class_list) == 1:
        raise click.UsageError(_("--prune needs the whole class, not a single submission."))
    overrides = Overrides(assignment)
    level = _level(allow_unisolated)
    folder = ReportFolder(out or Path("reports", assignment.name))
    graded = _Graded(as_json)
    with alone_in(folder.path):
        earlier = EarlierReports(folder, assignment.name)
        job = JobSpec.of(assignment, level, choice)
        if text := require_passing_model(job, folder.path):
            click.echo(text, err=True)
        batch = Batch(class_list, job, folder, overrides, force=force, retry=retry)
        processes = partial(_processes, jobs, assignment)
        try:
            for report in _reports(batch, job, processes, scheduler):
                graded.add(report)
        except KeyboardInterrupt:
            raise _stopped(len(graded.rows), len(batch), folder) from None
        finally:
            graded.rows.sort(key=lambda row: row.student)
            if graded.rows:
                earlier.write_table(graded.rows)
        others = earlier.others(graded.rows)
        if prune and others:
            earlier.remove(others)
            earlier.write_table(graded.rows)
    if not as_json:
        once_more = _("If the machine was busy, regrade these with --retry.")
        print_summary(graded.rows, time.monotonic() - start, once_more)
        click.echo(_("Reports: {folder}").format(folder=folder.path))
    for text in _about(others, graded.rows, path, prune=prune):
        click.echo(text, err=as_json)
    for text in _warnings(class_list, overrides, assignment, graded):
        click.echo(text, err=True)


class _Graded:
    """Rows of the class graded so far, and how its checks end."""

    def __init__(self, as_json: bool) -> None:
        self.rows: list[Row] = []
        self.outcomes = Outcomes()
        self._as_json = as_json

    def add(self, report: Report) -> None:
        """Add a report, and print it if JSON is wanted."""
        self.rows.append(row_of(report))
        self.outcomes.add(report)
        if self._as_json:
            click.echo(to_json(report, indent=False), nl=False)


def _class_list(path: Path, assignment: Assignment, attempt: Attempt | None) -> ClassList:
    """List the submissions; raise KitError for a layout that would cost points."""
    if attempt is None:  # else the folders below a student's are known to be attempts
        require_right_level(path, assignment)
    names = assignment.task_names
    class_list = submissions(path, assignment.name, assignment.module, names, attempt or "latest")
    require_module(class_list, path, find_course(assignment.course), assignment)
    return class_list


def _warnings(
    class_list: ClassList, overrides: Overrides, assignment: Assignment, graded: _Graded
) -> Iterator[str]:
    """Yield what the instructor should look at; raise KitError if a check failed by itself."""
    yield from about_loose(class_list)
    absent = overrides.without_submission(row.student for row in graded.rows)
    if absent and len(graded.rows) > 1:
        yield absent
    yield from conclude(assignment, graded.outcomes, graded.rows)


def _about(others: list[str], rows: list[Row], path: Path, *, prune: bool) -> Iterator[str]:
    """Yield sentences on the students of earlier runs who are not in this one."""
    if not others:
        return
    if prune:
        yield removed_students(others)
        return
    yield kept_rows(rows, others)
    if len(rows) > 1:
        yield missing_students(path, others)


def _level(allow_unisolated: bool) -> Level:
    level = best_level()
    if level is Level.PROCESS and not allow_unisolated:
        text = _(
            "This machine cannot isolate student code: it would run with your "
            "privileges. Run `autograder doctor` to see how to fix this, or use "
            "--allow-unisolated to grade anyway."
        )
        raise KitError(text)
    return level


def _processes(jobs: int | None, assignment: Assignment, submissions: int) -> int:
    return jobs or processes_for(submissions, assignment)


def _reports(
    batch: Batch, job: JobSpec, processes: Callable[[int], int], scheduler: str | None
) -> Iterator[Report]:
    """Yield the cached reports that are still valid, then the new ones."""
    with GradingProgress(Console(stderr=True, highlight=False), len(batch)) as progress:
        yield from batch.unchanged()
        progress.kept(len(batch) - batch.left)
        if not batch.left:
            return
        jobs = processes(batch.left)
        with closing(_graded(job, batch.remaining(), jobs, scheduler)) as graded:
            for report in batch.written(graded):
                progress.advance(report)
                yield report


def _graded(
    job: JobSpec, remaining: Iterator[Submission], processes: int, scheduler: str | None
) -> Generator[Report, None, None]:
    if scheduler is not None:
        from autograder.batch.cluster import grade_on_cluster

        return grade_on_cluster(job, remaining, scheduler)
    return grade_locally(job, remaining, processes)


def _stopped(done: int, everybody: int, folder: ReportFolder) -> KitError:
    text = _(
        "Stopped: the reports of {n} of {all} submissions are in {out}. Run the same "
        "command again to grade the rest."
    )
    return KitError(text.format(n=done, all=everybody, out=folder.path))
