"""Write a report into the notebook that was graded, the way nbgrader reads points."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from autograder.build.notebooks import check_id
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.gradebook.marks import NAMESPACE, is_test, marks
from autograder.i18n import Text, _
from autograder.report.model import Report, TaskResult
from autograder.report.templates import task_fragment

_LIST = Markup('<ul style="margin:0">{items}</ul>')
_ITEM = Markup('<li style="white-space:pre-wrap">{text}</li>')


def fill(notebook: Any, report: Report, assignment: Assignment) -> None:
    """Give each test cell one result, the points with the report of its task.

    nbgrader takes a single number as the cell's points. Nothing at all, text or a number that is
    negative or not finite would give all of them, a line on stderr none.

    Raises
    ------
    KitError
        A test cell belongs to no task: it would get its points for nothing.
    """
    tests = {marks(cell)["grade_id"]: cell for cell in notebook.cells if is_test(cell)}
    tasks = {check_id(task.name): task for task in report.tasks}
    if strange := sorted(tests.keys() - tasks.keys()):
        text = _(
            "The test cell `{name}` belongs to no task of {assignment}. Only checks of the course "
            "are graded without a kernel: make it a cell that is graded by hand, or a task."
        )
        raise KitError(text.format(name=strange[0], assignment=report.assignment))
    for name, cell in tests.items():
        task = tasks[name]
        _set_result(cell, task, assignment.task(task.name).hint)
    if report.problems:
        notebook.cells.insert(0, _remarks(report.problems))


def _set_result(cell: Any, task: TaskResult, hint: Text) -> None:
    import nbformat  # which takes long, and not all who import this module need it

    points = min(max(task.points, 0.0), float(marks(cell)["points"]))
    html = task_fragment(task, hint=hint, note="")
    data = {"text/plain": repr(float(points)), "text/html": html}
    cell.execution_count = 1
    result = {"output_type": "execute_result", "metadata": {}, "execution_count": 1, "data": data}
    cell.outputs = [nbformat.from_dict(result)]


def _remarks(problems: Sequence[str]) -> Any:
    from nbformat import v4

    html = _LIST.format(items=Markup().join(_ITEM.format(text=escape(p)) for p in problems))
    data = {"text/plain": "\n".join(problems), "text/html": str(html)}
    return v4.new_code_cell(
        "# " + _("Remarks on this notebook"),
        id="remarks",
        metadata={NAMESPACE: {}},
        outputs=[v4.new_output("display_data", data)],
    )
