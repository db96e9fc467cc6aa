"""Generate the students' ``assignments/`` from the sources in ``solutions/``."""

from autograder.build.tree import build, check

__all__ = ["build", "check"]
