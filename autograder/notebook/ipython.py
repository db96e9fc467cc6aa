"""IPython: where ``check`` is called from, and the cells that were run."""

import ast
import sys
import warnings
from pathlib import Path
from typing import Any

from autograder.i18n import _
from autograder.intake.code import Cell
from autograder.intake.syntax import defined
from autograder.intake.untrusted import printable


def shell() -> Any | None:
    """Return IPython's shell, or None in plain Python, without importing IPython."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def in_kernel() -> bool:
    """Whether there is a front end that shows HTML."""
    return getattr(shell(), "kernel", None) is not None


def newest_cell_of(task: str) -> Cell | None:
    """Return the last cell that was run and defines a task, successful or not.

    None if there is none, or there are no cells: in plain Python.
    """
    for number, source in reversed(_numbered()):
        if task in defined(source):
            return Cell(source, first_line=1, label=f"In[{number}]")
    return None


def number_of(source: str) -> int | None:
    """Return the execution number of a cell's last run; None if there is none."""
    lines = source.splitlines()
    return next(
        (number for number, cell in reversed(_numbered()) if cell.splitlines() == lines), None
    )


def cell_name(file: str, lines: list[str]) -> str:
    """Name a cell as IPython counts it, and anything else by its file's name."""
    compiler: Any = getattr(shell(), "compile", None)
    if hasattr(compiler, "format_code_name") and (named := compiler.format_code_name(file)):
        return str(named[1])
    number = number_of("".join(lines))
    return f"In[{number}]" if number else Path(file).name


def syntax_problem(cell: Cell) -> str | None:
    """Report the syntax error of a cell; None if there is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # IPython has shown them
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            text = _("{cell}, line {line}: not valid Python: {reason}.")
            reason = printable(error.msg).rstrip(".?")
            return text.format(cell=cell.label, line=error.lineno or 1, reason=reason)
    return None


def missing(task: str) -> str:
    """Explain why a task's name is not defined."""
    cell = newest_cell_of(task)
    if cell is None:
        text = _("There is no `{task}` here: run its cell first, or check the spelling.")
        return text.format(task=task)
    if problem := syntax_problem(cell):
        text = _("There is no `{task}` yet: its cell could not be run. {problem}")
        return text.format(task=task, problem=problem)
    text = _(
        "There is no `{task}` here. Its cell, {cell}, may have failed with an error: "
        "fix it and run it again."
    )
    return text.format(task=task, cell=cell.label)


def outdated(task: str) -> str:
    """Report that a definition is older than the newest cell; empty if it is not."""
    cell = newest_cell_of(task)
    problem = syntax_problem(cell) if cell else None
    if problem is None:
        return ""
    text = _("An earlier `{task}` was checked: its newest cell could not be run. {problem}")
    return text.format(task=task, problem=problem)


def _numbered() -> list[tuple[int, str]]:
    """Return the numbered sources of all cells that were run; none in plain Python."""
    ipython = shell()
    return list(enumerate(ipython.history_manager.input_hist_parsed)) if ipython else []
