"""``autograder grade``: what an instructor runs over a class."""

from pathlib import Path

import click
from rich.console import Console

from autograder.cli.options import course_option, lang_option
from autograder.cli.progress import GradingProgress, print_summary
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission, submissions
from autograder.judge import Judge
from autograder.report.model import Report, to_json
from autograder.report.writer import ReportFolder
from autograder.sandbox.levels import Level, best_level


@click.command(help=_("Grade submissions with all checks, visible and hidden."))
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[SUBMISSIONS]")
@click.option("--assignment", "name", required=True, help=_("Which assignment, e.g. 03."))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help=_("Folder for grades.csv and the reports, one JSON and one HTML file a student."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the reports as JSON, one a line."))
@click.option("--full-data", is_flag=True, help=_("Use whole data sets instead of subsets."))
@click.option(
    "--allow-unisolated",
    is_flag=True,
    help=_("Grade even where this machine cannot isolate the submissions' code."),
)
@course_option
@lang_option
def command(
    path: Path | None,
    name: str,
    out: Path,
    as_json: bool,
    full_data: bool,
    allow_unisolated: bool,
    course: Path | None,
) -> None:
    """Exit 0 when every submission got a report, whatever its grade; 2 otherwise.

    Without SUBMISSIONS, those of an nbgrader course are graded into its gradebook.
    """
    if path is None:
        from autograder.cli.gradebook import grade_into_gradebook

        grade_into_gradebook(course, name, as_json, full_data, allow_unisolated)
        return
    assignment = find_course(course).assignment(name)
    if full_data:
        assignment = assignment.on_full_data()
    handed_in = submissions(path, assignment.name, assignment.module)
    level = _level(allow_unisolated)
    folder = ReportFolder(out)
    reports = _grade(assignment, handed_in, level, folder, as_json=as_json)
    folder.write_table(reports)
    if not as_json:
        print_summary(reports)
        click.echo(_("Reports: {folder}").format(folder=folder.path))


def _level(allow_unisolated: bool) -> Level:
    level = best_level()
    if level is Level.PROCESS and not allow_unisolated:
        text = _(
            "This machine cannot isolate the code that students handed in: it would run with your "
            "rights. `autograder doctor` says how to mend that; --allow-unisolated grades anyway."
        )
        raise KitError(text)
    return level


def _grade(
    assignment: Assignment,
    handed_in: list[Submission],
    level: Level,
    folder: ReportFolder,
    *,
    as_json: bool,
) -> list[Report]:
    reports: list[Report] = []
    console = Console(stderr=True, highlight=False)
    try:
        with (
            Judge(assignment, hidden=True, level=level) as judge,
            GradingProgress(console, len(handed_in)) as progress,
        ):
            for report in judge.grade_all(handed_in):
                folder.write(report)
                reports.append(report)
                progress.advance(report)
                if as_json:
                    click.echo(to_json(report, indent=False), nl=False)
    except KeyboardInterrupt:
        text = _("Stopped: {n} of {all} submissions were graded; their reports are in {out}.")
        message = text.format(n=len(reports), all=len(handed_in), out=folder.path)
        raise KitError(message) from None
    return reports
