"""Progress bar and summary of a grading run."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import click
from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder.i18n import _, ngettext
from autograder.report.model import Report
from autograder.report.overview import overview
from autograder.report.row import Row, row_of
from autograder.report.words import points

_LONGEST_NAME = 20


class _Rate(ProgressColumn):
    """Submissions graded per second."""

    def render(self, task: Task) -> Text:
        """Render the rate of the last reports."""
        rate = task.finished_speed or task.speed
        return Text("" if rate is None else _("{rate:.1f}/s").format(rate=rate))


class GradingProgress:
    """A bar with rate, time left and remarks on a terminal, a line per submission elsewhere."""

    def __init__(self, console: Console, total: int) -> None:
        self.console = console
        self.total = total
        self.done = 0
        self.remarked = 0
        self.stopped = 0
        self.bar = (
            Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                _Rate(),
                TimeRemainingColumn(),
                TextColumn("{task.fields[remarks]}", style="yellow"),
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
            self.task = self.bar.add_task(_("grading"), total=self.total, remarks="")
        return self

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(None, None, None)

    def kept(self, number: int) -> None:
        """Record that some submissions need no grading."""
        self.total -= number
        if self.bar:
            self.bar.update(self.task, total=self.total)
        if number:
            text = _("Unchanged since the last run: {n}").format(n=number)
            self.console.print(text, style="bright_black")

    def advance(self, report: Report) -> None:
        """Record one more report."""
        self.done += 1
        self.remarked += bool(report.problems)
        self.stopped += row_of(report).stopped
        if self.bar:
            name = report.student[:_LONGEST_NAME]
            self.bar.update(self.task, advance=1, description=name, remarks=self._remarks())
            return
        score = f"{points(report.score)} / {points(report.max_score)}"
        click.echo(f"[{self.done}/{self.total}] {report.student}: {score}", err=True)

    def _remarks(self) -> str:
        counted = [
            (self.remarked, _("{n} with remarks")),
            (self.stopped, _("{n} stopped")),
        ]
        return " · ".join(text.format(n=n) for n, text in counted if n)


def print_summary(
    rows: Sequence[Row], seconds: float, once_more: str, table: RenderableType | None = None
) -> None:
    """Print a class with its data, isolation level and remarks.

    Parameters
    ----------
    rows : sequence of Row
        The class.
    seconds : float
        How long the command took, by the wall clock.
    once_more : str
        How to grade those again that were stopped.
    table : RenderableType or None
        The class, where that is more than its reports.
    """
    console = Console(highlight=False)
    console.print(table or overview(rows))
    text = ngettext("{n} submission", "{n} submissions", len(rows)).format(n=len(rows))
    text = _("{submissions} in {seconds:.1f} s").format(submissions=text, seconds=seconds)
    text += " · " + _("isolation: {level}").format(level=rows[0].isolation)
    console.print(text, style="bright_black")
    data = rows[0].data
    if data is not None:
        console.print(_("Data: {source}.").format(source=data.source), style="bright_black")
        if data.stand_in:
            console.print(_("This data set stands in for the real data."), style="yellow")
    stopped = sum(row.stopped for row in rows)
    if stopped:
        text = _("Timed out or crashed: {n}.").format(n=stopped)
        console.print(f"{text} {once_more}", style="yellow")
