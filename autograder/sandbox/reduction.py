"""Less and less of a student's code, for when it does not survive being loaded as a whole."""

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec

from autograder.i18n import _
from autograder.intake import Cell
from autograder.worker.statements import bound_by, is_definition

_TRIPLE = 3


def less_and_less(
    cells: Sequence[Cell], tasks: Collection[str]
) -> Iterator[tuple[Sequence[Cell], str]]:
    """Yield what may be tried once the whole did not work, and a sentence on it.

    First imports, definitions and constants; then the same of those cells alone that define a
    task, and all imports.

    Parameters
    ----------
    cells : sequence of Cell
        The code.
    tasks : collection of str
        Names of the tasks.
    """
    definitions = [_keeping(cell, is_definition) for cell in cells]
    if not defines_something(definitions):
        return
    yield definitions, _("Only the imports, definitions and constants of your code were run.")
    if not tasks:
        return
    needed = [cell if _defines(cell, tasks) else _keeping(cell, _is_import) for cell in definitions]
    if needed != definitions:
        yield needed, _("Only the imports and the cells that define a task were run.")


def defines_something(cells: Sequence[Cell]) -> bool:
    """Return whether there is more in the code than imports."""
    statements = (each for cell in cells for each in ast.parse(cell.source).body)
    return any(is_definition(each) and not _is_import(each) for each in statements)


def without(cells: Sequence[Cell], skipped: Sequence[Any]) -> Sequence[Cell]:
    """Return cells with some lines blanked, so that the others keep their numbers.

    Parameters
    ----------
    cells : sequence of Cell
        The code.
    skipped : sequence
        Label, first and last line; from a worker, so they may be anything.
    """
    places = [each for each in skipped if _is_place(each)]
    return [_blanked(cell, places) for cell in cells] if places else cells


def _is_place(value: Any) -> bool:
    if not isinstance(value, list | tuple) or len(value) != _TRIPLE:
        return False
    label, first, last = value
    return isinstance(label, str) and isinstance(first, int) and isinstance(last, int)


def _blanked(cell: Cell, places: Sequence[tuple[str, int, int]]) -> Cell:
    lines = cell.source.split("\n")
    for label, first, last in places:
        start, end = first - cell.first_line, last - cell.first_line + 1
        if label == cell.label and 0 <= start < end <= len(lines):
            lines[start:end] = [""] * (end - start)
    return msgspec.structs.replace(cell, source="\n".join(lines))


def _keeping(cell: Cell, wanted: Any) -> Cell:
    lines = cell.source.split("\n")
    kept = [""] * len(lines)  # each line keeps its number
    for statement in ast.parse(cell.source).body:
        if wanted(statement):
            decorators = [each.lineno for each in getattr(statement, "decorator_list", ())]
            first = min([statement.lineno, *decorators]) - 1
            kept[first : statement.end_lineno] = lines[first : statement.end_lineno]
    return msgspec.structs.replace(cell, source="\n".join(kept))


def _defines(cell: Cell, tasks: Collection[str]) -> bool:
    body = ast.parse(cell.source).body
    return any(name in tasks for statement in body for name in bound_by(statement))


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Import | ast.ImportFrom)
