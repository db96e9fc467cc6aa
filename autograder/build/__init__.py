"""From the hand-written exercises in ``solutions/`` to the ``assignments/`` that students get."""

from autograder.build.tree import build, check

__all__ = ["build", "check"]
