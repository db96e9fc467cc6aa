"""What nbgrader reads submissions with, by its setting ``Autograde.exporter_class``."""

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter

from autograder import i18n
from autograder.course.link import linked
from autograder.gradebook.marks import NAMESPACE
from autograder.gradebook.repair import NOTEBOOK, released_names, repaired


class Submissions(NotebookExporter):  # type: ignore[misc]  # nbconvert has no types
    """Reads a student's notebook as the released one with the student's answers in it.

    nbgrader makes its exporter when it has listed the submissions, and before it reads them. That
    is the moment to put the notebooks that were released on its list: a student whose folder has
    none of that name would otherwise be turned away unread.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for folder, notebooks in self.parent.assignments.items():
            expected = released_names(self._released(Path(folder).name))
            if self.parent.coursedir.notebook_id == "*":
                notebooks[:] = [str(Path(folder, name + NOTEBOOK)) for name in expected]

    def from_filename(
        self, filename: str, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """Read a notebook: a submitted one by repair, one that is there already as it is."""
        about = resources["nbgrader"]
        course = self.parent.coursedir
        submitted = course.format_path(
            course.submitted_directory, about["student"], about["assignment"]
        )
        folder = Path(filename).parent
        if folder != Path(submitted):
            read: tuple[str, Any] = super().from_filename(filename, resources, **options)
            return read
        i18n.set_language(linked(Path(course.root)).language)
        notebook = repaired(folder, about["notebook"], self._released(about["assignment"]))
        for note in notebook.metadata[NAMESPACE]["notes"]:
            self.log.warning("%s: %s", about["student"], note)
        resources["metadata"] = {"name": about["notebook"], "path": str(folder)}
        written: tuple[str, Any] = self.from_notebook_node(notebook, resources, **options)
        return written

    def _released(self, assignment: str) -> Path:
        course = self.parent.coursedir
        return Path(course.format_path(course.release_directory, ".", assignment))
