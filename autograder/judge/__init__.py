"""The judge: the trusted process that runs the checks and decides the verdict."""

from autograder.judge.judge import Judge

__all__ = ["Judge"]
