"""What nbgrader runs in the place of a kernel, by ``Autograde.autograde_preprocessors``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor
from traitlets import Bool, Unicode

from autograder.course.data_choice import DataChoice
from autograder.gradebook.engine import Engine
from autograder.gradebook.marks import NAMESPACE
from autograder.gradebook.record import penalise, record

Resources = dict[str, Any]


class _Kept:
    """What this process keeps from one notebook to the next, and the runs of nbgrader it is for."""

    engine: Engine | None = None
    run: Any = None
    gradebook: Any = None
    gradebook_of: Any = None


@contextmanager
def _gradebook(run: Any, url: str) -> Iterator[Any]:
    """Open the gradebook for a whole run: to open it takes longer than to save a notebook."""
    if _Kept.gradebook_of is not run:
        _close_gradebook()
        _Kept.gradebook, _Kept.gradebook_of = Gradebook(url), run
    try:
        yield _Kept.gradebook
    except BaseException:
        _close_gradebook()  # what failed is not to spoil the next
        raise


def _close_gradebook() -> None:
    if _Kept.gradebook is not None:
        _Kept.gradebook.close()
    _Kept.gradebook = _Kept.gradebook_of = None


class GradeIsolated(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Grades a notebook with the kit's engine; the place of nbgrader's ``Execute``."""

    allow_unisolated = Bool(
        False, help="Grade even where this machine cannot isolate the submissions' code."
    ).tag(config=True)
    data = Unicode("", help="Another data set than the manifest's, e.g. fashion_mnist.").tag(
        config=True
    )
    full_data = Bool(False, help="Use whole data sets instead of subsets.").tag(config=True)

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Grade one notebook; its report goes on to the preprocessors that follow."""
        about = resources["nbgrader"]
        report = self._engine().grade(nb, about["assignment"], about["student"])
        resources[NAMESPACE] = report
        return nb, resources

    def _engine(self) -> Engine:
        run = self.parent.parent  # the exporter's: the converter of this one nbgrader command
        if _Kept.engine is None or _Kept.run is not run:
            if _Kept.engine is not None:
                _Kept.engine.close()
            _Kept.engine = Engine(
                Path(run.coursedir.root),
                allow_unisolated=self.allow_unisolated,
                data=DataChoice(self.data or None, self.full_data),
            )
            _Kept.run = run
        return _Kept.engine


class SaveGrades(NbGraderPreprocessor):  # type: ignore[misc]
    """Saves scores, comments and penalties, in one step.

    nbgrader's ``SaveAutoGrades`` and ``AssignLatePenalties``, which it takes the place of, look up
    and commit each cell by itself, which takes longer than the grading.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Save what came of one notebook."""
        about = resources["nbgrader"]
        with _gradebook(self.parent.parent, about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            record(notebook, nb, resources[NAMESPACE])
            penalise(gradebook.db, notebook, self._penalties)
            gradebook.db.commit()
        return nb, resources

    def _penalties(self) -> AssignLatePenalties:
        penalties = AssignLatePenalties(parent=self.parent)
        penalties.init_plugin()
        return penalties
