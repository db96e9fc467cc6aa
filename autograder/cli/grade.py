"""``autograder grade``: what an instructor runs over a class."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.cli.options import course_option, lang_option
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.i18n import _, ngettext
from autograder.intake import Submission, submissions
from autograder.judge import Judge
from autograder.report import terminal
from autograder.report.model import Report, to_json
from autograder.report.words import points
from autograder.report.writer import ReportFolder
from autograder.sandbox.levels import Level, best_level


@click.command(help=_("Grade submissions with all checks, visible and hidden."))
@click.argument("path", type=click.Path(path_type=Path), metavar="SUBMISSIONS")
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
    path: Path,
    name: str,
    out: Path,
    as_json: bool,
    full_data: bool,
    allow_unisolated: bool,
    course: Path | None,
) -> None:
    """Exit 0 when every submission got a report, whatever its grade; 2 otherwise."""
    assignment = find_course(course).assignment(name)
    if full_data:
        assignment = assignment.on_full_data()
    handed_in = submissions(path, assignment.name, assignment.module)
    level = _level(allow_unisolated)
    folder = ReportFolder(out)
    reports = _grade(assignment, handed_in, level, folder, as_json=as_json)
    folder.write_table(reports)
    if not as_json:
        _summary(reports, folder)


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
            _Progress(console, len(handed_in)) as progress,
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


class _Progress:
    """A bar with the time left on a terminal, a plain line per submission elsewhere."""

    def __init__(self, console: Console, total: int) -> None:
        self.console = console
        self.total = total
        self.done = 0
        self.bar = (
            Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=console,
                transient=True,
            )
            if console.is_terminal
            else None
        )

    def __enter__(self) -> "_Progress":
        context: AbstractContextManager[object] = self.bar or nullcontext()
        self._context = context
        context.__enter__()
        if self.bar:
            self.task = self.bar.add_task(_("grading"), total=self.total)
        return self

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(None, None, None)

    def advance(self, report: Report) -> None:
        """Say that one more report is there."""
        self.done += 1
        if self.bar:
            self.bar.update(self.task, advance=1, description=report.student)
            return
        score = f"{points(report.score)} / {points(report.max_score)}"
        click.echo(f"[{self.done}/{self.total}] {report.student}: {score}", err=True)


def _summary(reports: list[Report], folder: ReportFolder) -> None:
    console = Console(highlight=False)
    console.print(terminal.class_table(reports))
    seconds = sum(report.seconds for report in reports)
    text = ngettext("{n} submission", "{n} submissions", len(reports)).format(n=len(reports))
    text += " · " + _("{seconds:.2f} s each").format(seconds=seconds / len(reports))
    text += " · " + _("isolation: {level}").format(level=reports[0].isolation)
    console.print(text, style="bright_black")
    data = reports[0].data
    if data is not None:
        console.print(_("Data: {source}.").format(source=data.source), style="bright_black")
        if data.stand_in:
            console.print(_("This is a stand-in for the real data."), style="yellow")
    click.echo(_("Reports: {folder}").format(folder=folder.path))
    sys.stdout.flush()
