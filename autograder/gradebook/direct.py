"""Grade a class into nbgrader's gradebook without ``nbgrader autograde``, and much faster.

What comes of it is the same: rows of the gradebook, notebooks in ``autograded/``, feedback. One
gradebook stays open, each notebook is written once, and this process keeps the grades while others
grade.
"""

import warnings
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from autograder.errors import KitError
from autograder.fleet.lock import alone_in
from autograder.fleet.pool import LocalPool
from autograder.gradebook.attempts import Attempts
from autograder.gradebook.book import Book
from autograder.gradebook.files import write_graded
from autograder.gradebook.marks import is_test
from autograder.gradebook.ordered import Ordered
from autograder.gradebook.record import penalise, record
from autograder.gradebook.repair import repaired
from autograder.gradebook.results import fill
from autograder.gradebook.settings import Settings
from autograder.i18n import _, speaking
from autograder.report.model import Report


class SubmittedClass:
    """All that was handed in of one assignment in an nbgrader course.

    Parameters
    ----------
    ordered : Ordered
        Which.

    Attributes
    ----------
    students : list of str
        Who handed in, sorted.
    gradebook : str
        Where the grades go.

    Raises
    ------
    KitError
        Nothing was handed in.
    """

    def __init__(self, ordered: Ordered) -> None:
        self.root, self._language, self._assignment, _order = ordered
        self._settings = Settings(self.root)
        self._book = Book(self._settings.directory)
        self.gradebook = self._book.place
        self.students = self._settings.students(self._assignment.name)
        if not self.students:
            text = _("{folder}: nobody has handed in {assignment}.")
            folder = self._settings.folder("submitted", "", "")
            raise KitError(text.format(folder=folder, assignment=self._assignment.name))

    def grade(self, pool: LocalPool) -> Iterator[Report]:
        """Grade the submissions; yield each report when its grades are kept.

        Parameters
        ----------
        pool : LocalPool
            Grades by the same order.

        Raises
        ------
        KitError
            The gradebook does not know the assignment, or cannot be used; a folder cannot be
            written; another grading is at work in this course.
        """
        with warnings.catch_warnings(), alone_in(self.root):
            warnings.simplefilter("ignore")  # nbgrader's own, about its database library
            with self._book.opened() as gradebook, closing(self._reports(pool)) as reports:
                self._require_assignment(gradebook)
                for report in reports:
                    self._keep(gradebook, report)
                    yield report

    def _reports(self, pool: LocalPool) -> Generator[Report, None, None]:
        """Grade, and grade again what did not survive being loaded."""
        attempts = {
            student: Attempts(student, self._repaired(student, self._assignment.module))
            for student in self.students
        }
        while attempts:
            submissions = [each.submission for each in attempts.values()]
            for report in pool.grade(submissions):
                settled = attempts[report.student].settle(report)
                if settled is not None:
                    del attempts[report.student]
                    yield settled

    def _repaired(self, student: str, notebook: str) -> Any:
        folder = self._settings.folder("submitted", student, self._assignment.name)
        released = self._settings.folder("release", ".", self._assignment.name)
        with speaking(self._language):
            return repaired(folder, notebook, released)

    def _require_assignment(self, gradebook: Any) -> None:
        from nbgrader.api import MissingEntry

        try:
            gradebook.find_assignment(self._assignment.name)
        except MissingEntry:
            text = _(
                "The gradebook does not know {assignment}; make it known with "
                "`nbgrader generate_assignment {assignment}`."
            )
            raise KitError(text.format(assignment=self._assignment.name)) from None

    def _keep(self, gradebook: Any, report: Report) -> None:
        """Write a report into the gradebook and into the notebook that it is about."""
        graded = {}
        for submitted in self._submission(gradebook, report.student).notebooks:
            notebook = self._repaired(report.student, submitted.name)
            checked = any(is_test(cell) for cell in notebook.cells)
            if checked:
                with speaking(self._language):
                    fill(notebook, report, self._assignment)
            record(submitted, notebook, report if checked else None)
            if submitted.assignment.total_seconds_late > 0:
                # the database sums up the score that a penalty is taken from
                self._book.commit(gradebook)
            penalise(submitted, self._settings.penalties)
            self._book.commit(gradebook)
            graded[submitted.name] = notebook
        write_graded(self._settings, self._assignment.name, report.student, graded)

    def _submission(self, gradebook: Any, student: str) -> Any:
        gradebook.update_or_create_student(student)
        folder = self._settings.folder("submitted", student, self._assignment.name)
        timestamp = self._settings.timestamp(folder)
        handed_in = {"timestamp": timestamp} if timestamp else {}
        return gradebook.update_or_create_submission(self._assignment.name, student, **handed_in)
