"""``autograder data``: list and download data sets."""

import click
from rich.console import Console
from rich.filesize import decimal
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.cli.options import lang_option
from autograder.data.dataset import Source, title
from autograder.data.fetch import fetch
from autograder.data.status import Entry, inventory
from autograder.i18n import _


@click.group(help=_("List and download data sets."))
@lang_option
def command() -> None:
    """Group the commands for data sets."""


@command.command("list", help=_("List the data sets and their locations."))
@lang_option
def list_command() -> None:
    """Print one line for each data set."""
    table = Table(_("name"), _("contents"), _("where"), _("size"), box=None, pad_edge=False)
    for entry in inventory():
        table.add_row(
            entry.name,
            _contents(entry.name),
            escape(_whereabouts(entry)),
            decimal(entry.size) if entry.size else "",
        )
    Console().print(table)


@command.command("fetch", help=_("Download a data set into the cache: mnist or fashion_mnist."))
@click.argument("name")
@lang_option
def fetch_command(name: str) -> None:
    """Show a bar for each file, then the folder."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        folder = fetch(name, lambda file: _Bar(progress, file))
    click.echo(_("{title} is complete: {folder}").format(title=title(name), folder=folder))


class _Bar:
    """Progress bar with pooch's interface, drawn by rich."""

    def __init__(self, progress: Progress, file: str) -> None:
        self._progress = progress
        self._task = progress.add_task(file, total=None, visible=False)

    @property
    def total(self) -> float:
        return self._progress.tasks[self._task].total or 0.0

    @total.setter
    def total(self, total: float) -> None:
        self._progress.update(self._task, total=total, visible=True)

    def update(self, n: int) -> None:
        self._progress.advance(self._task, n)

    def reset(self) -> None:
        self._progress.reset(self._task)

    def close(self) -> None:
        self._progress.stop_task(self._task)


def _contents(name: str) -> str:
    return {
        "breast_cancer": _("569 tumours, 30 features, benign or malignant"),
        "diabetes": _("442 patients, body mass index and progression"),
        "digits": _("1,797 handwritten digits of 8×8 pixels"),
        "mnist": _("70,000 handwritten digits of 28×28 pixels"),
        "fashion_mnist": _("70,000 pieces of clothing of 28×28 pixels"),
    }[name]


def _whereabouts(entry: Entry) -> str:
    if entry.embedded:
        return _("included in scikit-learn")
    if entry.problem:
        return entry.problem
    if entry.folder:
        return str(entry.folder)
    if entry.prepared:
        text = _("only prepared: {parts} samples; all: `autograder data fetch {name}`")
        return text.format(parts=", ".join(map(_counts, entry.prepared)), name=entry.name)
    return _("not downloaded: `autograder data fetch {name}`").format(name=entry.name)


def _counts(source: Source) -> str:
    return "+".join(f"{share.taken:,}" for share in (source.train, source.test) if share)
