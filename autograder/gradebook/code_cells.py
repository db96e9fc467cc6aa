"""The code of a merged notebook, as the judge runs it."""

import ast
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from autograder.gradebook.imports import importing_nbgrader
from autograder.gradebook.released import NAMESPACE, is_solution, is_test, nbgrader_metadata
from autograder.i18n import _
from autograder.intake import Cell, Code, Submission
from autograder.intake.digest import digest_of
from autograder.intake.syntax import sort_out
from autograder.report.model import Report, Status

# the names that IPython provides; `%matplotlib` and `!pip` then do nothing
_IPYTHON = Cell(
    "import builtins as _builtins\n"
    "_builtins.display = print\n"
    "_builtins.get_ipython = lambda: type('IPython', (), {\n"
    "    '__getattr__': lambda self, name: lambda *arguments, **options: None})()\n"
    "del _builtins\n",
    1,
    "IPython",
)
_KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_STOPPED = (Status.TIMED_OUT, Status.CRASHED)


class Attempts:
    """Attempts to grade one notebook, each with less of the cells that the student added.

    Parameters
    ----------
    student : str
        The student's id.
    notebook : NotebookNode
        As :func:`autograder.gradebook.merge.merge_submission` returns it.
    """

    def __init__(self, student: str, notebook: Any) -> None:
        self._student = student
        self._codes = list(reduced_codes(code_of(notebook), notebook))
        self._reasons: list[str] = []

    @property
    def submission(self) -> Submission:
        """The submission to grade next."""
        return Submission(student=self._student, path=None, code=self._codes[0])

    def settle(self, report: Report) -> Report | None:
        """Return the final report, with the reasons of all attempts; None if another one is due."""
        code, *left = self._codes
        if left and all(task.status in _STOPPED for task in report.tasks):
            self._codes = left
            self._reasons += report.problems[len(code.problems) :]
            return None
        known = [problem for problem in report.problems if problem not in self._reasons]
        return msgspec.structs.replace(report, problems=(*self._reasons, *known))


def code_of(notebook: Any) -> Code:
    """Return the code cells of a merged notebook in their order, without its test cells.

    Cells that cannot be run are left out, and named in ``problems`` after the notes of the merge.
    The digest is that of the code alone.
    """
    notes = notebook.metadata[NAMESPACE]["notes"]
    usable, problems, lost = sort_out(_cells(notebook))
    return Code((_IPYTHON, *usable), digest_of(usable), (*notes, *problems), lost)


def reduced_codes(code: Code, notebook: Any) -> Iterator[Code]:
    """Yield the whole code, and then less and less of the cells that the student added.

    First everything but their imports, definitions and constants is left out, then all of them.
    """
    yield code
    added = {_label(cell, notebook) for cell in notebook.cells if _is_added(cell)}
    if not added:
        return
    cells = [_reduced(cell) if cell.label in added else cell for cell in code.cells]
    note = _("Of the cells that you added, only imports, definitions and constants were run.")
    yield _replaced(code, cells, note)
    cells = [cell for cell in code.cells if cell.label not in added]
    yield _replaced(code, cells, _("The cells that you added were not run."))


def _replaced(code: Code, cells: Sequence[Cell], note: str) -> Code:
    return msgspec.structs.replace(code, cells=tuple(cells), problems=(*code.problems, note))


def _cells(notebook: Any) -> Iterator[Cell]:
    for cell in notebook.cells:
        if cell.cell_type == "code" and not is_test(cell) and not _is_unanswered(cell):
            yield Cell(cell.source, 1, _label(cell, notebook))


def _is_unanswered(cell: Any) -> bool:
    """Tell whether a manually graded answer is still the stub, which would only raise."""
    if not (is_solution(cell) and nbgrader_metadata(cell).get("grade")):
        return False
    with importing_nbgrader():
        from nbgrader.utils import compute_checksum
    return bool(nbgrader_metadata(cell).get("checksum") == compute_checksum(cell))


def _label(cell: Any, notebook: Any) -> str:
    number = cell.metadata.get(NAMESPACE, {}).get("cell")
    if number is None:
        return _("the given cell `{name}`").format(name=cell.get("id", ""))
    file = notebook.metadata[NAMESPACE]["file"]
    return _("cell {number} of {file}").format(number=number, file=file)


def _is_added(cell: Any) -> bool:
    return cell.cell_type == "code" and NAMESPACE in cell.metadata and not is_solution(cell)


def _reduced(cell: Cell) -> Cell:
    lines = cell.source.split("\n")
    kept = [""] * len(lines)  # each line keeps its number
    for statement in ast.parse(cell.source).body:
        if isinstance(statement, _KEPT) or _is_constant(statement):
            decorators = [each.lineno for each in getattr(statement, "decorator_list", ())]
            first = min([statement.lineno, *decorators]) - 1
            kept[first : statement.end_lineno] = lines[first : statement.end_lineno]
    return msgspec.structs.replace(cell, source="\n".join(kept))


def _is_constant(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Assign):
        return False
    try:
        ast.literal_eval(statement.value)
    except ValueError:
        return False
    return True
