"""``autograder doctor``: how well this machine isolates student code, and what it runs on."""

import os
import platform

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from autograder import __version__
from autograder.cli.options import lang_option
from autograder.data.folders import DATA_VARIABLE, cache_folder, data_folder
from autograder.errors import KitError
from autograder.i18n import _
from autograder.sandbox import interpreter, launch
from autograder.sandbox.isolation import Level
from autograder.sandbox.levels import Probe, probe


@click.command(help=_("Say how well this machine isolates student code, and why not better."))
@lang_option
def command() -> None:
    """Exit 0 always: whatever level there is, something can be run."""
    console = Console(highlight=False)
    probes = probe()
    best = next((found.level for found in probes if found.available), None)
    told = _("Isolation on this machine: {level}").format(level=best or _("none"))
    console.print(told, style="bold")
    console.print(_meaning(best), soft_wrap=True)
    console.print(_levels(probes))
    if launch.user_to_become() is not None and not interpreter.open_to_everybody():
        console.print(
            _(
                "You are root, and other users cannot reach the interpreter: at the levels "
                "partial and process student code can import little besides numpy."
            ),
            soft_wrap=True,
        )
    console.print(_surroundings())


def _meaning(level: Level | None) -> str:
    if level is Level.BUBBLEWRAP:
        return _("Student code sees no file of yours, no network and no other process.")
    if level is Level.PARTIAL:
        return _("Student code reads no file of yours and has no network, but shares the machine.")
    if level is Level.PROCESS:
        return _("Student code can read your files: run your own, not other people's.")
    return _("Student code cannot be run here.")


def _levels(probes: list[Probe]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for found in probes:
        table.add_row(found.level, _("available") if found.available else found.reason)
    return table


def _surroundings() -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("autograder", __version__)
    table.add_row("Python", platform.python_version())
    table.add_row("numpy", np.__version__)
    table.add_row(_("data"), _data())
    table.add_row(_("data cache"), os.fspath(cache_folder()))
    return table


def _data() -> str:
    try:
        folder = data_folder()
    except KitError as error:
        return str(error)
    if folder is None:
        return _("only what comes with scikit-learn; {variable} is not set").format(
            variable=DATA_VARIABLE
        )
    return os.fspath(folder)
