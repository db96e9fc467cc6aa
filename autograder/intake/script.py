"""Cut a Python file in percent format into its cells."""

import re
from itertools import pairwise

from autograder.intake.code import Cell

_MARKER = re.compile(r"#\s*%%")


def script_cells(text: str, label: str) -> list[Cell]:
    """Cut a script at its ``# %%`` lines; a script without any is one cell.

    Cells marked as text stay in: they are comments, and code that a student wrote below such a
    mark is code all the same.
    """
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    return [
        Cell(source="\n".join(lines[start:end]), first_line=start + 1, label=label)
        for start, end in pairwise(sorted({0, *marks, len(lines)}))
    ]
