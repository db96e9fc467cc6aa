"""Grades of one submission in nbgrader's gradebook, as ``nbgrader autograde`` leaves them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nbgrader import utils

from autograder.gradebook.comments import NO_RESPONSE, diagnoses
from autograder.gradebook.marks import is_solution, marks
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
    """
    grades = {each.name: each for each in submitted.grades}
    comments = {each.name: each for each in submitted.comments}
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
    """
    submission = submitted.assignment
    submitted.late_submission_penalty = None
    if submission.total_seconds_late <= 0:
        return
    # the database sums up the score
    database.flush()
    database.refresh(submitted, ["score"])
    penalties = chosen()
    penalty = penalties.plugin_inst.late_submission_penalty(
        submission.student_id, submitted.score, submission.total_seconds_late
    )
    if penalty is not None:
        submitted.late_submission_penalty = penalties._check_late_penalty(submitted, penalty)


def _comment(comments: Mapping[str, Any], notebook: Any, report: Report) -> None:
    """Set the automatic comments on answers with a fault; nbgrader's on blank ones stay."""
    found = diagnoses(report)
    for cell in notebook.cells:
        name = marks(cell).get("grade_id")
        if is_solution(cell) and name in found and comments[name].auto_comment != NO_RESPONSE:
            comments[name].auto_comment = found[name]
