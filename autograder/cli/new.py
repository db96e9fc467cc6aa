"""``autograder new``: the folders of a new assignment."""

from pathlib import Path

import click

from autograder.authoring.new import new
from autograder.cli.options import course_option, lang_option
from autograder.course.root import find_course
from autograder.i18n import _


@click.command(
    help=_("Create an assignment to start from, with one finished and one unfinished task.")
)
@click.argument("name")
@course_option
@lang_option
def command(name: str, course: Path | None) -> None:
    """Exit 0, or 2 if the assignment cannot be created."""
    opened = find_course(course)
    for path in new(opened, name):
        click.echo(path.relative_to(opened.root))
    click.echo(_("Next: autograder verify {name}").format(name=name))
