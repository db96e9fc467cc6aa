"""A class as ``grades.csv``."""

import csv
import io
from collections.abc import Sequence

from autograder.report.row import Row

# a spreadsheet takes a cell that starts so for a formula
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Sequence[Row]) -> str:
    """Write a row a student: points per task, score, maximum, isolation, stand-in data, remarks."""
    tasks = [task.name for task in rows[0].tasks] if rows else []
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["student", *tasks, "score", "max_score", "isolation", "stand_in_data", "remarks"]
    )
    for row in rows:
        writer.writerow(
            [
                _harmless(row.student),
                *(task.points for task in row.tasks),
                row.score,
                row.max_score,
                row.isolation,
                bool(row.data and row.data.stand_in),
                _harmless(" | ".join(row.problems)),
            ]
        )
    return text.getvalue()


def _harmless(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
