"""What a student's notebook has lost or changed, in plain sentences."""

from collections.abc import Iterator, Sequence
from typing import Any

from autograder.gradebook.handed_in import Cell
from autograder.gradebook.marks import bare, is_solution, is_test, marks
from autograder.gradebook.matching import Match
from autograder.i18n import _

_FLAGS = ("grade", "solution", "locked", "task", "points")


def notes(released: Sequence[Any], cells: Sequence[Cell], found: Match) -> Iterator[str]:
    """Say what became of the marked cells.

    Parameters
    ----------
    released : sequence of NotebookNode
        The cells of the notebook as it was released.
    cells : sequence of Cell
        Those of the student's.
    found : Match
        Which is which.
    """
    if cells and not found.places:
        yield _("None of the cells is one of this notebook's. Is it the right file?")
        return
    texts = {bare(cell.source) for cell in cells}
    for original in released:
        if is_test(original) and bare(original.source) not in texts:
            text = _("The test cell `{name}` was changed or deleted; the original was put back.")
            yield text.format(name=marks(original)["grade_id"])
        if name := marks(original).get("grade_id"):
            twins = [cell for cell in cells if cell.grade_id == name]
            yield from _notes_on(original, name, twins)


def _notes_on(original: Any, name: str, twins: Sequence[Cell]) -> Iterator[str]:
    if is_solution(original) and len(twins) > 1:
        text = _("The cell of `{name}` is there {n} times; the last one with an answer counts.")
        yield text.format(name=name, n=len(twins))
    if any(_reflagged(cell, original) for cell in twins):
        text = _("The marks of the cell `{name}` were changed; the original ones count.")
        yield text.format(name=name)


def _reflagged(cell: Cell, original: Any) -> bool:
    right = marks(original)
    flags = [flag for flag in _FLAGS if flag in cell.marks]
    return cell.kind != original.cell_type or any(cell.marks[f] != right.get(f) for f in flags)
