"""Leave out of code the statements that Python cannot read, so that the others can be run."""

import ast
import re
import warnings
from typing import NamedTuple

_MOST_FAULTS = 20
# of one submission: to read a letter of code can take the judge 10 µs
MOST_LETTERS_AGAIN = 500_000
# the message names where the statement begins that is at fault: `for x in y:` without a body
_FROM = re.compile(r"\bon line (\d+)\b")
# a line at the margin that goes on with the statement above it
_GOES_ON = re.compile(r"[)\]}]|(?:else|elif|except|finally)\b")


class Fault(NamedTuple):
    """A statement that was left out: its lines, counted from 0, where and why."""

    start: int
    end: int
    line: int
    reason: str


class Salvaged(NamedTuple):
    """Code that can be read, each statement in its line still, and what was left out."""

    source: str
    tree: ast.Module
    faults: tuple[Fault, ...]


def salvaged(source: str, letters: int = MOST_LETTERS_AGAIN) -> Salvaged:
    """Leave out what cannot be read, statement by statement.

    Parameters
    ----------
    source : str
        The code.
    letters : int
        How many of them may be read again.

    Raises
    ------
    SyntaxError
        Nothing is left, or there is too much of it; the error is the first.
    MemoryError, RecursionError, ValueError
        Python cannot read it at all.
    """
    lines = source.split("\n")
    faults: list[Fault] = []
    first: SyntaxError | None = None
    while True:
        try:
            tree = parsed("\n".join(lines))
        except SyntaxError as error:
            first = first or error
            letters -= len(source)
            if len(faults) == _MOST_FAULTS or letters < 0:
                raise first from None
            fault = _fault(lines, error)
            faults.append(fault)
            lines[fault.start : fault.end] = [""] * (fault.end - fault.start)
            if not any(line.strip() for line in lines):
                raise first from None
        else:
            if faults and not tree.body:
                assert first is not None
                raise first
            return Salvaged("\n".join(lines), tree, tuple(faults))


def parsed(source: str) -> ast.Module:
    """Parse code."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of "\d" and the like: it is the student's business
        return ast.parse(source)


def _fault(lines: list[str], error: SyntaxError) -> Fault:
    """Find the statement at the top level that an error is in."""
    reason = error.msg or ""
    # at an unexpected end Python may name the line after the last
    line = min(max(error.lineno or 1, 1), len(lines)) - 1
    while line and not lines[line].strip():  # nothing is left there: it is about the line above
        line -= 1
    origin = _FROM.search(reason)
    earliest = min(line, int(origin[1]) - 1) if origin else line
    last = earliest if reason.startswith("expected an indented block") else line
    start = next((n for n in range(earliest, -1, -1) if _begins(lines[n])), 0)
    while start and lines[start - 1].startswith("@"):
        start -= 1
    end = last + 1
    while end < len(lines) and not _begins(lines[end]):
        end += 1
    return Fault(start, end, line, reason)


def _begins(line: str) -> bool:
    """Tell whether a statement begins with a line."""
    return bool(line) and not line[0].isspace() and line[0] != "#" and not _GOES_ON.match(line)
