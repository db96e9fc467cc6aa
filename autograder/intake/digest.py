"""Hash a student's code, whatever the file and the folder are called."""

import ast
import hashlib
import warnings
from collections.abc import Iterable, Iterator

from autograder.intake.code import Beside, Cell


def digest_of(cells: Iterable[Cell], beside: Iterable[Beside] = ()) -> str:
    """Hash the statements of cells that Python can read, and of the modules that they import.

    A script, a notebook and a notebook merged into the released one have the same hash if their
    code is the same: they differ in text and in imports. Everything else counts, or a student
    could change what runs and meet the same random inputs again.
    """
    modules = (Cell(each.source, 1, each.file) for each in beside)
    statements = sorted(set(_statements([*cells, *modules])))
    return hashlib.sha256("\0".join(statements).encode(errors="replace")).hexdigest()


def _statements(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        lines = cell.source.split("\n")
        try:
            body = _parsed(cell.source)
        except (RecursionError, MemoryError):  # so near Python's limit that depth here decides
            yield cell.source
            continue
        for node in body:
            if not isinstance(node, ast.Import | ast.ImportFrom) and not _is_text(node):
                own = lines[_first_line(node) - 1 : node.end_lineno]
                yield "\n".join(line.rstrip() for line in own)


def _parsed(source: str) -> list[ast.stmt]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of "\\d" and the like: it is the student's business
        return ast.parse(source).body


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
