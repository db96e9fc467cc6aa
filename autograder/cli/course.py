"""``autograder course``: create nbgrader courses from the kit's assignments."""

from pathlib import Path

import click

from autograder import i18n
from autograder.cli.options import course_option
from autograder.course.nbgrader_link import is_linked
from autograder.course.root import find_course
from autograder.gradebook.imports import importing_nbgrader
from autograder.i18n import _, ngettext


@click.group(help=_("Create an nbgrader course from the assignments."))
def command() -> None:
    """Group the commands for nbgrader courses."""


@command.command(help=_("Create or update an nbgrader course in DIR."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--lang",
    "language",
    type=click.Choice(i18n.LANGUAGES),
    help=_("Language of reports and feedback.  [default: the course's, or your own]"),
)
@click.option(
    "--db-url",
    "database",
    metavar="URL",
    help=_("Gradebook, e.g. postgresql+psycopg:///nn.  [default: the course's, or gradebook.db]"),
)
@course_option
def init(folder: Path, language: str | None, database: str | None, course: Path | None) -> None:
    """Exit 0 if the course was created or updated."""
    with importing_nbgrader():
        from autograder.gradebook.initialise import initialise
    if not language and not is_linked(folder):
        language = i18n.language()
    source = find_course(course or (folder if is_linked(folder) else None))
    written, kept = initialise(folder, source, language=language, database=database)
    for path in kept:
        click.echo(_("{file}: kept, because you have edited it").format(file=path))
    text = ngettext("{n} file written in {folder}", "{n} files written in {folder}", len(written))
    click.echo(text.format(n=len(written), folder=folder))
    click.echo(_("Next: cd {folder} && nbgrader generate_assignment NAME").format(folder=folder))
