"""Modules of the student's own that were submitted beside the file that is graded."""

import importlib.util
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from . import failures
from .statements import Clock, Statements


class SubmittedFinder:
    """Finds them, after everything that is installed: none can take the place of a library.

    Parameters
    ----------
    sources : mapping of str to (str, str)
        Label and source, by the name of the module: ``"tools.draw"``.
    files : set of str
        The file names under which code is compiled.
    """

    def __init__(self, sources: Mapping[str, tuple[str, str]], files: set[str]) -> None:
        self._sources = sources
        self._packages = {name.rpartition(".")[0] for name in sources} - {""}
        self._files = files
        self._clock = Clock(0)  # the statement that imports them has one
        self.problems: list[failures.Failure] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module by its name, as an import asks for it."""
        if name not in self._sources and name not in self._packages:
            return None
        is_package = name in self._packages
        return importlib.util.spec_from_loader(name, self, is_package=is_package)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code; one statement that fails costs itself only."""
        label, source = self._sources.get(module.__name__, ("", ""))
        statements = Statements(vars(module), self._files)
        self.problems += statements.run((source, 1, label), self._clock)
