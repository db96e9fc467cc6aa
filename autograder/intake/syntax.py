"""Tell the cells that Python can read from those that it cannot."""

import ast
import re
import warnings
from collections.abc import Iterable

import msgspec

from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.code import Cell
from autograder.intake.printable import printable

_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?\??[ \t]*)$", re.MULTILINE)
# the body of a cell below these is Python; below %%bash and the like it is not
_FOREIGN = re.compile(r"\s*(%%(?!time\b|timeit\b|capture\b|prun\b)\S*)")


# to read a letter of code can take the judge a kilobyte of memory and 10 µs: `x;x;x;x;...`
_MOST_CODE = 250_000
_COST_OF_A_CELL = 100


def sort_out(cells: Iterable[Cell]) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
    """Part the cells that can be run from the problems of those that cannot."""
    kept, problems, left = [], [], _MOST_CODE
    for cell in cells:
        try:
            left -= _cost(cell, left)
            usable = _runnable(cell)
        except KitError as problem:
            problems.append(str(problem))
            continue
        if usable:
            kept.append(usable)
    return tuple(kept), tuple(problems)


def _cost(cell: Cell, left: int) -> int:
    """Return how much of what is left to read a cell takes; KitError where it is too much."""
    cost = len(cell.source) + _COST_OF_A_CELL
    if cost > left:
        text = _("{cell}: was left out: no more than {limit} KB of code are read")
        raise KitError(text.format(cell=cell.label, limit=_MOST_CODE // 1000))
    return cost


def _runnable(cell: Cell) -> Cell | None:
    """Return the cell as it can be run, None when it holds no code.

    Raises
    ------
    KitError
        when it is not Python, with the line at fault.
    """
    if foreign := _FOREIGN.match(cell.source):
        raise KitError(
            _("{cell}: was left out: below `{magic}` it is not run as Python").format(
                cell=cell.label, magic=printable(foreign[1])
            )
        )
    try:
        source, tree = _understand(cell.source)
    except SyntaxError as error:
        raise KitError(_syntax_problem(cell, error)) from None
    except (MemoryError, RecursionError, ValueError):
        raise KitError(
            _("{cell}: the cell at line {line} was left out: Python cannot read it").format(
                cell=cell.label, line=cell.first_line
            )
        ) from None
    return msgspec.structs.replace(cell, source=source) if tree.body else None


def _understand(source: str) -> tuple[str, ast.Module]:
    """Parse the source as it is, or else without IPython's magics."""
    try:
        return source, _parse(source)
    except SyntaxError:
        plain = _MAGIC.sub(r"\1pass", source)
        return plain, _parse(plain)


def _parse(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of "\d" and the like: it is the student's business
        return ast.parse(source)


def _syntax_problem(cell: Cell, error: SyntaxError) -> str:
    lines = cell.source.split("\n")
    # at an unexpected end Python may name the line after the last
    position = min(error.lineno or 1, len(lines)) - 1
    return _(
        "{cell}, line {line}: this is not valid Python, so this cell was left out: {reason}\n"
        "    {code}"
    ).format(
        cell=cell.label,
        line=cell.first_line + position,
        reason=printable(error.msg),
        code=printable(lines[position].strip()),
    )
