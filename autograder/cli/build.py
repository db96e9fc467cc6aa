"""``autograder build``: regenerate ``assignments/`` after a change in ``solutions/``."""

import sys
from pathlib import Path

import click

from autograder.build import build, check
from autograder.cli.options import course_option, lang_option
from autograder.course.root import Course, find_course
from autograder.i18n import _, ngettext


@click.command(help=_("Generate the students' assignments/ from solutions/."))
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help=_("Write nothing; list the files that are out of date."),
)
@course_option
@lang_option
def command(only_check: bool, course: Path | None) -> None:
    """Exit 0 if assignments/ is up to date, 1 if --check finds that it is not."""
    opened = find_course(course)
    if only_check:
        _check(opened)
    else:
        _build(opened)


def _build(course: Course) -> None:
    changed = build(course)
    for path in changed:
        click.echo(path.relative_to(course.root).as_posix())
    click.echo(
        ngettext("{n} file changed", "{n} files changed", len(changed)).format(n=len(changed))
    )


def _check(course: Course) -> None:
    differences = check(course)
    for difference in differences:
        click.echo(difference)
    if differences:
        click.echo(_("assignments/ is out of date; run `autograder build`"))
        sys.exit(1)
    click.echo(_("assignments/ is up to date with solutions/"))
