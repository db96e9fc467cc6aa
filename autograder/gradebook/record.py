"""Grades of one submission in nbgrader's gradebook, as ``nbgrader autograde`` leaves them."""

from collections.abc import Callable, Mapping, Set
from typing import TYPE_CHECKING, Any

from nbgrader import utils

from autograder.errors import KitError
from autograder.gradebook.comments import NO_RESPONSE, diagnoses
from autograder.gradebook.marks import is_solution, marks
from autograder.i18n import _, speaking
from autograder.report.model import Report

if TYPE_CHECKING:
    from nbgrader.preprocessors import AssignLatePenalties


def record(submitted: Any, notebook: Any, report: Report | None) -> None:
    """Set automatic scores and comments of a notebook; what a person has set stays.

    Parameters
    ----------
    submitted : nbgrader.api.SubmittedNotebook
        The notebook in the gradebook.
    notebook : NotebookNode
        The graded notebook.
    report : Report or None
        What came of it; None for a notebook that has nothing for checks.

    Raises
    ------
    KitError
        The gradebook does not know a cell of the notebook.
    """
    grades = {each.name: each for each in submitted.grades}
    comments = {each.name: each for each in submitted.comments}
    _require_known(grades.keys() | comments.keys(), submitted, notebook)
    for cell in notebook.cells:
        name = marks(cell).get("grade_id")
        if utils.is_grade(cell):
            grade = grades[name]
            grade.auto_score, _most = utils.determine_grade(cell)
            # who has graded by hand is asked to look again
            grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
        if utils.is_solution(cell) or utils.is_task(cell):
            blank = marks(cell).get("checksum") == utils.compute_checksum(cell)
            comments[name].auto_comment = NO_RESPONSE if blank and is_solution(cell) else None
    if report is not None:
        _comment(comments, notebook, report)


def penalise(database: Any, submitted: Any, chosen: "Callable[[], AssignLatePenalties]") -> None:
    """Set the penalty for a late submission.

    Parameters
    ----------
    database : sqlalchemy.orm.Session
        Where the submission comes from.
    submitted : nbgrader.api.SubmittedNotebook
        A notebook whose grades are recorded.
    chosen : callable
        Returns nbgrader's step with the plugin that the course has chosen; called for what is late.

    Raises
    ------
    KitError
        The plugin fails.
    """
    submission = submitted.assignment
    submitted.late_submission_penalty = None
    if submission.total_seconds_late <= 0:
        return
    # the database sums up the score
    database.flush()
    database.refresh(submitted, ["score"])
    student, seconds = submission.student_id, submission.total_seconds_late
    try:
        penalties = chosen()
        penalty = penalties.plugin_inst.late_submission_penalty(student, submitted.score, seconds)
        if penalty is not None:
            penalty = penalties._check_late_penalty(submitted, penalty)
    except Exception as error:  # a plugin is a program of the course's, and may raise anything
        text = _(
            "nbgrader's plugin for late submissions fails at that of {student}: {kind}: {reason}. "
            "Mend it, or its settings; the same command does the rest."
        )
        kind, reason = type(error).__name__, str(error).rstrip(".")
        raise KitError(text.format(student=student, kind=kind, reason=reason)) from error
    submitted.late_submission_penalty = penalty


def _require_known(names: Set[str], submitted: Any, notebook: Any) -> None:
    """Refuse a notebook that was released, but not from what the gradebook was told."""
    kinds = (utils.is_grade, utils.is_solution, utils.is_task)
    wanted = (cell for cell in notebook.cells if any(kind(cell) for kind in kinds))
    for name in (marks(cell)["grade_id"] for cell in wanted):
        if name not in names:
            text = _(
                "The gradebook does not know the cell `{name}` of the released {file}; make them "
                "agree with `nbgrader generate_assignment --force {assignment}`."
            )
            file, assignment = f"{submitted.name}.ipynb", submitted.assignment.assignment.name
            raise KitError(text.format(name=name, file=file, assignment=assignment))


def _comment(comments: Mapping[str, Any], notebook: Any, report: Report) -> None:
    """Set the automatic comments on answers with a fault; nbgrader's on blank ones stay."""
    with speaking(report.language):
        found = diagnoses(report)
    for cell in notebook.cells:
        name = marks(cell).get("grade_id")
        if is_solution(cell) and name in found and comments[name].auto_comment != NO_RESPONSE:
            comments[name].auto_comment = found[name]
