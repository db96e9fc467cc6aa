"""The kit's step in ``nbgrader generate_assignment``: stubs in place of the solutions."""

import ast
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions, SaveCells

from autograder.build.stub import cell_stub

Resources = dict[str, Any]


class ClearTasks(ClearSolutions):  # type: ignore[misc]  # nbgrader has no types
    """Replaces solutions by ``raise NotImplementedError("softmax: not written yet")``.

    nbgrader's own preprocessor has one text for all solutions. The kit's contains the task's name,
    which distinguishes a task that is not started from one that is wrong. Other solution cells,
    such as answers in words, are cleared as usual.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Clear one cell."""
        if _is_task(cell):
            name = cell.metadata.nbgrader.grade_id
            cell.source = cell_stub(cell.source, name, Path(name))
            return cell, resources
        cleared: tuple[NotebookNode, Resources] = super().preprocess_cell(
            cell, resources, cell_index
        )
        return cleared


def preprocessors() -> list[type]:
    """Return nbgrader's preprocessors of ``generate_assignment``, plus :class:`ClearTasks`."""
    usual = GenerateAssignment.class_traits()["preprocessors"].default()
    return [ClearTasks if step is ClearSolutions else step for step in usual]


def release(notebook: NotebookNode) -> NotebookNode:
    """Return the version for students, without saving anything in nbgrader's database."""
    resources: Resources = {}
    for step in preprocessors():
        if step is not SaveCells:
            notebook, resources = step().preprocess(notebook, resources)
    return notebook


def _is_task(cell: NotebookNode) -> bool:
    """Tell whether a solution cell defines the function or class that its ``grade_id`` names."""
    if cell.cell_type != "code" or not utils.is_solution(cell):
        return False
    try:
        statements = ast.parse(cell.source).body
    except SyntaxError:
        return False
    names = [getattr(statement, "name", None) for statement in statements]
    return cell.metadata.nbgrader.grade_id in names
