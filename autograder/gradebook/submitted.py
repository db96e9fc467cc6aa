"""All that was handed in of one assignment in an nbgrader course."""

from collections.abc import Iterator

from autograder.errors import KitError
from autograder.gradebook.grading import HandIn
from autograder.gradebook.ordered import Ordered
from autograder.gradebook.settings import Settings
from autograder.i18n import _


class Submitted:
    """The submissions of a class; iterating yields them by student.

    Parameters
    ----------
    ordered : Ordered
        Which.

    Attributes
    ----------
    assignment : str
        Name of the assignment.
    settings : Settings
        Of the course.
    students : list of str
        Who handed in, sorted.

    Raises
    ------
    KitError
        Nothing was handed in, or nothing was handed out.
    """

    def __init__(self, ordered: Ordered) -> None:
        self.assignment = ordered.assignment.name
        self.settings = Settings(ordered.root)
        self.students = self.settings.students(self.assignment)
        if not self.students:
            text = _("{folder}: nobody has handed in {assignment}.")
            folder = self.settings.folder("submitted", "", "")
            raise KitError(text.format(folder=folder, assignment=self.assignment))

    def __len__(self) -> int:
        return len(self.students)

    def __iter__(self) -> Iterator[HandIn]:
        released = self.settings.folder("release", ".", self.assignment)
        for student in self.students:
            folder = self.settings.folder("submitted", student, self.assignment)
            yield HandIn(student, folder, released)
