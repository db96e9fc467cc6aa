"""What a notebook says when there is no report: one sentence instead of a traceback."""

import sys

from autograder.notebook.front import shell


class _Sentence:
    """Is shown by IPython as its text alone."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class CheckError(_Sentence, Exception):
    """The check could not be run; its text says what to do."""


class CheckInterrupted(_Sentence, KeyboardInterrupt):
    """The student stopped the check."""


def stop(error: CheckError | CheckInterrupted) -> None:
    """End the cell, and those that wait behind it; plain Python is told on its error stream."""
    if shell() is not None:
        raise error from None
    print(error, file=sys.stderr)
