"""From the notebook that is graded to the code that the judge runs."""

import ast
import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from autograder.gradebook.marks import NAMESPACE, is_solution, is_test, marks
from autograder.gradebook.start import importing_nbgrader
from autograder.i18n import _
from autograder.intake import Cell, Code
from autograder.intake.syntax import sort_out

# what IPython puts at hand; below it `%matplotlib` and `!pip` do no work, and no harm
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


def code_of(notebook: Any) -> Code:
    """Return the code cells of a repaired notebook in their order, without its test cells.

    What cannot be run is left out, and named in ``problems`` after the notes of the repair. The
    digest is that of the code alone.
    """
    notes = notebook.metadata[NAMESPACE]["notes"]
    cells = list(_cells(notebook))
    usable, problems, lost = sort_out(cells)
    digest = hashlib.sha256(json.dumps([cell.source for cell in cells]).encode()).hexdigest()
    return Code((_IPYTHON, *usable), digest, (*notes, *problems), lost)


def less_and_less(code: Code, notebook: Any) -> Iterator[Code]:
    """Yield the code as it is, and then with less and less of the cells that the student added.

    First they lose what is no import, definition or constant, then they are left out.
    """
    yield code
    own = {_label(cell, notebook) for cell in notebook.cells if _is_own(cell)}
    if not own:
        return
    cells = [_reduced(cell) if cell.label in own else cell for cell in code.cells]
    note = _("Of the cells that you added only imports, definitions and constants were run.")
    yield _replaced(code, cells, note)
    cells = [cell for cell in code.cells if cell.label not in own]
    yield _replaced(code, cells, _("The cells that you added were not run."))


def _replaced(code: Code, cells: Sequence[Cell], note: str) -> Code:
    return msgspec.structs.replace(code, cells=tuple(cells), problems=(*code.problems, note))


def _cells(notebook: Any) -> Iterator[Cell]:
    for cell in notebook.cells:
        if cell.cell_type == "code" and not is_test(cell) and not _is_unanswered(cell):
            yield Cell(cell.source, 1, _label(cell, notebook))


def _is_unanswered(cell: Any) -> bool:
    """Tell whether an answer for a person to grade is as it was handed out: it would but raise."""
    if not (is_solution(cell) and marks(cell).get("grade")):
        return False
    with importing_nbgrader():
        from nbgrader.utils import compute_checksum
    return bool(marks(cell).get("checksum") == compute_checksum(cell))


def _label(cell: Any, notebook: Any) -> str:
    number = cell.metadata.get(NAMESPACE, {}).get("cell")
    if number is None:
        return _("the given cell `{name}`").format(name=cell.get("id", ""))
    file = notebook.metadata[NAMESPACE]["file"]
    return _("cell {number} of {file}").format(number=number, file=file)


def _is_own(cell: Any) -> bool:
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
