"""Overview of a class: a table, or statistics for a large class."""

from collections.abc import Iterator, Sequence
from statistics import fmean, quantiles

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.i18n import _
from autograder.report.model import Status
from autograder.report.row import Row, TaskRow
from autograder.report.words import STYLES, points, sign

# more than a screen of students is read in a spreadsheet
LONGEST_TABLE = 60
MOST_COLUMNS = 5


def overview(rows: Sequence[Row]) -> RenderableType:
    """Render a class: its students, or statistics for more than 60."""
    return class_table(rows) if len(rows) <= LONGEST_TABLE else class_statistics(rows)


def class_table(rows: Sequence[Row]) -> RenderableType:
    """Render a row per student, a column per task, and remarks below.

    Many tasks share one column, with a sign for each.
    """
    tasks = rows[0].tasks
    wide = len(tasks) <= MOST_COLUMNS
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(_("student"), overflow="fold")
    for task in tasks if wide else ():
        table.add_column(f"{task.name}\n/ {points(task.max_points)}", justify="right", no_wrap=True)
    if not wide:
        table.add_column(_("tasks"), no_wrap=True)
    table.add_column(_("score") + f"\n/ {points(rows[0].max_score)}", justify="right", no_wrap=True)
    for row in rows:
        cells = map(_points_cell, row.tasks) if wide else [_signs(row)]
        table.add_row(Text(row.student), *cells, Text(points(row.score), style="bold"))
    legend = "" if wide else _("tasks: {names}").format(names=", ".join(t.name for t in tasks))
    below = [Text(legend, style="bright_black")] if legend else []
    return Group(table, *below, *remarks(rows))


def class_statistics(
    rows: Sequence[Row], scores: Sequence[float] = (), maximum: float = 0.0
) -> RenderableType:
    """Render the results per task and the distribution of scores.

    Parameters
    ----------
    rows : sequence of Row
        The class.
    scores, maximum
        Scores and maximum that are not the sums of the tasks.
    """
    maximum, scores = (maximum, scores) if scores else (rows[0].max_score, [r.score for r in rows])
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    headings = (_("points"), _("mean"), _("passed"), _("not started"), _("stopped"))
    table.add_column(_("task"))
    for heading in headings:
        table.add_column(heading, justify="right")
    for tasks in zip(*(row.tasks for row in rows), strict=True):
        table.add_row(*_task_cells(tasks))
    return Group(table, _spread(scores, maximum), *_number_of_remarks(rows))


def _task_cells(tasks: Sequence[TaskRow]) -> list[str]:
    def share(*statuses: Status) -> str:
        return f"{sum(task.status in statuses for task in tasks) / len(tasks):.0%}"

    return [
        tasks[0].name,
        points(tasks[0].max_points),
        points(fmean(task.points for task in tasks)),
        share(Status.PASSED),
        share(Status.NOT_STARTED),
        share(Status.TIMED_OUT, Status.CRASHED),
    ]


def _spread(scores: Sequence[float], maximum: float) -> Text:
    lower, middle, upper = quantiles(scores, n=4, method="inclusive")
    text = _(
        "Score, out of {all}: mean {mean}; quartiles {lower}, {middle}, {upper}; maximum {top}"
    )
    spread = text.format(
        all=points(maximum),
        mean=points(fmean(scores)),
        lower=points(lower),
        middle=points(middle),
        upper=points(upper),
        top=points(max(scores)),
    )
    return Text(spread, style="bold")


def _number_of_remarks(rows: Sequence[Row]) -> Iterator[Text]:
    if changed := sum(bool(row.overrides) for row in rows):
        text = _("Submissions with points changed by hand: {n}")
        yield Text(text.format(n=changed), style="yellow")
    if remarked := sum(bool(row.problems) for row in rows):
        text = _("Submissions with remarks (see their reports): {n}")
        yield Text(text.format(n=remarked), style="yellow")


def _points_cell(task: TaskRow) -> Text:
    return Text(f"{points(task.points)} {sign(task.status)}", style=STYLES[task.status])


def _signs(row: Row) -> Text:
    return Text.assemble(*((sign(task.status), STYLES[task.status]) for task in row.tasks))


def remarks(rows: Sequence[Row]) -> Iterator[Text]:
    """Yield for each student the points changed by hand, and the first line of the remarks."""
    for row in rows:
        for text in (*row.overrides, *(problem.splitlines()[0] for problem in row.problems[:1])):
            yield Text(f"{row.student}: {text}", style="yellow")
