"""The command line: ``autograder COMMAND``.

A command's module is imported only when it is called, so that ``check`` starts fast.
"""

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from autograder import __version__, i18n
from autograder.errors import KitError
from autograder.i18n import _

COMMANDS = {
    "list": "autograder.cli.list_command",
    "hint": "autograder.cli.hint",
    "check": "autograder.cli.check",
    "grade": "autograder.cli.grade",
    "data": "autograder.cli.data",
    "doctor": "autograder.cli.doctor",
    "build": "autograder.cli.build",
    "calibrate": "autograder.cli.calibrate",
    "verify": "autograder.cli.verify",
    "new": "autograder.cli.new",
    "course": "autograder.cli.course",
}
_FIRST_OTHER = 3  # the number of the first open file that is not a standard stream


class Commands(click.Group):
    """Group of lazily imported commands; each module defines a ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order in which a student needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; Ctrl-C exits with 2, since 1 means that checks failed."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\n" + _("Aborted!"), err=True)
            ctx.exit(2)


def _language_of(arguments: Sequence[str]) -> str:
    """Find ``--lang`` before click does: help texts are translated when commands are imported."""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        else:
            continue
        return wanted if wanted in i18n.LANGUAGES else i18n.preferred_language()
    return i18n.preferred_language()


def _open_standard_streams() -> None:
    """Open missing standard streams, so that no pipe gets their descriptors."""
    while (opened := os.open(os.devnull, os.O_RDWR)) < _FIRST_OTHER:
        os.set_inheritable(opened, True)
    os.close(opened)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 some checks do not pass, 2 it could not run."""
    _open_standard_streams()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    i18n.set_language(_language_of(arguments))
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from autograder.cli.options import lang_option  # its help is translated when it is imported

    atexit.register(gc.freeze)  # or Python looks through all that was imported before it ends
    group = Commands(
        "autograder",
        help=_("Neural network exercises in NumPy: check your own work, grade a class."),
    )
    group = lang_option(click.version_option(__version__, message="%(version)s")(group))
    try:
        group.main(list(arguments), prog_name="autograder", standalone_mode=True)
    except KitError as error:
        click.echo(f"autograder: {error}", err=True)
        sys.exit(2)
