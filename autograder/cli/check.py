"""``autograder check``: run the visible checks on a student's own work."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from autograder.cli.options import lang_option
from autograder.course.root import Assignment, open_assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission, read_code
from autograder.intake.locate import find
from autograder.intake.selection import Wanted
from autograder.judge.recheck import Recheck
from autograder.report.model import Report, to_json

_POLL_SECONDS = 0.05


@click.command(help=_("Run the visible checks of an assignment on your own work."))
@click.argument("path", type=click.Path(path_type=Path), default=".", metavar="[FILE|FOLDER]")
@click.option(
    "--task", "tasks", multiple=True, help=_("Check only this task; can be given several times.")
)
@click.option("--watch", is_flag=True, help=_("Check again whenever the file is saved."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the report as JSON."))
@lang_option
def command(path: Path, tasks: tuple[str, ...], watch: bool, as_json: bool) -> None:
    """Exit 0 when all visible checks pass, 1 when some do not, 2 when it could not run."""
    assignment, submission = _find(path)
    for task in tasks:
        assignment.task(task)
    assert submission.path is not None
    if not watch:
        read_code(submission.path, assignment.module)  # what cannot be read at all ends here
    runs = _whenever_saved(submission.path) if watch else iter([None])
    with Recheck(assignment, submission, tasks or None) as work:
        for _run in runs:
            report = work.check(another=watch)
            _print(report, as_json)
    sys.exit(0 if report.passed else 1)


def _find(path: Path) -> tuple[Assignment, Submission]:
    """Find the assignment that a file or folder belongs to, and what to check."""
    if not path.exists():
        text = _("{path} does not exist; name your file or its folder.")
        raise KitError(text.format(path=path))
    if not path.is_dir():
        return open_assignment(path.resolve().parent), Submission(_("you"), path)
    assignment = open_assignment(path)
    wanted = Wanted(assignment.module, assignment.task_names)
    file, note, _attempts = find(path, assignment.name, wanted)
    if file is None:
        raise KitError(note or "")
    return assignment, Submission(_("you"), file, note)


def _print(report: Report, as_json: bool) -> None:
    if as_json:
        click.echo(to_json(report), nl=False)
        return
    from rich.console import Console

    from autograder.report import terminal

    Console(highlight=False).print(terminal.submission(report))


def _whenever_saved(source: Path) -> Iterator[None]:
    """Yield immediately and whenever the file's time stamp changes, until Ctrl-C."""
    import time

    seen = -1
    try:
        while True:
            stamp = _time_stamp(source, missing=max(seen, 0))
            if stamp != seen:
                seen = stamp
                click.clear()
                yield
                click.echo(_("Waiting for the next save; press Ctrl-C to stop."), err=True)
            time.sleep(_POLL_SECONDS)
    except KeyboardInterrupt:
        return


def _time_stamp(source: Path, missing: int) -> int:
    """Return the time of the last save; many editors briefly remove the file to save it."""
    try:
        return source.stat().st_mtime_ns
    except FileNotFoundError:
        return missing
