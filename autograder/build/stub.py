"""Turn the model answer into the file that a student starts from."""

import ast
from collections.abc import Sequence
from pathlib import Path

from autograder.build.cells import TaskCell, require_solutions, task_cells
from autograder.build.regions import Region, fault, find_regions
from autograder.errors import KitError
from autograder.i18n import _

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def stub(source: str, tasks: Sequence[str], file: Path) -> str:
    """Return the source with each solution replaced by ``raise NotImplementedError``.

    Parameters
    ----------
    source : str
        The model answer, in percent format with one cell a task.
    tasks : sequence of str
        Names of the tasks; each is a function or a class of that name.
    file : Path
        The name of the source in messages.

    Raises
    ------
    KitError
        naming file and line, when a marker is wrong or when cells and tasks do not agree.
    """
    return _stripped(source, task_cells(source, tasks, file), file)


def cell_stub(source: str, task: str, file: Path) -> str:
    """Return the source of one task's cell, as a notebook holds it, without its solutions.

    Raises
    ------
    KitError
        as :func:`stub` does.
    """
    return _stripped(source, [TaskCell(task, 0, source.count("\n") + 1)], file)


def _stripped(source: str, cells: Sequence[TaskCell], file: Path) -> str:
    lines = source.split("\n")
    regions = find_regions(lines, file)
    require_solutions(cells, regions, file)
    definitions = [node for node in ast.walk(_parse(source, file)) if isinstance(node, _Definition)]
    # from the bottom up, so that the numbers of the lines above stay true
    for region in reversed(regions):
        name = _qualified_name(definitions, region, cells, file)
        sentence = f'{region.indentation}raise NotImplementedError("{name}: not written yet")'
        lines[region.begin - 1 : region.end] = [sentence]
    text = "\n".join(lines)
    _require_python(text, file)
    return text


def _require_python(text: str, file: Path) -> None:
    try:
        ast.parse(text)
    except SyntaxError as error:
        problem = _("{file}: without its solutions this is not valid Python: {reason}: {code}")
        code = (error.text or "").strip()
        raise KitError(problem.format(file=file, reason=error.msg, code=code)) from None


def _parse(source: str, file: Path) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError as error:
        problem = _("not valid Python: {reason}").format(reason=error.msg)
        raise fault(file, error.lineno or 1, problem) from None


def _qualified_name(
    definitions: Sequence[_Definition], region: Region, cells: Sequence[TaskCell], file: Path
) -> str:
    """Name the function around a solution: ``softmax``, ``SingleLayer.fit``."""
    around = [node for node in definitions if _encloses(node, region)]
    if not around or isinstance(around[-1], ast.ClassDef):
        raise fault(file, region.begin, _("this solution is not inside a function"))
    task = next(cell.task for cell in cells if cell.holds(region))
    if around[0].name != task:
        problem = _("this solution is inside `{name}`, but the cell belongs to `{task}`")
        raise fault(file, region.begin, problem.format(name=around[0].name, task=task))
    return ".".join(node.name for node in around)


def _encloses(node: _Definition, region: Region) -> bool:
    return node.lineno < region.begin and region.last_code <= (node.end_lineno or 0)
