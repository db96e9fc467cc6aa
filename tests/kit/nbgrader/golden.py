"""The golden submissions as notebooks: the same code, in the cells of the released notebook."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat

from autograder.authoring.mistake_check import as_submission, cells, mistakes
from autograder.course.root import find_course

_MARK = re.compile(r"^# %%.*\n")


def scripts(name: str, wanted: int, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Return so many golden submissions of an assignment, as scripts by their name.

    ``without`` are beginnings of the names that are left out.
    """
    assignment = find_course(Path(__file__)).assignment(name)
    kept = [each for each in mistakes(assignment) if not each.name.startswith(without)]
    return {
        each.name: as_submission(assignment, each)
        for each in kept[:: max(1, len(kept) // wanted)][:wanted]
    }


def notebook(script: str, released: Any) -> Any:
    """Return a released notebook with the answers of a script, its other cells behind them."""
    filled = deepcopy(released)
    homes = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in filled.cells}
    known = "\n".join(cell.source for cell in released.cells)
    for task, part in cells(script):
        source = _MARK.sub("", part).strip()
        if task:
            homes[task].source = source
        elif source and not part.startswith("# %% [markdown]") and source not in known:
            filled.cells.append(nbformat.v4.new_code_cell(source))
    return filled
