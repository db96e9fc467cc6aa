"""The student's module, and what is imported into it."""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Self

from . import failures
from .absent import SilentFinder
from .statements import Cell, Clock, Statements
from .submitted_modules import SubmittedFinder

# of the time in which the judge waits for the code to be loaded
_SHARE_OF_THE_TIME = 0.8


class StudentModule:
    """The student's code as a module.

    Parameters
    ----------
    module : ModuleType
        The module.
    """

    def __init__(self, module: ModuleType) -> None:
        self.module = module
        self.files: set[str] = set()
        self._statements = Statements(vars(module), self.files)

    @classmethod
    def empty(cls, name: str) -> Self:
        """Make a module without any code yet.

        ``name`` is also its ``__name__``: ``if __name__ == "__main__"`` is false.
        """
        module = ModuleType(name)
        module.__file__ = f"{name}.py"
        sys.modules[name] = module
        return cls(module)

    def load(
        self,
        cells: Sequence[Cell],
        beside: Mapping[str, tuple[str, str]],
        answered: Mapping[str, Any],
        seconds: float,
    ) -> Iterator[failures.Failure]:
        """Run all cells; yield what was wrong.

        Parameters
        ----------
        cells : sequence of tuple
            Source, number of its first line, and name of its file.
        beside : mapping
            Label and source of the modules that were submitted too, by name.
        answered : mapping of str to callable
            What takes the place of the student's functions of these names.
        seconds : float
            How long the judge will wait.
        """
        shown = SilentFinder(self.files)
        submitted = SubmittedFinder(beside, self.files)
        self._statements.own = {name.partition(".")[0] for name in beside}
        self.files.update(label for label, _source in beside.values())
        sys.meta_path = [shown, *sys.meta_path, submitted]
        with Clock(seconds * _SHARE_OF_THE_TIME) as clock:
            for cell in cells:
                yield from self._statements.run(cell, clock)
                self._define(answered)
        yield from submitted.problems
        for name, place in self._statements.rebinding.overwritten():
            yield {"fault": "overwritten", "name": name, "place": place}

    @property
    def skipped(self) -> Collection[tuple[str, int, int]]:
        """Label, first and last line of what was stopped, or not run for that."""
        return self._statements.skipped

    def names(self) -> list[str]:
        """Return the names that the module defines, without those of Python itself."""
        return [n for n in self._statements.rebinding.all_names() if not n.startswith("__")]

    def lookup(self, name: str) -> Any:
        """Return the object of that name; raise KeyError if there is none."""
        return self._statements.rebinding.lookup(name)

    def enter(self, target: Any) -> None:
        """Let the module be as it was when the cell of an object's class had run."""
        if type(target).__module__ == self.module.__name__:
            self._statements.rebinding.enter(type(target).__name__)

    def _define(self, functions: Mapping[str, Any]) -> None:
        """Replace functions of the module by name."""
        self._statements.rebinding.fix(functions)
        vars(self.module).update(functions)


class _Check:
    """Accepts the arguments of a notebook's ``check`` and does nothing."""

    def __call__(self, task: str = "") -> float:
        """Check nothing."""
        return 0.0

    def language(self, name: str) -> None:
        """Set nothing."""


def install_check() -> None:
    """Let ``from autograder import check`` work in the student's code, and do nothing.

    The kit itself is not in the sandbox, and the judge runs the checks.
    """
    module = ModuleType("autograder")
    module.check = _Check()  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
