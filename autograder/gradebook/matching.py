"""Which cell of a student's notebook is which of the released one's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.gradebook.handed_in import Cell
from autograder.gradebook.marks import bare, is_solution, marks
from autograder.intake.syntax import defined


@dataclass(frozen=True)
class Match:
    """The cells of two notebooks, side by side.

    Attributes
    ----------
    answers : dict of int to Cell
        What the student has in a solution cell, by that cell's position in the released notebook.
    places : dict of int to int
        Position in the released notebook by number of the student's cell, for cells that have the
        same text or the same mark.
    own : frozenset of int
        Numbers of the cells that hold what is in no released cell.
    """

    answers: dict[int, Cell]
    places: dict[int, int]
    own: frozenset[int]


def match(released: Sequence[Any], cells: Sequence[Cell]) -> Match:
    """Find the released cells in a student's notebook: by text, by nbgrader's mark, by cell id."""
    texts = {bare(original.source): n for n, original in enumerate(released)}
    places = {cell.number: texts[bare(cell.source)] for cell in cells if bare(cell.source) in texts}
    strange = {cell.number for cell in cells if cell.source.strip()} - places.keys()
    answers: dict[int, Cell] = {}
    for position, original in enumerate(released):
        twins = _twins(original, cells)
        places |= {cell.number: position for cell in twins}
        if is_solution(original) and twins:
            answers[position] = max(twins, key=lambda cell: _merit(cell, original))
    chosen = {cell.number for cell in answers.values()}
    return Match(answers, places, frozenset(strange - chosen))


def _twins(original: Any, cells: Sequence[Cell]) -> list[Cell]:
    name = marks(original).get("grade_id")
    if name is None:
        return []
    marked = [cell for cell in cells if cell.grade_id == name]
    return marked or [
        cell
        for cell in cells
        if cell.grade_id is None and cell.identity == original.get("id", name)
    ]


def _merit(cell: Cell, original: Any) -> tuple[bool, bool, int]:
    """Of several copies of a cell the last counts that has the answer in it."""
    changed = bare(cell.source) != bare(original.source)
    complete = bool(defined(original.source) & defined(cell.source))
    return changed and complete, changed, cell.number
