"""Separate valid Python cells from invalid ones."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from autograder.i18n import _
from autograder.intake.code import Cell
from autograder.intake.salvage import MOST_LETTERS_AGAIN, Fault, Salvaged, parsed, salvaged
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
    """Part what can be run from what cannot."""
    kept, problems, lost = [], [], dict[str, str]()
    left, again = _MOST_CODE, MOST_LETTERS_AGAIN
    for cell in cells:
        cost = len(cell.source) + _COST_OF_A_CELL
        if cost > left:
            problems.append(_too_much(cell))
            continue
        left -= cost
        usable, told = _usable(cell, again)
        again -= len(told) * len(cell.source)
        kept += [usable] if usable else []
        for problem, names in told:
            problems.append(problem)
            lost |= dict.fromkeys(names, problem)
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


def _usable(cell: Cell, letters: int) -> tuple[Cell | None, list[tuple[str, set[str]]]]:
    """Return what of a cell can be run, and each problem with the names that it costs."""
    if foreign := _FOREIGN.match(cell.source):
        text = _("{cell}: was left out: below `{magic}` it is not run as Python")
        problem = text.format(cell=cell.label, magic=printable(foreign[1]))
        return None, [(problem, defined(cell.source))]
    try:
        source, tree, faults = _understood(cell.source, letters)
    except SyntaxError as error:
        return None, [(_syntax_problem(cell, error), defined(cell.source))]
    except (MemoryError, RecursionError, ValueError):
        text = _("{cell}: the cell at line {line} was left out: Python cannot parse it")
        problem = text.format(cell=cell.label, line=cell.first_line)
        return None, [(problem, defined(cell.source))]
    told = [_left_out(cell, fault) for fault in faults]
    return (msgspec.structs.replace(cell, source=source) if tree.body else None), told


def _understood(source: str, letters: int) -> Salvaged:
    """Parse the source, if need be without IPython's magics and invalid statements."""
    try:
        return Salvaged(source, parsed(source), ())
    except SyntaxError:
        plain = _MAGIC_VALUE.sub(r"\1None", _MAGIC.sub(r"\1pass", source))
        return salvaged(plain, letters)


def _left_out(cell: Cell, fault: Fault) -> tuple[str, set[str]]:
    lines = cell.source.split("\n")
    text = _(
        "{cell}, line {line}: not valid Python, so this statement was left out: {reason}\n"
        "    {code}"
    )
    problem = text.format(
        cell=cell.label,
        line=cell.first_line + fault.line,
        reason=printable(fault.reason),
        code=printable(lines[fault.line].strip()),
    )
    return problem, defined("\n".join(lines[fault.start : fault.end]))


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
