"""The student's code where it was written: in the namespace of a notebook or a shell."""

import linecache
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.intake import Cell
from autograder.notebook.front import shell
from autograder.notebook.history import number_of
from autograder.worker.code import Code

Globals = dict[str, Any]


class Namespace(Code):
    """Stands for the student's module.

    Parameters
    ----------
    names : dict
        The globals of the cell or script that calls ``check``.

    Attributes
    ----------
    cells : list of Cell
        What has been run so far, by the labels that a student knows: ``In[3]``.
    labels : dict
        These labels by the names under which Python knows the cells.
    """

    def __init__(self, names: Globals) -> None:
        super().__init__(ModuleType(names["__name__"]))
        self._names = names
        sources = _sources(names)
        self.files = set(sources)
        self.labels = {file: _label(file, lines) for file, lines in sources.items()}
        self.cells = [
            Cell(source="".join(lines), first_line=1, label=self.labels[file])
            for file, lines in sources.items()
        ]

    def names(self) -> list[str]:
        """Return the names that are defined."""
        return [name for name in self._names if not name.startswith("_")]

    def lookup(self, name: str) -> Any:
        """Return what is called by that name; KeyError if nothing."""
        return self._names[name]


def _sources(names: Globals) -> dict[str, list[str]]:
    """Return the lines of all cells, and of the script that is run, by their file names."""
    # what was never a file, a cell of a notebook, has no time stamp, except in IPython 7 (Colab)
    stamped = getattr(linecache, "_ipython_cache", {})
    sources = {
        file: entry[2]
        for file, entry in linecache.cache.items()
        if len(entry) == 4 and (entry[1] is None or file in stamped)
    }
    script = names.get("__file__")
    if isinstance(script, str):
        sources[script] = linecache.getlines(script)
    return sources


def _label(file: str, lines: list[str]) -> str:
    """Name a cell as IPython counts it, and anything else by its file's name."""
    compiler: Any = getattr(shell(), "compile", None)
    if hasattr(compiler, "format_code_name") and (named := compiler.format_code_name(file)):
        return str(named[1])
    number = number_of("".join(lines))
    return f"In[{number}]" if number else Path(file).name
