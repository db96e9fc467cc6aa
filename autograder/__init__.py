"""Auto-graded exercises for neural networks in numpy.

Checks of an assignment import what they need from here, and so does a notebook::

    from autograder import expect, gradient
    from autograder import check
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.notebook import check as check

__version__ = "0.2.0"


def __getattr__(name: str) -> Any:
    """Import ``check`` lazily: the command line does not need it."""
    if name == "check":
        from autograder.notebook import check

        return check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
