"""The kit's steps in ``nbgrader autograde``; ``nbgrader_config.py`` names them.

nbgrader reads each submission with :class:`SubmissionExporter`, then runs :class:`GradeIsolated`
in place of a kernel and :class:`SaveGrades` in place of its own steps that save grades.
"""

import atexit
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor
from traitlets import Bool, Unicode

from autograder.batch.job import JobSpec, close_judge, judge_for
from autograder.batch.overrides import Overrides
from autograder.batch.preflight import require_passing_model
from autograder.course.data_choice import DataChoice
from autograder.course.nbgrader_link import linked
from autograder.course.root import find_course
from autograder.errors import KitError
from autograder.gradebook.cell_scores import (
    changed_points,
    record_grades,
    record_penalty,
    scale_points,
    write_results,
)
from autograder.gradebook.merge import merge_submission
from autograder.gradebook.pipeline import grade_notebook, grading_level
from autograder.gradebook.released import NAMESPACE, SUFFIX, has_tests, released_names
from autograder.gradebook.timestamps import timestamp_problem
from autograder.i18n import speaking
from autograder.report.model import Report

Resources = dict[str, Any]


class SubmissionExporter(NotebookExporter):
    """Reads a student's notebook as the released one with the student's answers in it.

    nbgrader creates its exporter between listing the submissions and reading them. That is the
    moment to put the released notebooks on its list: a student whose folder has none of that name
    would otherwise be rejected unread.
    """

    parent: Any

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        course = self.parent.coursedir
        if course.notebook_id != "*":
            return  # the instructor named the notebooks to grade
        names = released_names(self._released(course.assignment_id))
        submitted = course.format_path(
            course.submitted_directory, course.student_id, course.assignment_id
        )
        for folder in filter(os.path.isdir, glob(submitted)):  # noqa: PTH207
            self.parent.assignments[folder] = [f"{folder}/{name}{SUFFIX}" for name in names]

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Read a notebook: merge a submitted one, leave one that is graded already unchanged."""
        about = resources["nbgrader"]
        course = self.parent.coursedir
        submitted = course.format_path(
            course.submitted_directory, about["student"], about["assignment"]
        )
        folder = Path(filename).parent
        if folder != Path(submitted):
            return super().from_filename(filename, resources, **options)
        with speaking(linked(Path(course.root)).language):
            notebook = merge_submission(
                folder, about["notebook"], self._released(about["assignment"])
            )
        if note := timestamp_problem(folder, about["student"]):
            self.log.warning(note)
        for note in notebook.metadata[NAMESPACE]["notes"]:
            self.log.warning("%s: %s", about["student"], note)
        resources["metadata"] = {"name": about["notebook"], "path": str(folder)}
        return self.from_notebook_node(notebook, resources, **options)  # type: ignore[no-untyped-call]

    def _released(self, assignment: str) -> Path:
        course = self.parent.coursedir
        return Path(course.format_path(course.release_directory, ".", assignment))


class Engine:
    """Grades notebooks with this process's judge, which stays up from one to the next.

    Parameters
    ----------
    folder : Path
        The nbgrader course.
    allow_unisolated : bool
        Whether to grade where students' code cannot be isolated.
    data : DataChoice
        The data set to grade on.
    """

    def __init__(self, folder: Path, *, allow_unisolated: bool, data: DataChoice) -> None:
        self.course = find_course(folder)
        self.language = linked(folder).language
        self._folder = folder
        self._data = data
        self._level = grading_level(allow_unisolated=allow_unisolated)
        self._jobs: dict[str, JobSpec | KitError] = {}
        self._warned: set[str] = set()
        atexit.register(gc.freeze)  # or Python visits all objects of nbgrader before it exits
        atexit.register(self.close)

    def grade(self, notebook: Any, assignment: str, student: str) -> Report | None:
        """Grade a merged notebook and write the report into it; None if it has no test cells.

        Parameters
        ----------
        notebook : NotebookNode
            As :func:`autograder.gradebook.merge.merge_submission` returns it.
        assignment, student : str
            Names.

        Raises
        ------
        KitError
            The course has no such assignment, its model answer does not pass, or the kit cannot
            work on this machine.
        """
        if not has_tests(notebook):
            return None  # a notebook of the instructor's, graded by hand
        with speaking(self.language), judge_for(self._job(assignment)) as judge:
            report = grade_notebook(judge, student, notebook)
            report = Overrides(self.course.assignment(assignment)).apply(report)
            report = scale_points(report, [notebook])
            write_results(notebook, report, self.course.assignment(assignment))
        return report

    def news_of_points(self, report: Report) -> str:
        """Return a sentence on points that are not the manifest's; each one only once."""
        maxima = {task.name: task.max_points for task in report.tasks}
        text = changed_points(maxima, self.course.assignment(report.assignment))
        news = text not in self._warned
        self._warned.add(text)
        return text if news else ""

    def close(self) -> None:
        """Stop the judge."""
        close_judge()
        atexit.unregister(self.close)

    def _job(self, name: str) -> JobSpec:
        """Return the job for an assignment whose model answer passes; raise KitError otherwise."""
        if name not in self._jobs:
            job = JobSpec.of(self.course.assignment(name), self._level, self._data)
            try:
                require_passing_model(job, self._folder)
                self._jobs[name] = job
            except KitError as refusal:
                self._jobs[name] = refusal
        found = self._jobs[name]
        if isinstance(found, KitError):
            raise found
        return found


class _State:
    """State that outlives a notebook, and the nbgrader command that it belongs to."""

    engine: Engine | None = None
    run: Any = None
    gradebook: Any = None
    gradebook_of: Any = None


class GradeIsolated(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Grades a notebook in the sandbox, in place of nbgrader's ``Execute``."""

    allow_unisolated = Bool(
        False, help="Grade even if this machine cannot isolate student code."
    ).tag(config=True)
    data = Unicode("", help="Another data set than the manifest's, e.g. fashion_mnist.").tag(
        config=True
    )
    full_data = Bool(False, help="Use complete data sets instead of subsets.").tag(config=True)

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Grade one notebook, and pass its report on to the next preprocessors."""
        about = resources["nbgrader"]
        engine = self._engine()
        report = engine.grade(nb, about["assignment"], about["student"])
        if report is not None and (text := engine.news_of_points(report)):
            self.log.warning(text)
        resources[NAMESPACE] = report
        return nb, resources

    def _engine(self) -> Engine:
        run = self.parent.parent  # the converter, of which each nbgrader command has its own
        if _State.engine is None or _State.run is not run:
            if _State.engine is not None:
                _State.engine.close()
            _State.engine = Engine(
                Path(run.coursedir.root),
                allow_unisolated=self.allow_unisolated,
                data=DataChoice(self.data or None, self.full_data),
            )
            _State.run = run
        return _State.engine


class SaveGrades(NbGraderPreprocessor):  # type: ignore[misc]
    """Saves scores, comments and penalties in one step.

    It replaces nbgrader's ``SaveAutoGrades`` and ``AssignLatePenalties``. They look up and commit
    each cell separately, which takes longer than the grading.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Save the grades of one notebook."""
        about = resources["nbgrader"]
        with _gradebook(self.parent.parent, about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            for note in record_grades(notebook, nb, resources[NAMESPACE]):
                self.log.warning(note)
            record_penalty(gradebook.db, notebook, self._penalties)
            gradebook.db.commit()
        return nb, resources

    def _penalties(self) -> AssignLatePenalties:
        penalties = AssignLatePenalties(parent=self.parent)
        penalties.init_plugin()
        return penalties


@contextmanager
def _gradebook(run: Any, url: str) -> Iterator[Any]:
    """Open the gradebook for a whole command: opening takes longer than saving a notebook."""
    if _State.gradebook_of is not run:
        _close_gradebook()
        _State.gradebook, _State.gradebook_of = Gradebook(url), run
    try:
        yield _State.gradebook
    except BaseException:
        _close_gradebook()  # so that a failure does not affect the next notebook
        raise


def _close_gradebook() -> None:
    if _State.gradebook is not None:
        _State.gradebook.close()
    _State.gradebook = _State.gradebook_of = None
