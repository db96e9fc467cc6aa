"""Grades notebooks of an nbgrader course, with a judge that stays up from one to the next."""

import atexit
import gc
from pathlib import Path
from typing import Any

from autograder.course.data_choice import DataChoice
from autograder.course.nbgrader_link import linked
from autograder.course.root import Assignment, find_course
from autograder.gradebook.grading import grade_notebook, has_tests
from autograder.gradebook.ordered import grading_level
from autograder.gradebook.results import fill
from autograder.i18n import speaking
from autograder.judge import Judge
from autograder.report.model import Report


class Engine:
    """One judge, for the assignment that is graded just now.

    Parameters
    ----------
    folder : Path
        The nbgrader course.
    allow_unisolated : bool
        Whether to grade where students' code cannot be isolated.
    data : DataChoice
        What to grade on.
    """

    def __init__(self, folder: Path, *, allow_unisolated: bool, data: DataChoice) -> None:
        self.course = find_course(folder)
        self.language = linked(folder).language
        self._data = data
        self._level = grading_level(allow_unisolated=allow_unisolated)
        self._judge: Judge | None = None
        self._assignment: Assignment | None = None
        atexit.register(gc.freeze)  # or Python looks through all of nbgrader before it ends
        atexit.register(self.close)

    def grade(self, notebook: Any, assignment: str, student: str) -> Report | None:
        """Grade a repaired notebook and write the report into it; None if it has no test cell.

        Parameters
        ----------
        notebook : NotebookNode
            As :func:`autograder.gradebook.repair.repaired` returns it.
        assignment, student : str
            Names.

        Raises
        ------
        KitError
            The course has no such assignment, or the kit cannot do its work on this machine.
        """
        if not has_tests(notebook):
            return None  # an instructor's own, for answers that are graded by hand
        with speaking(self.language):
            report = grade_notebook(self._judge_of(assignment), student, notebook)
            fill(notebook, report, self.course.assignment(assignment))
        return report

    def close(self) -> None:
        """End the judge."""
        if self._judge is not None:
            self._judge.close()
            self._judge = None
        atexit.unregister(self.close)

    def _judge_of(self, name: str) -> Judge:
        if self._judge is None or self._assignment is None or self._assignment.name != name:
            if self._judge is not None:
                self._judge.close()
            self._assignment = self._data.of(self.course.assignment(name))
            self._judge = Judge(self._assignment, hidden=True, level=self._level)
        return self._judge
