"""What nbgrader's marks in a notebook mean."""

from typing import Any

# the kit's own metadata of cells and notebooks: nbgrader refuses keys that it does not know in its
NAMESPACE = "autograder"


def marks(cell: Any) -> dict[str, Any]:
    """Return nbgrader's metadata of a released cell; empty for a cell that has none."""
    found: dict[str, Any] = cell.metadata.get("nbgrader", {})
    return found


def is_solution(cell: Any) -> bool:
    """Tell whether a student's answer belongs in this cell."""
    return bool(marks(cell).get("solution"))


def is_test(cell: Any) -> bool:
    """Tell whether this is a test cell: code that gives points and is no answer."""
    return cell.cell_type == "code" and bool(marks(cell).get("grade")) and not is_solution(cell)


def bare(source: str) -> str:
    """Return a source without the space that editors add or drop, to compare it with another."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
