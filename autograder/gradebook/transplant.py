"""Put a student's answers into the notebook as it was released.

Whatever a student does to cells, marks and tests: what is graded is the released notebook with
the student's code in it. Nothing can be lost that way, and nothing won.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from autograder.gradebook.handed_in import Cell, HandedIn
from autograder.gradebook.harmless import harmless
from autograder.gradebook.marks import NAMESPACE, bare, is_solution, marks
from autograder.gradebook.matching import Match, match
from autograder.gradebook.notes import notes
from autograder.gradebook.outputs import Outputs
from autograder.i18n import _
from autograder.intake.syntax import defined


def transplant(released: Any, handed_in: HandedIn) -> Any:
    """Return the released notebook with a student's answers and own cells in it.

    Parameters
    ----------
    released : NotebookNode
        As nbgrader's ``generate_assignment`` wrote it; it is left as it is.
    handed_in : HandedIn
        What the student handed in.

    Returns
    -------
    NotebookNode
        Its metadata under ``autograder`` hold ``file``, the name of what was handed in, ``notes``,
        sentences on what was repaired, and ``answers``, the number of solution cells that are not
        as they were released. A student's cell has ``cell`` there, its number in the file.
    """
    notebook = deepcopy(released)
    stubs = {marks(o)["grade_id"]: o.source for o in released.cells if is_solution(o)}
    found = match(released.cells, handed_in.cells)
    for position, cell in found.answers.items():
        _answer(notebook.cells[position], cell)
    notebook.cells = list(_with_own(notebook.cells, handed_in.cells, found))
    told = [*notes(released.cells, handed_in.cells, found), *_elsewhere(notebook.cells, stubs)]
    notebook.metadata[NAMESPACE] = {
        "file": handed_in.name,
        "notes": [*handed_in.notes, *told],
        "answers": sum(
            cell.source != stubs[marks(cell)["grade_id"]]
            for cell in notebook.cells
            if is_solution(cell)
        ),
    }
    return notebook


def _answer(target: Any, cell: Cell) -> None:
    """Write a student's answer into the cell where it belongs."""
    target.metadata[NAMESPACE] = {"cell": cell.number}
    if bare(target.source) == bare(cell.source):
        return  # exactly as released, or nbgrader would not see that there is no response
    if target.cell_type == "code":
        target.source = cell.source
    else:
        target.update(harmless(cell))


def _with_own(originals: Sequence[Any], cells: Sequence[Cell], found: Match) -> Iterator[Any]:
    """Yield the released cells, each with the student's own ones that follow it."""
    following: dict[int, list[Any]] = {}
    place, outputs = -1, Outputs()
    for cell in cells:
        place = found.places.get(cell.number, place)
        if cell.number in found.own:
            following.setdefault(place, []).append(_own(cell, outputs))
    yield from following.get(-1, ())
    for position, original in enumerate(originals):
        yield original
        yield from following.get(position, ())


def _own(cell: Cell, outputs: Outputs) -> Any:
    from nbformat import v4

    common = {"id": f"own-{cell.number}", "metadata": {NAMESPACE: {"cell": cell.number}}}
    if cell.kind == "code":
        return v4.new_code_cell(cell.source, outputs=outputs.shown(cell.outputs), **common)
    return v4.new_markdown_cell(**harmless(cell), **common)


def _elsewhere(cells: Sequence[Any], stubs: Mapping[str, str]) -> Iterator[str]:
    """Say where answers are that are not in their own cells, where a stub would undo them."""
    for cell in cells:
        if not is_solution(cell) or cell.source != stubs[marks(cell)["grade_id"]]:
            continue
        name = marks(cell)["grade_id"]
        wanted = defined(cell.source)
        holders = [
            other.metadata[NAMESPACE]["cell"]
            for other in cells
            if other is not cell
            and NAMESPACE in other.metadata
            and other.cell_type == "code"
            and wanted & defined(other.source)
        ]
        if holders:
            text = _("`{name}` was found in cell {number}, not in its own.")
            told = text.format(name=name, number=holders[-1])
            cell.source = f"# {told}"
            yield told
        elif NAMESPACE not in cell.metadata:
            yield _("The cell of `{name}` is missing.").format(name=name)
