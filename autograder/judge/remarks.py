"""Remarks on a submission that is another assignment's work."""

from collections.abc import Collection

from autograder.course.root import Assignment, find_course
from autograder.i18n import _


def looks_like_another(assignment: Assignment, defined: Collection[str]) -> str | None:
    """Return the other assignment that a submission looks like, if any.

    Parameters
    ----------
    assignment : Assignment
        The assignment that it was submitted for.
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
    sentence = _("This looks like {other}, but was submitted as {name}.")
    return sentence.format(other=best.name, name=assignment.name)


def _share(assignment: Assignment, defined: Collection[str]) -> float:
    """Share of the assignment's tasks that are defined."""
    return sum(task.name in defined for task in assignment.tasks) / len(assignment.tasks)
