"""The lines of a notebook that check it, ``check("softmax")``, do nothing in the sandbox.

The kit itself is not there, and the judge runs the checks.
"""

import sys
from types import ModuleType


class Check:
    """Takes what a notebook's ``check`` takes, gives what it gives, and does no more."""

    def __call__(self, task: str = "") -> float:
        """Check nothing."""
        return 0.0

    def language(self, name: str) -> None:
        """Set nothing."""


def install() -> None:
    """Let ``from autograder import check`` work in the student's code."""
    module = ModuleType("autograder")
    module.check = Check()  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
