"""Generate the notebooks of an assignment from the source of its module.

The instructor's notebook is nbgrader's *source* version: solutions between their markers, and a
test cell of one line after each task. The student's is what nbgrader releases of it. Both contain
the source's text cells in both languages; the output of ``check`` is in the language of the
student's machine, unless the notebook chooses one.

jupytext, nbformat and nbgrader belong to instructors: they are imported where they are needed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course.manifest import Task
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.files import read_text
from autograder.i18n import _

if TYPE_CHECKING:
    from nbformat import NotebookNode

_GRADE_ID = re.compile(r"[A-Za-z0-9_]{1,50}")
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_IMPORT = "from autograder import check"
_HOW_TO = """\
Run the cells from top to bottom with Shift+Enter. Each `check(...)` runs the visible checks of \
one task on what you have written; grading runs more of them. `check.language("ko")` makes the \
reports Korean.

Shift+Enter로 위에서부터 셀을 차례로 실행하세요. `check(...)`는 작성한 코드에 세부 과제 하나의 \
보이는 검사를 실행하며, 채점할 때는 더 많은 검사를 실행합니다. `check.language("ko")`를 실행하면 \
결과가 한국어로 나옵니다."""


def check_id(task: str) -> str:
    """Return nbgrader's ``grade_id`` of a task's test cell; the solution's is the task's name."""
    return f"check-{task}"


def source_notebook(assignment: Assignment, language: str | None = None) -> "NotebookNode":
    """Return nbgrader's source version of an assignment's notebook, solutions included.

    Every cell has a fixed id, so that the same source always gives the same notebook.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    language : str, optional
        ``"en"`` or ``"ko"`` for the reports in the notebook; the student's own by default.

    Raises
    ------
    KitError
        A package that only instructors have is missing, or a task's name cannot name a cell.
    """
    with _instructors_packages():
        import jupytext
        from nbformat.v4 import new_notebook
    written = jupytext.reads(read_text(assignment.source), fmt="py:percent").cells
    cells = list(_cells(written, assignment, language))
    notebook: NotebookNode = new_notebook(cells=cells, metadata=_METADATA, nbformat_minor=5)
    return notebook


def student_notebook(assignment: Assignment) -> "NotebookNode":
    """Return what nbgrader releases of :func:`source_notebook`."""
    notebook = source_notebook(assignment)
    with _instructors_packages():
        from autograder.build.release import release
    return release(notebook)


def notebook_file(assignment: Assignment) -> dict[Path, bytes]:
    """Generate the student's notebook."""
    notebook = student_notebook(assignment)
    import nbformat

    return {Path(f"{assignment.module}.ipynb"): f"{nbformat.writes(notebook)}\n".encode()}


def _cells(
    written: Sequence["NotebookNode"], assignment: Assignment, language: str | None
) -> Iterator["NotebookNode"]:
    """Yield the notebook's cells, numbering those that belong to no task."""
    first_code = next(n for n, cell in enumerate(written) if cell.cell_type == "code")
    for number, cell in enumerate(written):
        name = cell.metadata.get("task")
        if number == first_code:
            yield _cell("markdown", "how-to", _HOW_TO)
            yield _cell("code", "setup", _setup("" if name else cell.source, language))
        if name:
            yield from _task_cells(assignment.task(name), cell.source)
        elif number != first_code:
            yield _cell(cell.cell_type, f"{cell.cell_type}-{number}", cell.source)


def _setup(imports: str, language: str | None) -> str:
    """Extend the first code cell so that NumPy is imported even without the kit."""
    lines = [_IMPORT, f'check.language("{language}")' if language else ""]
    return "\n\n".join(part for part in (imports, *lines) if part)


def _task_cells(task: Task, source: str) -> Iterator["NotebookNode"]:
    if not _GRADE_ID.fullmatch(task.name):
        message = _("task `{task}`: nbgrader accepts only names of ASCII letters, digits and _")
        raise KitError(message.format(task=task.name))
    yield _cell("code", task.name, source, _nbgrader(task.name, solution=True))
    test = _nbgrader(check_id(task.name), grade=True, locked=True, points=task.points)
    yield _cell("code", check_id(task.name), f'check("{task.name}")', test)


def _nbgrader(grade_id: str, **properties: float) -> dict[str, Any]:
    usual = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"nbgrader": {"schema_version": 3, "grade_id": grade_id, **usual, **properties}}


def _cell(
    kind: str, identity: str, source: str, metadata: Mapping[str, Any] | None = None
) -> "NotebookNode":
    from nbformat.v4 import new_code_cell, new_markdown_cell

    make: Callable[..., NotebookNode] = new_code_cell if kind == "code" else new_markdown_cell
    return make(source, id=identity, metadata=dict(metadata or {}))


@contextmanager
def _instructors_packages() -> Iterator[None]:
    """Report a missing package together with the extra that installs it."""
    try:
        yield
    except ImportError as error:
        message = _(
            "notebooks need the Python package {package}, which is not installed; run "
            'pip install "nn-autograder[instructor]"'
        )
        raise KitError(message.format(package=error.name)) from None
