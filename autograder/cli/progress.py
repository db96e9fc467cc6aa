"""What an instructor sees of a grading: how far it is, and what came of it."""

from contextlib import AbstractContextManager, nullcontext

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.i18n import _, ngettext
from autograder.report import terminal
from autograder.report.model import Report
from autograder.report.words import points


class GradingProgress:
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

    def __enter__(self) -> "GradingProgress":
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


def print_summary(reports: list[Report]) -> None:
    """Print a class as a table, with what the grades rest on."""
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
