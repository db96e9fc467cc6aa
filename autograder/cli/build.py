"""``autograder build``: what a course author runs after a change in ``solutions/``."""

import sys
from pathlib import Path

import click

from autograder.build import build, check
from autograder.cli.options import course_option, lang_option
from autograder.course.root import Course, find_course
from autograder.i18n import _, ngettext


@click.command(help=_("Write the students' assignments/ from solutions/."))
@click.option(
    "--check", "only_check", is_flag=True, help=_("Write nothing; list what is out of step.")
)
@course_option
@lang_option
def command(only_check: bool, course: Path | None) -> None:
    """Exit 0 when assignments/ is in step with solutions/, 1 when --check finds that it is not."""
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
        click.echo(_("assignments/ is out of step; run `autograder build`"))
        sys.exit(1)
    click.echo(_("assignments/ is in step with solutions/"))
