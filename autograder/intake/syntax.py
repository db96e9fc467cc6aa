"""Tell the cells that Python can read from those that it cannot."""

import ast
import re
import warnings

import msgspec

from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.code import Cell
from autograder.intake.printable import printable

_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?\??[ \t]*)$", re.MULTILINE)
# the body of a cell below these is Python; below %%bash and the like it is not
_FOREIGN = re.compile(r"\s*(%%(?!time\b|timeit\b|capture\b|prun\b)\S*)")


def runnable(cell: Cell) -> Cell | None:
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
