"""Grade the submissions of an nbgrader course, without importing nbgrader, which is slow."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from autograder.batch.job import JobSpec, judge_for
from autograder.batch.overrides import Overrides
from autograder.course.data_choice import DataChoice
from autograder.course.nbgrader_link import is_linked, linked
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.gradebook.cell_scores import scale_points, write_results
from autograder.gradebook.code_cells import code_of
from autograder.gradebook.imports import importing_nbgrader
from autograder.gradebook.merge import merge_submission
from autograder.gradebook.released import has_tests, released_names
from autograder.i18n import _, speaking
from autograder.intake import Submission
from autograder.report.model import Report
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import best_level

if TYPE_CHECKING:
    from autograder.judge import Judge


class CourseJob(NamedTuple):
    """One assignment of an nbgrader course, to be graded.

    Attributes
    ----------
    root : Path
        The nbgrader course.
    language : str
        Language of everything that its students read.
    assignment : Assignment
        In the kit's course behind it.
    spec : JobSpec
        The specification for the processes that grade.
    """

    root: Path
    language: str
    assignment: Assignment
    spec: JobSpec

    @classmethod
    def of(cls, start: Path, name: str, *, allow_unisolated: bool, data: DataChoice) -> "CourseJob":
        """Create the job for an assignment.

        Parameters
        ----------
        start : Path
            The nbgrader course, or a folder in it.
        name : str
            The assignment's name, or the beginning of it.
        allow_unisolated, data
            As for :class:`~autograder.gradebook.converter.Engine`.

        Raises
        ------
        KitError
            The folder is not in an nbgrader course of the kit, the course has no such assignment,
            or this machine cannot isolate students' code.
        """
        root = _course_root(start)
        language = linked(root).language
        assignment = find_course(root).assignment(name)
        level = grading_level(allow_unisolated=allow_unisolated)
        with speaking(language):
            return cls(root, language, assignment, JobSpec.of(assignment, level, data))


def _course_root(start: Path) -> Path:
    start = start.resolve()
    for folder in (start, *start.parents):
        if is_linked(folder):
            return folder
    text = _(
        "{folder}: name the SUBMISSIONS to grade, or use --course with an nbgrader "
        "course created by `autograder course init`"
    )
    raise KitError(text.format(folder=start))


def grading_level(*, allow_unisolated: bool) -> Level:
    """Return the isolation level for students' code on this machine.

    Raises
    ------
    KitError
        There is no isolation, and grading without it was not allowed.
    """
    level = best_level()
    if level is Level.PROCESS and not allow_unisolated:
        text = _(
            "This machine cannot isolate student code: it would run with your "
            "privileges. Run `autograder doctor` to see how to fix this."
        )
        raise KitError(text)
    return level


class NotebookSubmission(NamedTuple):
    """A student's submission in an nbgrader course.

    Attributes
    ----------
    student : str
        The student's id.
    folder : Path
        The submitted folder.
    release : Path
        The folder of the released notebooks.
    """

    student: str
    folder: Path
    release: Path


class GradedSubmission(NamedTuple):
    """A graded submission.

    Attributes
    ----------
    report : Report
        The grade.
    notebooks : dict of str to str
        The contents of the graded notebooks, by name.
    """

    report: Report
    notebooks: dict[str, str]

    @property
    def student(self) -> str:
        """The student's id."""
        return self.report.student


def grade_submission(spec: JobSpec, submission: NotebookSubmission) -> GradedSubmission:
    """Merge the notebooks of a submission, grade it, and write the report into them.

    Raises
    ------
    KitError
        A released notebook cannot be read, or the kit cannot work in this process.
    """
    with importing_nbgrader():
        import nbformat
    student, folder, release = submission
    with judge_for(spec) as judge:
        names = {judge.assignment.module, *released_names(release)}
        notebooks = {name: merge_submission(folder, name, release) for name in sorted(names)}
        report = grade_notebook(judge, student, notebooks[judge.assignment.module])
        report = Overrides(judge.assignment).apply(report)
        report = scale_points(report, notebooks.values())
        for notebook in notebooks.values():
            if has_tests(notebook):
                write_results(notebook, report, judge.assignment)
    contents = {name: f"{nbformat.writes(each)}\n" for name, each in notebooks.items()}
    return GradedSubmission(report, contents)


def grade_notebook(judge: "Judge", student: str, notebook: Any) -> Report:
    """Grade a merged notebook."""
    return judge.grade(Submission(student, None, code=code_of(notebook)), another=True)
