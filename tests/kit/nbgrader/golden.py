"""The golden submissions as notebooks: the same code, in the cells of the released notebook."""

import re
import runpy
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat

_GOLDEN = runpy.run_path(str(Path(__file__).parents[1] / "golden" / "test_golden.py"))
_MARK = re.compile(r"^# %%.*\n")


def scripts(assignment: str, wanted: int, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the first so many golden submissions of an assignment, as scripts by their name.

    ``without`` are beginnings of the names that are left out.
    """
    goldens = [each for each in _GOLDEN["GOLDENS"] if each.assignment == assignment]
    kept = [each for each in goldens if not each.name.startswith(without)]
    return {each.name: _GOLDEN["assemble"](each) for each in kept[:wanted]}


def notebook(script: str, released: Any) -> Any:
    """Return a released notebook with the answers of a script, its other cells behind them."""
    filled = deepcopy(released)
    homes = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in filled.cells}
    known = "\n".join(cell.source for cell in released.cells)
    for task, part in _GOLDEN["cells"](script):
        source = _MARK.sub("", part).strip()
        if task:
            homes[task].source = source
        elif source and not part.startswith("# %% [markdown]") and source not in known:
            filled.cells.append(nbformat.v4.new_code_cell(source))
    return filled
