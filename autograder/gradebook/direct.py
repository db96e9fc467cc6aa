"""Grade a class into nbgrader's gradebook without ``nbgrader autograde``, and much faster.

What comes of it is the same: rows of the gradebook, notebooks in ``autograded/``, feedback. The
time goes into one gradebook that stays open, and notebooks that are read and written once.
"""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.course.choice import DataChoice
from autograder.course.link import is_linked
from autograder.errors import KitError
from autograder.gradebook.engine import Engine, speaking
from autograder.gradebook.files import write_graded
from autograder.gradebook.record import penalise, record
from autograder.gradebook.repair import repaired
from autograder.gradebook.settings import Settings
from autograder.i18n import _
from autograder.report.model import Report


class SubmittedClass:
    """All that was handed in of one assignment in an nbgrader course.

    Parameters
    ----------
    start : Path
        The nbgrader course, or a folder in it.
    assignment : str
        Its name, or a beginning of it.
    allow_unisolated, data
        As for :class:`~autograder.gradebook.engine.Engine`.

    Attributes
    ----------
    students : list of str
        Who handed in, sorted.
    gradebook : str
        Where the grades go.

    Raises
    ------
    KitError
        The folder is no nbgrader course of the kit, or nothing was handed in.
    """

    def __init__(
        self, start: Path, assignment: str, *, allow_unisolated: bool, data: DataChoice
    ) -> None:
        self.root = _root(start)
        self._engine = Engine(self.root, allow_unisolated=allow_unisolated, data=data)
        self._assignment = self._engine.course.assignment(assignment).name
        self._settings = Settings(self.root)
        self.gradebook = self._settings.place
        self.students = self._settings.students(self._assignment)
        if not self.students:
            text = _("{folder}: nobody has handed in {assignment}.")
            folder = self._settings.folder("submitted", "", "")
            raise KitError(text.format(folder=folder, assignment=self._assignment))

    def grade(self) -> Iterator[Report]:
        """Grade one submission after the other; yield its report when its grades are kept.

        Raises
        ------
        KitError
            The gradebook does not know the assignment, or cannot be opened.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbgrader's own, about its database library
            with self._settings.gradebook() as gradebook:
                self._require_assignment(gradebook)
                try:
                    for student in self.students:
                        yield self._grade(gradebook, student)
                finally:
                    self._engine.close()

    def _require_assignment(self, gradebook: Any) -> None:
        from nbgrader.api import MissingEntry

        try:
            gradebook.find_assignment(self._assignment)
        except MissingEntry:
            text = _(
                "The gradebook does not know {assignment}; make it known with "
                "`nbgrader generate_assignment {assignment}`."
            )
            raise KitError(text.format(assignment=self._assignment)) from None

    def _grade(self, gradebook: Any, student: str) -> Report:
        folder = self._settings.folder("submitted", student, self._assignment)
        released = self._settings.folder("release", ".", self._assignment)
        submission = self._submission(gradebook, student, folder)
        graded, reports = {}, []
        for submitted in submission.notebooks:
            with speaking(self._engine.language):
                notebook = repaired(folder, submitted.name, released)
            report = self._engine.grade(
                notebook, self._assignment, student, another=student != self.students[-1]
            )
            record(submitted, notebook, report)
            gradebook.db.commit()  # the database sums up the score that a penalty is taken from
            penalise(submitted, self._settings.penalties)
            gradebook.db.commit()
            graded[submitted.name] = notebook
            reports += [report] if report else []
        write_graded(self._settings, self._assignment, student, graded)
        return reports[0]

    def _submission(self, gradebook: Any, student: str, folder: Path) -> Any:
        gradebook.update_or_create_student(student)
        timestamp = self._settings.timestamp(folder)
        handed_in = {"timestamp": timestamp} if timestamp else {}
        return gradebook.update_or_create_submission(self._assignment, student, **handed_in)


def _root(start: Path) -> Path:
    start = start.resolve()
    for folder in (start, *start.parents):
        if is_linked(folder):
            return folder
    text = _(
        "{folder}: name the SUBMISSIONS to grade, or with --course an nbgrader course that "
        "`autograder course init` has made"
    )
    raise KitError(text.format(folder=start))
