"""A class as ``grades.csv``."""

import csv
import io
from collections.abc import Sequence

from autograder.report.model import Report

# a spreadsheet takes a cell that starts so for a formula
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(reports: Sequence[Report]) -> str:
    """Write a row a student: points per task, score, maximum, isolation, stand-in data, remarks."""
    tasks = [task.name for task in reports[0].tasks] if reports else []
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["student", *tasks, "score", "max_score", "isolation", "stand_in_data", "remarks"]
    )
    for report in reports:
        writer.writerow(
            [
                _harmless(report.student),
                *(task.points for task in report.tasks),
                report.score,
                report.max_score,
                report.isolation,
                bool(report.data and report.data.stand_in),
                _harmless(" | ".join(report.problems)),
            ]
        )
    return text.getvalue()


def _harmless(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
