"""Find the regions between ``### BEGIN SOLUTION`` and ``### END SOLUTION``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
# a marker that is spelled a little differently would publish the solution
_ALMOST = re.compile(r"(begin|end)[\W_]*solution", re.IGNORECASE)


@dataclass(frozen=True)
class Region:
    """A solution: the 1-based numbers of its marker lines and its last line of code."""

    begin: int
    end: int
    last_code: int
    indentation: str


def fault(file: Path, line: int, problem: str) -> KitError:
    """Return an error that names a line of an assignment's source."""
    return KitError(
        _("{file}: line {line}: {problem}").format(file=file, line=line, problem=problem)
    )


def find_regions(lines: Sequence[str], file: Path) -> list[Region]:
    """Return the solution regions of a source from top to bottom.

    Raises
    ------
    KitError
        naming file and line of a marker that is nested, unclosed, unopened or misspelled, and of a
        region that holds no code.
    """
    regions: list[Region] = []
    begin: int | None = None
    for number, line in enumerate(lines, start=1):
        marker = line.strip()
        if marker == BEGIN:
            if begin is not None:
                raise fault(file, number, _nested(begin))
            begin = number
        elif marker == END:
            if begin is None:
                raise fault(file, number, _("this END has no BEGIN above it"))
            regions.append(_region(lines, begin, number, file))
            begin = None
        elif _ALMOST.search(line):
            raise fault(file, number, _misspelled())
    if begin is not None:
        raise fault(file, begin, _("this BEGIN has no END below it"))
    return regions


def _region(lines: Sequence[str], begin: int, end: int, file: Path) -> Region:
    indentation = _indentation(lines[begin - 1])
    if _indentation(lines[end - 1]) != indentation:
        raise fault(file, end, _askew(begin))
    code = [number for number in range(begin + 1, end) if _is_code(lines[number - 1])]
    if not code:
        raise fault(file, begin, _("this solution contains no code"))
    return Region(begin, end, code[-1], indentation)


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _nested(begin: int) -> str:
    return _("this BEGIN is inside the solution that began in line {line}").format(line=begin)


def _askew(begin: int) -> str:
    return _("this END is not indented like the BEGIN in line {line}").format(line=begin)


def _misspelled() -> str:
    return _("not a marker: write {begin} or {end}, alone in its line").format(begin=BEGIN, end=END)
