"""A right answer to an assignment, and the shapes in which it may be submitted."""

import json
import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any, Self

from autograder.course.root import find_course

PROJECT = Path(__file__).parents[3]
_REGION = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION\n", re.MULTILINE)
_MARK = re.compile(r"^(?=# %%)", re.MULTILINE)
_TASK = re.compile(r'# %% task="(\w+)"\n')


class Work:
    """The model answer of an assignment, in cells that a student may change.

    Parameters
    ----------
    number : str
        Beginning of the assignment's name: ``"03"``.
    """

    def __init__(self, number: str = "03") -> None:
        assignment = find_course(PROJECT).assignment(number)
        self.assignment = assignment.name
        self.module = assignment.module
        released = PROJECT / "assignments" / assignment.name / f"{self.module}.ipynb"
        self._model = _REGION.sub("", assignment.source.read_text(encoding="utf-8"))
        self._stub = released.with_suffix(".py").read_text(encoding="utf-8")
        self._released = json.loads(released.read_text(encoding="utf-8"))
        self.stubs = _answers(self._stub)
        self.answers = _answers(self._model)
        self._order = list(self.answers)
        self._above: list[str] = []
        self._below: list[str] = []

    def above(self, *lines: str) -> Self:
        """Write these above the imports, into the same cell."""
        self._above += lines
        return self

    def below(self, *cells: str) -> Self:
        """Add cells at the end."""
        self._below += cells
        return self

    def edit(self, task: str, old: str, new: str) -> Self:
        """Change the answer of a task; the old text has to be in it."""
        assert old in self.answers[task]
        self.answers[task] = self.answers[task].replace(old, new)
        return self

    def cells(self) -> list[tuple[str | None, str]]:
        """Return all cells of code: the task, None for another, and the source."""
        setup = "\n".join([*self._above, "import numpy as np"])
        answers = [(task, self.answers[task]) for task in self._order]
        return [(None, setup), *answers, *((None, cell) for cell in self._below)]

    def percent(self) -> str:
        """Return a script in percent format, as it was handed out and then filled in."""
        parts = [
            f'# %% task="{task}"\n{source}' if task else f"# %%\n{source}"
            for task, source in self.cells()
        ]
        return "\n\n\n".join(parts) + "\n"

    def plain(self) -> str:
        """Return a script without any mark of a cell."""
        return "\n\n\n".join(source for _task, source in self.cells()) + "\n"

    def converted(self) -> str:
        """Return a script as nbconvert writes it."""
        parts = [f"# In[{n}]:\n\n\n{source}" for n, (_task, source) in enumerate(self.cells(), 1)]
        return "#!/usr/bin/env python\n# coding: utf-8\n\n" + "\n\n\n".join(parts) + "\n"

    def notebook(self) -> dict[str, Any]:
        """Return the notebook that was handed out, filled in."""
        notebook = deepcopy(self._released)
        for cell in notebook["cells"]:
            name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
            if name in self.answers:
                cell["source"] = self.answers[name]
            elif cell["cell_type"] == "code" and not name:
                given = "".join(cell["source"])
                cell["source"] = "\n".join([*self._above, given])
        notebook["cells"] += [code(cell) for cell in self._below]
        return notebook

    def bare(self) -> dict[str, Any]:
        """Return a notebook of one's own: nothing but cells of code."""
        return as_notebook([code(source) for _task, source in self.cells()])

    def untouched(self) -> tuple[bytes, bytes]:
        """Return the script and the notebook as they were handed out."""
        return self._stub.encode(), dump(self._released)


def code(source: str, **more: Any) -> dict[str, Any]:
    """Return a cell of code."""
    cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    return {**cell, "source": source.splitlines(keepends=True), **more}


def as_notebook(cells: Iterable[dict[str, Any]], minor: int = 4) -> dict[str, Any]:
    """Return a notebook of format 4."""
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": minor}


def dump(notebook: Any) -> bytes:
    """Return the bytes of a notebook's file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _answers(text: str) -> dict[str, str]:
    parts = [part for part in _MARK.split(text) if _TASK.match(part)]
    found = {}
    for part in parts:
        mark = _TASK.match(part)
        assert mark is not None
        found[mark[1]] = part[mark.end() :].strip("\n")
    return found
