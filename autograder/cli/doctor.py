"""``autograder doctor``: report isolation level, versions and data of this machine."""

import os
import platform

import click
import numpy as np
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder import __version__
from autograder.cli.options import lang_option
from autograder.data.folders import DATA_VARIABLE, cache_folder, data_folder
from autograder.errors import KitError
from autograder.i18n import _
from autograder.sandbox import bubblewrap, interpreter
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import VARIABLE, Probe, best_level, probe


@click.command(help=_("Report the isolation level available on this machine."))
@lang_option
def command() -> None:
    """Exit 0 in any case: something can run at every level."""
    console = Console(highlight=False)
    level, meaning = _verdict()
    told = _("Isolation on this machine: {level}").format(level=level or _("none"))
    console.print(told, style="bold")
    console.print(meaning, soft_wrap=True, markup=False)
    console.print(_levels(probe()))
    if bubblewrap.user_to_become() is not None and not interpreter.open_to_everybody():
        console.print(
            _(
                "You are root, and other users cannot access the interpreter: at the "
                "levels partial and process, student code can import little besides "
                "NumPy."
            ),
            soft_wrap=True,
        )
    console.print(_surroundings())


def _verdict() -> tuple[Level | None, str]:
    """Return the isolation level, which the user may set, and its meaning."""
    try:
        level = best_level()
    except KitError as error:
        return None, " ".join([_("Student code cannot run on this machine."), str(error)])
    if level is Level.BUBBLEWRAP:
        return level, _("Student code cannot access your files, the network or other processes.")
    if level is Level.PARTIAL:
        return level, _(
            "Student code cannot access your files or the network, but shares the machine."
        )
    return level, _("Student code can read your files: run only your own code, not other people's.")


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
    if demanded := os.environ.get(VARIABLE):
        table.add_row(VARIABLE, escape(demanded))
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
        return _("only the data included in scikit-learn; {variable} is not set").format(
            variable=DATA_VARIABLE
        )
    return os.fspath(folder)
