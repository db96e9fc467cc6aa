"""``autograder verify``: check that assignments are ready for release."""

import sys
from pathlib import Path
from textwrap import indent

import click

from autograder.authoring.verify import verify
from autograder.build import check
from autograder.cli.options import course_option, lang_option
from autograder.course.root import find_course
from autograder.i18n import _


@click.command(help=_("Check that assignments are ready for release."))
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]...")
@course_option
@lang_option
def command(names: tuple[str, ...], course: Path | None) -> None:
    """Exit 0 if nothing is wrong, 1 if something is, 2 if it could not run."""
    opened = find_course(course)
    wrong = False
    for assignment in [opened.assignment(name) for name in names] or opened.assignments:
        problems = verify(assignment)
        wrong = wrong or bool(problems)
        click.echo(f"{'✘' if problems else '✔'} {assignment.name}")
        for problem in problems:
            click.echo(indent(problem, "    "))
    stale = check(opened)
    for sentence in stale:
        click.echo(sentence)
    if stale:
        click.echo(_("assignments/ is out of date; run `autograder build`"))
    sys.exit(1 if wrong or stale else 0)
