"""Record a report: in the graded notebook, and in nbgrader's gradebook."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

import msgspec
from markupsafe import Markup, escape

from autograder.batch.overrides import FILE
from autograder.build.notebooks import check_id
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.gradebook.released import NAMESPACE, is_solution, is_test, nbgrader_metadata
from autograder.i18n import Text, _, ngettext, speaking
from autograder.report.model import Report, Status, TaskResult, with_tasks
from autograder.report.templates import task_fragment
from autograder.report.words import override_sentence

if TYPE_CHECKING:
    from nbgrader.preprocessors import AssignLatePenalties

_LIST = Markup('<ul style="margin:0">{items}</ul>')
_ITEM = Markup('<li style="white-space:pre-wrap">{text}</li>')
# nbgrader's own comment on an answer that is still the stub
NO_RESPONSE = "No response."

_SILENT = (Status.PASSED, Status.NOT_STARTED)


def scale_points(report: Report, notebooks: Iterable[Any]) -> Report:
    """Scale the points of a report to those of the released test cells.

    An instructor can change a cell's points in nbgrader, or the manifest after the release. The
    share of the points that a student has earned stays the same.
    """
    cells = [cell for notebook in notebooks for cell in notebook.cells if is_test(cell)]
    metadata = map(nbgrader_metadata, cells)
    maxima = {each["grade_id"]: float(each["points"]) for each in metadata}
    tasks = (_scale(task, maxima.get(check_id(task.name))) for task in report.tasks)
    return with_tasks(report, tuple(tasks))


def _scale(task: TaskResult, maximum: float | None) -> TaskResult:
    if maximum is None or maximum == task.max_points:
        return task
    factor = maximum / task.max_points
    checks = [
        msgspec.structs.replace(
            check,
            points=round(check.points * factor, 6),
            max_points=round(check.max_points * factor, 6),
        )
        for check in task.checks
    ]
    override = task.override and msgspec.structs.replace(
        task.override, earned=round(task.override.earned * factor, 6)
    )
    return msgspec.structs.replace(
        task,
        points=round(task.points * factor, 6),
        max_points=maximum,
        checks=tuple(checks),
        override=override,
    )


def changed_points(maxima: Mapping[str, float], assignment: Assignment) -> str:
    """Return a sentence on tasks whose points in the gradebook are not the manifest's, or "".

    Parameters
    ----------
    maxima : mapping of str to float
        The points of each task in the gradebook.
    assignment : Assignment
        Of the kit's course.
    """
    text = _("{task} {points} instead of {manifest}")
    changes = [
        text.format(task=task.name, points=f"{maxima[task.name]:g}", manifest=f"{task.points:g}")
        for task in assignment.tasks
        if maxima.get(task.name, task.points) != task.points
    ]
    if not changes:
        return ""
    text = _("The gradebook's points differ from the manifest's, and count: {changes}.")
    return text.format(changes=", ".join(changes))


def write_results(notebook: Any, report: Report, assignment: Assignment) -> None:
    """Give each test cell one result: its points, with the report of its task.

    nbgrader takes a single number as the cell's points. No output at all, text, or a number that
    is negative or not finite would give all of them, a line on stderr none.

    Raises
    ------
    KitError
        A test cell belongs to no task, so it would get its points for nothing.
    """
    tests = {nbgrader_metadata(cell)["grade_id"]: cell for cell in notebook.cells if is_test(cell)}
    tasks = {check_id(task.name): task for task in report.tasks}
    if unknown := sorted(tests.keys() - tasks.keys()):
        text = _(
            "The test cell `{name}` belongs to no task of {assignment}. Only the "
            "course's checks can be graded without a kernel: make it a manually graded "
            "cell or a task."
        )
        raise KitError(text.format(name=unknown[0], assignment=report.assignment))
    for name, cell in tests.items():
        task = tasks[name]
        _write_result(cell, task, assignment.task(task.name).hint)
    if report.problems:
        notebook.cells.insert(0, _remarks(report.problems))


def _write_result(cell: Any, task: TaskResult, hint: Text) -> None:
    import nbformat  # slow, and not needed by everything that imports this module

    points = min(max(task.points, 0.0), float(nbgrader_metadata(cell)["points"]))
    html = task_fragment(task, hint=hint, note="")
    data = {"text/plain": repr(float(points)), "text/html": html}
    cell.execution_count = 1
    result = {"output_type": "execute_result", "metadata": {}, "execution_count": 1, "data": data}
    cell.outputs = [nbformat.from_dict(result)]


def _remarks(problems: Sequence[str]) -> Any:
    from nbformat import v4

    html = _LIST.format(items=Markup().join(_ITEM.format(text=escape(p)) for p in problems))
    data = {"text/plain": "\n".join(problems), "text/html": str(html)}
    return v4.new_code_cell(
        "# " + _("Remarks on this notebook"),
        id="remarks",
        metadata={NAMESPACE: {}},
        outputs=[v4.new_output("display_data", data)],
    )


def record_grades(submitted: Any, notebook: Any, report: Report | None) -> list[str]:
    """Set the automatic scores and comments of a notebook; manual ones stay.

    Points of ``overrides.toml`` are automatic ones here: they follow the file.

    Parameters
    ----------
    submitted : nbgrader.api.SubmittedNotebook
        The notebook in the gradebook.
    notebook : NotebookNode
        The graded notebook.
    report : Report or None
        The report; None for a notebook without autograded cells.

    Returns
    -------
    list of str
        Sentences on points that were changed in nbgrader and in ``overrides.toml``.

    Raises
    ------
    KitError
        The gradebook does not know a cell of the notebook.
    """
    from nbgrader import utils

    grades = {each.name: each for each in submitted.grades}
    comments = {each.name: each for each in submitted.comments}
    _require_known(grades.keys() | comments.keys(), submitted, notebook)
    for cell in notebook.cells:
        name = nbgrader_metadata(cell).get("grade_id")
        if utils.is_grade(cell):
            grade = grades[name]
            grade.auto_score = _share_of(grade.max_score, *utils.determine_grade(cell))
            # nbgrader then asks for a second look at the manual grade
            grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
        if utils.is_solution(cell) or utils.is_task(cell):
            blank = nbgrader_metadata(cell).get("checksum") == utils.compute_checksum(cell)
            comments[name].auto_comment = NO_RESPONSE if blank and is_solution(cell) else None
    if report is None:
        return []
    _leave_open(grades, report)
    _write_comments(comments, notebook, report)
    return _override_scores(grades, report)


def _leave_open(grades: Mapping[str, Any], report: Report) -> None:
    """Let the cells of tasks with a broken check wait for a person, as nbgrader calls it."""
    for task in report.tasks:
        if task.status is Status.UNCHECKED and check_id(task.name) in grades:
            grades[check_id(task.name)].needs_manual_grade = True


def _override_scores(grades: Mapping[str, Any], report: Report) -> list[str]:
    """Set the scores that a person has changed; return sentences on those that do not count."""
    notes = []
    for task in report.tasks:
        grade = grades.get(check_id(task.name))
        if task.override is None or grade is None:
            continue
        grade.auto_score = _share_of(grade.max_score, task.points, task.max_points)
        if grade.manual_score is not None:
            text = _(
                "{student}: `{task}` also has points from formgrader. Those {points} points count, "
                "not the points of {file}."
            )
            points = f"{grade.manual_score:g}"
            notes.append(
                text.format(student=report.student, task=task.name, points=points, file=FILE)
            )
    return notes


def _share_of(maximum: float, score: float | None, released: float) -> float | None:
    """Scale a score to the gradebook's maximum, if that is not the released one."""
    if score is None or maximum == released:
        return score
    return round(score * maximum / released, 6) if released else 0.0


def _require_known(names: Set[str], submitted: Any, notebook: Any) -> None:
    """Refuse a released notebook with cells that the gradebook does not know."""
    from nbgrader import utils

    kinds = (utils.is_grade, utils.is_solution, utils.is_task)
    wanted = (cell for cell in notebook.cells if any(kind(cell) for kind in kinds))
    for name in (nbgrader_metadata(cell)["grade_id"] for cell in wanted):
        if name not in names:
            text = _(
                "The gradebook does not know the cell `{name}` of the released {file}; "
                "update it with `nbgrader generate_assignment --force {assignment}`. If nbgrader "
                "refuses, see “In the middle of the term” in docs/nbgrader.md."
            )
            file, assignment = f"{submitted.name}.ipynb", submitted.assignment.assignment.name
            raise KitError(text.format(name=name, file=file, assignment=assignment))


def _write_comments(comments: Mapping[str, Any], notebook: Any, report: Report) -> None:
    """Set the automatic comments on wrong answers; nbgrader's on stubs stay."""
    with speaking(report.language):
        found = comments_on(report)
    for cell in notebook.cells:
        name = nbgrader_metadata(cell).get("grade_id")
        if is_solution(cell) and name in found and comments[name].auto_comment != NO_RESPONSE:
            comments[name].auto_comment = found[name]


def comments_on(report: Report) -> dict[str, str]:
    """Return the comments by task; none on tasks that passed or are not started.

    Points that a person has changed are explained in any case.
    """
    found = {}
    for task in report.tasks:
        parts = [override_sentence(task)] if task.override else []
        if task.status not in _SILENT:
            parts.append(_comment_on_task(task))
        if parts:
            found[task.name] = "\n\n".join(parts)
    return found


def _comment_on_task(task: TaskResult) -> str:
    """Quote the most telling failed check, and count the others.

    The text is Markdown, and is displayed as plain text too. Indented lines are code in both, so
    text that a student has chosen cannot become anything else.
    """
    wrong = [check for check in task.checks if check.status is not Status.PASSED]
    worst = next(check for check in wrong if check.status is task.status)
    lines = [worst.description, *(f"  {line}" for line in worst.message.splitlines())]
    text = "\n".join(f"    {line}".rstrip() for line in lines)
    heading = _("Results of the checks:")
    others = len(wrong) - 1
    if not others:
        return f"{heading}\n\n{text}"
    more = ngettext(
        "{n} more check did not pass; the full report is in the test cell below.",
        "{n} more checks did not pass; the full report is in the test cell below.",
        others,
    )
    return f"{heading}\n\n{text}\n\n{more.format(n=others)}"


def record_penalty(
    database: Any, submitted: Any, chosen: "Callable[[], AssignLatePenalties]"
) -> None:
    """Set the penalty for a late submission.

    Parameters
    ----------
    database : sqlalchemy.orm.Session
        The session that the submission belongs to.
    submitted : nbgrader.api.SubmittedNotebook
        A notebook whose grades are recorded.
    chosen : callable
        Returns nbgrader's step with the plugin of the course; called for late submissions only.

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
            "nbgrader's plugin for late submissions failed for {student}: {kind}: "
            "{reason}. Fix it or its settings, then run the same command again to "
            "grade the rest."
        )
        kind, reason = type(error).__name__, str(error).rstrip(".")
        raise KitError(text.format(student=student, kind=kind, reason=reason)) from error
    submitted.late_submission_penalty = penalty
