"""A submission that belongs to another assignment is told so."""

from collections.abc import Collection

from autograder.course.root import Assignment, find_course
from autograder.i18n import _


def looks_like_another(assignment: Assignment, defined: Collection[str]) -> str | None:
    """Say which other assignment of the course a submission looks like, or nothing.

    Parameters
    ----------
    assignment : Assignment
        What it was handed in as.
    defined : collection of str
        Names that it defines.
    """
    own = _share(assignment, defined)
    if assignment.course is None or own > 0.5:
        return None
    others = [each for each in find_course(assignment.course).assignments if each != assignment]
    best = max(others, key=lambda each: _share(each, defined), default=None)
    if best is None or _share(best, defined) <= own + 0.5:
        return None
    sentence = _("This looks like {other}, but was handed in as {name}.")
    return sentence.format(other=best.name, name=assignment.name)


def _share(assignment: Assignment, defined: Collection[str]) -> float:
    """Share of the assignment's tasks that are defined."""
    return sum(task.name in defined for task in assignment.tasks) / len(assignment.tasks)
