"""The instructor's choice of data other than the manifest's."""

from typing import NamedTuple

from autograder.course.manifest import thresholds_on
from autograder.course.root import MANIFEST, Assignment
from autograder.errors import KitError
from autograder.i18n import _


class DataChoice(NamedTuple):
    """The data to grade on.

    Attributes
    ----------
    name : str or None
        The data set; None for the manifest's own, or its stand-in.
    full : bool
        Whether to take the whole of it instead of a part.
    """

    name: str | None = None
    full: bool = False

    def of(self, assignment: Assignment) -> Assignment:
        """Return the assignment with these data.

        Raises
        ------
        KitError
            The checks cannot run on this data set, or nobody has measured the thresholds for it.
        """
        if self.name is not None:
            assignment = assignment.on_data(self.name)
            _require_calibrated(assignment, self.name)
        return assignment.on_full_data() if self.full else assignment


def _require_calibrated(assignment: Assignment, data: str) -> None:
    manifest = assignment.manifest
    lacking = sorted(thresholds_on(manifest, data) - manifest.thresholds.keys())
    if lacking:
        text = _(
            "{name} has not been calibrated on {data}: {file} has no {thresholds}. Run "
            "`autograder calibrate {name} --data {data}` and copy its output there."
        )
        file, thresholds = assignment.folder / MANIFEST, ", ".join(lacking)
        raise KitError(
            text.format(name=assignment.name, data=data, file=file, thresholds=thresholds)
        )
