"""Find the assignments that a working directory refers to."""

from pathlib import Path

from autograder.course.root import MANIFEST, Assignment, NoCourse, find_course, open_assignment
from autograder.errors import KitError
from autograder.i18n import _


def assignments_in(folder: Path) -> tuple[Assignment, ...]:
    """Return the assignments of a folder, its sub-folders or its course.

    Raises
    ------
    KitError
        when there are none.
    """
    if (folder / MANIFEST).is_file():
        return (open_assignment(folder),)
    below = sorted(folder.glob(f"*/{MANIFEST}"))
    if below:
        return tuple(open_assignment(manifest.parent) for manifest in below)
    try:
        return find_course(folder).assignments
    except NoCourse:
        raise KitError(
            _(
                "{folder}: no assignments here; change to the folder of an assignment, "
                "a folder that contains several, or a course"
            ).format(folder=folder.resolve())
        ) from None
