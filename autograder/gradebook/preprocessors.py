"""What nbgrader runs in the place of a kernel, by ``Autograde.autograde_preprocessors``."""

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder.course.link import linked
from autograder.gradebook.comments import NO_RESPONSE, diagnoses
from autograder.gradebook.engine import Engine
from autograder.gradebook.marks import NAMESPACE, is_solution, marks
from autograder.report.model import Report

Resources = dict[str, Any]


class _Kept:
    """The engine of this process, and the run of nbgrader that it was made for."""

    engine: Engine | None = None
    run: Any = None


class GradeIsolated(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Grades a notebook with the kit's engine; the place of nbgrader's ``Execute``."""

    allow_unisolated = Bool(
        False, help="Grade even where this machine cannot isolate the submissions' code."
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Grade one notebook; its report goes on to the preprocessors that follow."""
        about = resources["nbgrader"]
        report = self._engine().grade(
            nb, about["assignment"], about["student"], another=self._another(about["student"])
        )
        resources[NAMESPACE] = report
        return nb, resources

    def _engine(self) -> Engine:
        run = self.parent.parent  # the exporter's: the converter of this one nbgrader command
        if _Kept.engine is None or _Kept.run is not run:
            if _Kept.engine is not None:
                _Kept.engine.close()
            root = Path(run.coursedir.root)
            language = linked(root).language
            _Kept.engine = Engine(root, language, allow_unisolated=self.allow_unisolated)
            _Kept.run = run
        return _Kept.engine

    def _another(self, student: str) -> bool:
        """Tell whether nbgrader has a student after this one on its list."""
        last = max(self.parent.parent.assignments)
        return student not in Path(last).parts


class SaveDiagnoses(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts what the checks found into nbgrader's automatic comments on the answers.

    Runs after ``SaveAutoGrades``, whose comment on an untouched answer stays.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Save the comments of one notebook."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            comment(notebook, nb, resources[NAMESPACE])
            gradebook.db.commit()
        return nb, resources


def comment(submitted: Any, notebook: Any, report: Report) -> None:
    """Set the automatic comments of a notebook in the gradebook.

    Parameters
    ----------
    submitted : nbgrader.api.SubmittedNotebook
        With the comments that nbgrader has set.
    notebook : NotebookNode
        What was graded.
    report : Report
        What came of it.
    """
    found = diagnoses(report)
    comments = {each.name: each for each in submitted.comments}
    for cell in notebook.cells:
        name = marks(cell).get("grade_id")
        if is_solution(cell) and name in found and comments[name].auto_comment != NO_RESPONSE:
            comments[name].auto_comment = found[name]
