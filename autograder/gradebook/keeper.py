"""Keep the grades of a class in nbgrader's gradebook, without ``nbgrader autograde``.

What comes of it is the same: rows of the gradebook, notebooks in ``autograded/``, feedback. One
gradebook stays open, each notebook is written once, and this process keeps the grades while others
grade.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nbformat import v4
from nbgrader.api import MissingEntry, Student

from autograder.errors import KitError
from autograder.gradebook.book import Book
from autograder.gradebook.files import write_graded
from autograder.gradebook.grading import Graded, has_tests
from autograder.gradebook.record import penalise, record
from autograder.gradebook.repair import not_released
from autograder.gradebook.settings import Settings
from autograder.i18n import _
from autograder.report.model import Report


class Keeper:
    """Keeps the grades of one assignment.

    Parameters
    ----------
    settings : Settings
        Of the nbgrader course.
    assignment : str
        Name of the assignment.

    Attributes
    ----------
    gradebook : str
        Where the grades go.
    """

    def __init__(self, settings: Settings, assignment: str) -> None:
        self._settings = settings
        self._assignment = assignment
        self._book = Book(settings.directory)
        self.gradebook = self._book.place

    def keep(self, results: Iterable[Graded], students: Sequence[str]) -> Iterator[Report]:
        """Keep one submission after the other; yield each report when its grades are kept.

        Parameters
        ----------
        results : iterable of Graded
            What came of the submissions.
        students : sequence of str
            Whose they are.

        Raises
        ------
        KitError
            The gradebook does not know the assignment, nor a student whom it is not to take in, or
            cannot be used; a folder cannot be written.
        """
        with self._book.opened() as gradebook:
            self._require_assignment(gradebook)
            self._enrol(gradebook, students)
            for graded in results:
                self._keep(gradebook, graded)
                yield graded.report

    def _require_assignment(self, gradebook: Any) -> None:
        try:
            gradebook.find_assignment(self._assignment)
        except MissingEntry:
            text = _(
                "The gradebook does not know {assignment}; make it known with "
                "`nbgrader generate_assignment {assignment}`."
            )
            raise KitError(text.format(assignment=self._assignment)) from None

    def _enrol(self, gradebook: Any, students: Sequence[str]) -> None:
        """Make students known, in the order in which nbgrader would; its export has it, too."""
        known = {name for (name,) in gradebook.db.query(Student.id)}
        strangers = [student for student in students if student not in known]
        if strangers and not self._settings.converter.create_student:
            text = _(
                "The gradebook does not know {names}, and the course has set "
                "`Autograde.create_student` to take in nobody; `nbgrader db student add` does."
            )
            raise KitError(text.format(names=", ".join(strangers)))
        for student in strangers:
            gradebook.add_student(student)
        self._book.commit(gradebook)

    def _keep(self, gradebook: Any, graded: Graded) -> None:
        """Write a grade into the gradebook, and the notebooks that it is about."""
        written = {}
        for submitted in self._submission(gradebook, graded.student).notebooks:
            text = written[submitted.name] = self._notebook(graded, submitted.name)
            notebook = v4.reads(text)
            record(submitted, notebook, graded.report if has_tests(notebook) else None)
            penalise(gradebook.db, submitted, self._settings.penalties)
        self._book.commit(gradebook)
        write_graded(self._settings, self._assignment, graded.student, written)

    def _notebook(self, graded: Graded, name: str) -> str:
        if name not in graded.notebooks:
            raise not_released(self._settings.folder("release", ".", self._assignment), name)
        return graded.notebooks[name]

    def _submission(self, gradebook: Any, student: str) -> Any:
        folder = self._settings.folder("submitted", student, self._assignment)
        timestamp = self._settings.timestamp(folder)
        handed_in = {"timestamp": timestamp} if timestamp else {}
        return gradebook.update_or_create_submission(self._assignment, student, **handed_in)
