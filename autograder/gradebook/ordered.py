"""What is graded in an nbgrader course; found out without nbgrader, which is slow to import."""

from pathlib import Path
from typing import NamedTuple

from autograder.batch.job import JobSpec
from autograder.course.data_choice import DataChoice
from autograder.course.nbgrader_link import is_linked, linked
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.i18n import _, speaking
from autograder.sandbox.levels import Level, best_level


class Ordered(NamedTuple):
    """The order to grade an assignment of an nbgrader course.

    Attributes
    ----------
    root : Path
        The nbgrader course.
    language : str
        Of all that its students read.
    assignment : Assignment
        Of the kit's course behind it.
    order : JobSpec
        For the processes that grade.
    """

    root: Path
    language: str
    assignment: Assignment
    order: JobSpec

    @classmethod
    def of(cls, start: Path, name: str, *, allow_unisolated: bool, data: DataChoice) -> "Ordered":
        """Write the order.

        Parameters
        ----------
        start : Path
            The nbgrader course, or a folder in it.
        name : str
            Of the assignment, or its beginning.
        allow_unisolated, data
            As for :class:`~autograder.gradebook.engine.Engine`.

        Raises
        ------
        KitError
            The folder is in no nbgrader course of the kit, which has no such assignment, or this
            machine cannot isolate students' code.
        """
        root = _root(start)
        language = linked(root).language
        assignment = find_course(root).assignment(name)
        level = grading_level(allow_unisolated=allow_unisolated)
        with speaking(language):
            return cls(root, language, assignment, JobSpec.of(assignment, level, data))


def grading_level(*, allow_unisolated: bool) -> Level:
    """Return the isolation of students' code on this machine.

    Raises
    ------
    KitError
        There is none, and it was not allowed.
    """
    level = best_level()
    if level is Level.PROCESS and not allow_unisolated:
        text = _(
            "This machine cannot isolate the code that students handed in: it would run with your "
            "rights. `autograder doctor` says how to mend that."
        )
        raise KitError(text)
    return level


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
