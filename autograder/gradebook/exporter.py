"""What nbgrader reads submissions with, by its setting ``Autograde.exporter_class``."""

import os
from glob import glob
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter

from autograder.course.nbgrader_link import linked
from autograder.gradebook.marks import NAMESPACE
from autograder.gradebook.repair import NOTEBOOK, released_names, repaired
from autograder.i18n import speaking


class Submissions(NotebookExporter):
    """Reads a student's notebook as the released one with the student's answers in it.

    nbgrader makes its exporter when it has listed the submissions, and before it reads them. That
    is the moment to put the notebooks that were released on its list: a student whose folder has
    none of that name would otherwise be turned away unread.
    """

    parent: Any

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        course = self.parent.coursedir
        if course.notebook_id != "*":
            return  # the instructor has asked for certain files
        names = released_names(self._released(course.assignment_id))
        handed_in = course.format_path(
            course.submitted_directory, course.student_id, course.assignment_id
        )
        for folder in filter(os.path.isdir, glob(handed_in)):  # noqa: PTH207
            self.parent.assignments[folder] = [f"{folder}/{name}{NOTEBOOK}" for name in names]

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Read a notebook: a submitted one by repair, one that is there already as it is."""
        about = resources["nbgrader"]
        course = self.parent.coursedir
        submitted = course.format_path(
            course.submitted_directory, about["student"], about["assignment"]
        )
        folder = Path(filename).parent
        if folder != Path(submitted):
            return super().from_filename(filename, resources, **options)
        with speaking(linked(Path(course.root)).language):
            notebook = repaired(folder, about["notebook"], self._released(about["assignment"]))
        for note in notebook.metadata[NAMESPACE]["notes"]:
            self.log.warning("%s: %s", about["student"], note)
        resources["metadata"] = {"name": about["notebook"], "path": str(folder)}
        return self.from_notebook_node(notebook, resources, **options)  # type: ignore[no-untyped-call]

    def _released(self, assignment: str) -> Path:
        course = self.parent.coursedir
        return Path(course.format_path(course.release_directory, ".", assignment))
