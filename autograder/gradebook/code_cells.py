"""The code of a merged notebook, as the judge runs it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from autograder.gradebook.imports import importing_nbgrader
from autograder.gradebook.released import BESIDE, NAMESPACE, is_solution, is_test, nbgrader_metadata
from autograder.i18n import _
from autograder.intake import Beside, Cell, Code
from autograder.intake.digest import digest_of
from autograder.intake.syntax import sort_out


def code_of(notebook: Any) -> Code:
    """Return the code cells of a merged notebook in their order, without its test cells.

    Cells that cannot be run are left out, and named in ``problems`` after the notes of the merge.
    The digest is that of the code alone.
    """
    notes = notebook.metadata[NAMESPACE]["notes"]
    usable, problems, lost = sort_out(list(_cells(notebook)))
    kept = notebook.metadata[NAMESPACE].pop(BESIDE, [])
    beside = tuple(msgspec.convert(kept, list[Beside]))
    return Code(usable, digest_of(usable, beside), (*notes, *problems), lost, beside)


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
