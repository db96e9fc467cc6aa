"""Grade what is left of a notebook when its code does not survive being loaded."""

from typing import Any

import msgspec

from autograder.gradebook.code import code_of, less_and_less
from autograder.intake import Submission
from autograder.report.model import Report, Status

_STOPPED = (Status.TIMED_OUT, Status.CRASHED)


class Attempts:
    """The attempts at one notebook, each with less of the cells that the student added.

    Parameters
    ----------
    student : str
        Whose it is.
    notebook : NotebookNode
        As :func:`autograder.gradebook.repair.repaired` returns it.
    """

    def __init__(self, student: str, notebook: Any) -> None:
        self._student = student
        self._codes = list(less_and_less(code_of(notebook), notebook))
        self._reasons: list[str] = []

    @property
    def submission(self) -> Submission:
        """What is to be graded now."""
        return Submission(student=self._student, path=None, code=self._codes[0])

    def settle(self, report: Report) -> Report | None:
        """Return the final report, with the reasons of all attempts; None if one more is due."""
        code, *left = self._codes
        if left and all(task.status in _STOPPED for task in report.tasks):
            self._codes = left
            self._reasons += report.problems[len(code.problems) :]
            return None
        known = [problem for problem in report.problems if problem not in self._reasons]
        return msgspec.structs.replace(report, problems=(*self._reasons, *known))
