"""Fill in the figures in the tables of README and docs: run ``python docs/make_totals.py``.

A table is known by the names of its columns, and a row by its assignment; all other cells are left
unchanged. Tasks, points and the numbers of misconceptions, mutants and variants are counted here;
what the checks made of them is in ``docs/figures.json``, which ``autograder verify --figures``
writes.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from autograder.authoring.misconception_check import planted
from autograder.authoring.mutant_check import mutants_of
from autograder.authoring.variant_check import variants
from autograder.course.root import Assignment, find_course

DOCS = Path(__file__).parent
FIGURES = DOCS / "figures.json"
PAGES = [
    DOCS.parent / "README.md",
    DOCS.parent / "README.ko.md",
    *sorted(DOCS.glob("feedback*.md")),
]
ALL = ("all", "전체")

Count = Callable[[str], float]


def counted(assignment: Assignment) -> dict[tuple[str, str], float]:
    """Count what an assignment has, by kind of check and name of the figure."""
    return {
        ("course", "tasks"): len(assignment.tasks),
        ("course", "points"): assignment.max_score,
        ("misconceptions", "planted"): len(planted(assignment)),
        ("mutants", "mutants"): len(mutants_of(assignment)),
        ("variants", "variants"): len(variants(assignment)),
    }


def measured(assignment: Assignment) -> dict[tuple[str, str], float]:
    """Return what the checks made of it when the figures were last measured."""
    kinds: Mapping[str, Mapping[str, Mapping[str, int]]] = json.loads(
        FIGURES.read_text(encoding="utf-8")
    )
    return {
        (kind, name): value
        for kind, of in kinds.items()
        for name, value in of.get(assignment.name, {}).items()
    }


# the columns of a table, in both languages, and what they show: (kind, figure), or None
COLUMNS = {
    ("students implement", "data", "tasks", "points"): (
        None, None, ("course", "tasks"), ("course", "points"),
    ),
    ("planted", "caught", "named", "wrongly named"): (
        ("misconceptions", "planted"), ("misconceptions", "caught"), ("misconceptions", "named"),
        ("misconceptions", "misnamed"),
    ),
    ("mutations", "caught", "equivalent", "unexplained"): (
        ("mutants", "mutants"), ("mutants", "killed"), ("mutants", "equivalent"),
        ("mutants", "surviving"),
    ),
    ("solutions", "wrongly failed"): (("variants", "variants"), ("variants", "failed")),
}  # fmt: skip
KOREAN = {
    ("작성할 것", "데이터", "세부 과제", "배점"): ("students implement", "data", "tasks", "points"),
    ("심은 것", "잡음", "이름을 맞힘", "이름이 틀림"): (
        "planted", "caught", "named", "wrongly named",
    ),
    ("변이", "잡음", "동등함", "설명되지 않음"): (
        "mutations", "caught", "equivalent", "unexplained",
    ),
    ("답", "잘못된 실패"): ("solutions", "wrongly failed"),
}  # fmt: skip


def figures() -> dict[str, dict[tuple[str, str], float]]:
    """Return the figures of each assignment by its number, and their sums."""
    sys.path.insert(0, str(DOCS.parent))
    found = {}
    for assignment in find_course(DOCS).assignments:
        own = measured(assignment) | counted(assignment)
        own["variants", "failed"] = own["variants", "variants"] - own["variants", "passed"]
        found[assignment.name[:2]] = own
    sums = {key: sum(each[key] for each in found.values()) for key in next(iter(found.values()))}
    return found | dict.fromkeys(ALL, sums)


def filled(page: str, known: Mapping[str, Mapping[tuple[str, str], float]]) -> str:
    """Return a page with the figures of its tables filled in."""
    columns: tuple[tuple[str, str] | None, ...] = ()
    lines = []
    for line in page.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line[:1] == "|" else []
        heads = tuple(cells[1:])
        columns = COLUMNS.get(KOREAN.get(heads, heads), columns if cells else ())
        row = re.sub(r"^`?(\d\d).*", r"\1", cells[0]) if cells else ""
        lines.append(_row(cells, columns, known[row]) if columns and row in known else line)
    return "\n".join(lines)


def _row(
    cells: list[str],
    columns: tuple[tuple[str, str] | None, ...],
    own: Mapping[tuple[str, str], float],
) -> str:
    shown = [
        cell if column is None else f"{own[column]:,g}"
        for cell, column in zip(cells[1:], columns, strict=True)
    ]
    return re.sub(r" +", " ", f"| {' | '.join([cells[0], *shown])} |")


if __name__ == "__main__":
    known = figures()
    for path in PAGES:
        path.write_text(filled(path.read_text(encoding="utf-8"), known), encoding="utf-8")
