"""The student's module, run cell by cell so that an error affects only one cell."""

import __future__

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any, Self

from . import failures

_FUTURES = [getattr(__future__, name).compiler_flag for name in __future__.all_feature_names]

Cell = tuple[str, int, str]


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
        self._future = 0

    @classmethod
    def empty(cls, name: str) -> Self:
        """Make a module without any code yet.

        ``name`` is also its ``__name__``: ``if __name__ == "__main__"`` is false.
        """
        module = ModuleType(name)
        module.__file__ = f"{name}.py"
        sys.modules[name] = module
        return cls(module)

    def run(self, cell: Cell) -> failures.Failure | None:
        """Run one cell and return a description of its exception, if any."""
        source, first_line, label = cell
        self.files.add(label)
        try:
            # blank lines in front give tracebacks the line numbers of the student's own file
            text = "\n" * (first_line - 1) + source
            code = compile(text, label, "exec", flags=self._future, dont_inherit=True)
            self._future |= code.co_flags & sum(_FUTURES)
            exec(code, self.module.__dict__)  # noqa: S102  this is what the sandbox is for
        except BaseException as error:
            return failures.raised(error, self.files)
        return None

    def define(self, functions: Mapping[str, Any]) -> None:
        """Replace functions of the module by name."""
        self.module.__dict__.update(functions)

    def names(self) -> list[str]:
        """Return the names that the module defines, without those of Python itself."""
        return [name for name in self.module.__dict__ if not name.startswith("__")]

    def lookup(self, name: str) -> Any:
        """Return the object of that name; raise KeyError if there is none."""
        return self.module.__dict__[name]


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
