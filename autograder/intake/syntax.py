"""Separate valid Python cells from invalid ones."""

import ast
import re
import warnings
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.code import Cell
from autograder.intake.untrusted import printable

_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?\??[ \t]*)$", re.MULTILINE)
_MAGIC_VALUE = re.compile(r"^([^=\n]*[^=!<>\n]=[ \t]*)[%!].*", re.MULTILINE)
# the body of a cell below these is Python; below %%bash and the like it is not
_FOREIGN = re.compile(r"\s*(%%(?!time\b|timeit\b|capture\b|prun\b)\S*)")

_DEFINITION = re.compile(
    r"^(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)", re.MULTILINE
)

# to read a letter of code can take the judge a kilobyte of memory and 10 µs: `x;x;x;x;...`
_MOST_CODE = 250_000
_COST_OF_A_CELL = 100


class SortedOut(NamedTuple):
    """Valid cells, and the problems of invalid cells and of the names they define."""

    cells: tuple[Cell, ...]
    problems: tuple[str, ...]
    lost: dict[str, str]


def sort_out(cells: Iterable[Cell]) -> SortedOut:
    """Separate the cells that can be run from those that cannot."""
    kept, problems, lost, left = [], [], dict[str, str](), _MOST_CODE
    for cell in cells:
        cost = len(cell.source) + _COST_OF_A_CELL
        if cost > left:
            problems.append(_too_much(cell))
            continue
        left -= cost
        try:
            usable = _runnable(cell)
        except KitError as problem:
            problems.append(str(problem))
            lost |= dict.fromkeys(defined(cell.source), str(problem))
        else:
            kept += [usable] if usable else []
    return SortedOut(tuple(kept), tuple(problems), lost)


def defined(source: str) -> set[str]:
    r"""Return the names that code defines at its top level, also if it is not valid Python.

    Examples
    --------
    >>> sorted(defined("eta = 0.1\ndef softmax(z):\n    e = 1"))
    ['eta', 'softmax']
    """
    return {name for names in _DEFINITION.findall(source) for name in names if name}


def _too_much(cell: Cell) -> str:
    text = _("{cell}: was left out: no more than {limit} KB of code are read")
    return text.format(cell=cell.label, limit=_MOST_CODE // 1000)


def _runnable(cell: Cell) -> Cell | None:
    """Return the runnable form of a cell; None if it contains no code.

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
            _("{cell}: the cell at line {line} was left out: Python cannot parse it").format(
                cell=cell.label, line=cell.first_line
            )
        ) from None
    return msgspec.structs.replace(cell, source=source) if tree.body else None


def _understand(source: str) -> tuple[str, ast.Module]:
    """Parse the source, if necessary without IPython's magics."""
    try:
        return source, _parse(source)
    except SyntaxError:
        plain = _MAGIC_VALUE.sub(r"\1None", _MAGIC.sub(r"\1pass", source))
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
        "{cell}, line {line}: not valid Python, so this cell was left out: {reason}\n    {code}"
    ).format(
        cell=cell.label,
        line=cell.first_line + position,
        reason=printable(error.msg),
        code=printable(lines[position].strip()),
    )
