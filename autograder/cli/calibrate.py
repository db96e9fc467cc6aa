"""``autograder calibrate``: measure the thresholds of an assignment."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from autograder.cli.options import course_option, data_option, lang_option
from autograder.course.root import find_course
from autograder.errors import KitError
from autograder.i18n import _
from autograder.judge.calibration import MODEL_ANSWER, REFERENCE, Distribution, calibrate


@click.command(help=_("Measure the thresholds of an assignment by training with many seeds."))
@click.argument("name", metavar="ASSIGNMENT")
@click.option(
    "--seeds",
    type=click.IntRange(min=2),
    default=100,
    show_default=True,
    help=_("Number of training runs."),
)
@click.option(
    "--plot",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Plot the distributions into this file (PNG or SVG)."),
)
@data_option
@course_option
@lang_option
def command(
    name: str, seeds: int, plot: Path | None, data: str | None, course: Path | None
) -> None:
    """Exit 0, or 2 when there is nothing to calibrate or it cannot be done."""
    assignment = find_course(course).assignment(name)
    if data is not None:
        assignment = assignment.on_data(data)
    console = Console(highlight=False)
    distributions: list[Distribution] = []
    shown_on = Console(stderr=True)
    progress = track(
        calibrate(assignment, seeds),
        total=seeds,
        description=assignment.name,
        console=shown_on,
        transient=True,
        disable=not shown_on.is_terminal,
    )
    for measured in progress:
        distributions = measured
    console.print(_table(distributions))
    console.print(_("For the manifest:"))
    click.echo("\n\n".join(_toml(each) for each in distributions if each.who == MODEL_ANSWER))
    if plot is not None:
        _draw(distributions, plot)


def _table(distributions: list[Distribution]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(_("threshold"))
    table.add_column(_("of"))
    for heading in ("n", _("minimum"), _("mean"), _("std"), _("proposed")):
        table.add_column(heading, justify="right")
    who = {MODEL_ANSWER: _("model answer"), REFERENCE: _("reference implementation")}
    for each in distributions:
        values = each.readings
        numbers = (values.min(), values.mean(), values.std(ddof=1), each.proposal)
        table.add_row(
            each.name, who[each.who], str(len(values)), *(f"{number:.5g}" for number in numbers)
        )
    return table


def _toml(each: Distribution) -> str:
    values = each.readings
    return "\n".join(
        (
            f"[thresholds.{each.name}]",
            f"value = {each.proposal:g}",
            f"seeds = {len(values)}",
            f"minimum = {values.min():.5f}",
            f"mean = {values.mean():.5f}",
            f"std = {values.std(ddof=1):.5f}",
            f'data = "{each.data}"',
        )
    )


def _draw(distributions: list[Distribution], path: Path) -> None:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        text = _('--plot needs matplotlib: pip install "nn-autograder[instructor]"')
        raise KitError(text) from None
    figure = Figure(figsize=(7, 2.6 * len(distributions)), layout="constrained")
    axes = figure.subplots(len(distributions), squeeze=False)[:, 0]
    for axis, each in zip(axes, distributions, strict=True):
        axis.hist(each.readings, bins=min(40, 2 + len(each.readings) // 4), color="tab:blue")
        axis.axvline(each.proposal, color="tab:red", label=f"{each.proposal:g}")
        axis.set_title(f"{each.name}, {each.who} (n = {len(each.readings)})")
        axis.legend()
    figure.savefig(path)
