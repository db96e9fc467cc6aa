"""A task's result as a piece of HTML, to stand in a notebook or on a page of feedback."""

from autograder.i18n import Text
from autograder.report.model import TaskResult
from autograder.report.templates import template


def task_fragment(task: TaskResult, *, hint: Text | None, note: str) -> str:
    """Write one task as HTML that brings its own style, for a light or a dark surrounding.

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
