"""HTML templates of pages and embedded fragments."""

from functools import cache
from pathlib import Path

import jinja2

from autograder.i18n import Text, _
from autograder.report.model import Report, TaskResult
from autograder.report.words import (
    error_name,
    error_sign,
    map_title,
    override_sentence,
    passed_of_all,
    points,
    points_of_all,
    sign,
    status_name,
)

_WORDS = (
    error_name, error_sign, map_title, override_sentence, passed_of_all, points, points_of_all,
    sign, status_name,
)  # fmt: skip


@cache
def template(name: str) -> jinja2.Template:
    """Return a template of this folder; all text that goes into it is escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["_"] = _
    for word in _WORDS:
        environment.filters[word.__name__] = word
    return environment.get_template(name)


def to_html(report: Report) -> str:
    """Write a report as a page in its own language; all text in it is escaped."""
    return template("report.html.jinja").render(report=report)


def task_fragment(task: TaskResult, *, hint: Text | None, note: str) -> str:
    """Render one task as self-styled HTML for light and dark themes.

    Points are shown where hidden checks took part: without them they are no grade.

    Parameters
    ----------
    task : TaskResult
        What the checks of the task found.
    hint : Text or None
        Offered, folded up, where the task did not pass.
    note : str
        A sentence below everything; none if empty.

    Returns
    -------
    str
        A ``div``; all text in it is escaped.
    """
    graded = not all(check.visible for check in task.checks)
    page = template("task.html.jinja")
    return page.render(task=task, hint=hint, note=note, graded=graded)
