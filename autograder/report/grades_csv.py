"""The table of a class for spreadsheets: ``grades.csv``."""

import csv
import io
from collections.abc import Sequence

from autograder.report.row import Row

# a spreadsheet takes a cell that starts so for a formula
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Sequence[Row], tasks: Sequence[str] = ()) -> str:
    """Write a row per student: points per task, score, maximum, isolation, data, remarks.

    Parameters
    ----------
    rows : sequence of Row
        The class.
    tasks : sequence of str
        The columns, by default the tasks of the first row; a row without a task has a blank there.
    """
    tasks = tasks or ([task.name for task in rows[0].tasks] if rows else [])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["student", *tasks, "score", "max_score", "isolation", "stand_in_data", "remarks"]
    )
    for row in rows:
        earned = {task.name: task.points for task in row.tasks}
        writer.writerow(
            [
                _harmless(row.student),
                *(earned.get(task, "") for task in tasks),
                row.score,
                row.max_score,
                row.isolation,
                bool(row.data and row.data.stand_in),
                _harmless(" | ".join([*row.overrides, *row.problems, *row.unchecked])),
            ]
        )
    return text.getvalue()


def _harmless(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
