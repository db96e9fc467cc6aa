"""Options that several commands share, spelled and explained once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from autograder import i18n
from autograder.i18n import _

_Command = TypeVar("_Command", bound=Callable[..., Any])


def course_option(command: _Command) -> _Command:
    """Add ``--course DIR``, which the command gets as ``course``: a path or None."""
    return click.option(
        "--course",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help=_("The course or a folder in it.  [default: the working directory]"),
    )(command)


def data_option(command: _Command) -> _Command:
    """Add ``--data NAME``, which the command gets as ``data``: a name or None."""
    return click.option(
        "--data",
        metavar="NAME",
        help=_("A data set other than the manifest's, e.g. fashion_mnist; without a stand-in."),
    )(command)


def lang_option(command: _Command) -> _Command:
    """Add ``--lang``, which takes effect before the command is imported."""
    return click.option(
        "--lang",
        type=click.Choice(i18n.LANGUAGES),
        expose_value=False,
        help=_("Output language."),
    )(command)
