"""Grade the model answer before a class: a mistake of the course must cost no student a point."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from autograder.batch.job import JobSpec, judge_for
from autograder.batch.store import Store
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.files import read_text
from autograder.i18n import _
from autograder.intake import Submission
from autograder.report.model import CheckResult, Report, Status
from autograder.report.outcomes import Outcomes
from autograder.report.row import Row

MODEL_ANSWER = "model answer"


def require_passing_model(job: JobSpec, folder: Path) -> str:
    """Grade the model answer with the checks that the class will have.

    Its report is kept, so that it costs nothing while the course stays unchanged.

    Parameters
    ----------
    job : JobSpec
        What will be graded.
    folder : Path
        Where reports are kept.

    Returns
    -------
    str
        What the instructor should know: there is no model answer, or a task has no hidden check.
        Mostly empty.

    Raises
    ------
    KitError
        The model answer does not get all points; the text names check, file and line.
    """
    assignment = job.open()
    if not assignment.source.is_file():
        return _no_model(assignment)
    store = Store(folder, job)
    store.open()
    with TemporaryDirectory(prefix="autograder-model-") as own:
        # a copy: a submission must be no link to another file, and a course may be full of them
        path = Path(own, assignment.file)
        path.write_bytes(assignment.source.read_bytes())
        submission = Submission(MODEL_ANSWER, path, alone=True)
        key = store.key(submission)
        if report := store.find(key):
            return _without_hidden(report)
        with judge_for(job) as judge:
            report = judge.grade(submission)
    if all(task.status is Status.NOT_STARTED for task in report.tasks):
        return _no_model(assignment)
    if wrong := first_wrong(report):
        raise _refusal(assignment, *wrong)
    store.keep(key, report)
    return _without_hidden(report)


def first_wrong(report: Report) -> tuple[str, CheckResult] | None:
    """Return the first check that did not pass, after the name of its task."""
    for task in report.tasks:
        for check in task.checks:
            if check.status is not Status.PASSED:
                return task.name, check
    return None


def conclude(assignment: Assignment, outcomes: Outcomes, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what the instructor should know about the checks after a class is graded.

    Raises
    ------
    KitError
        A check failed by itself; everybody else's points are right.
    """
    for task, check, number in outcomes.failed_by_everyone():
        text = _(
            "Nobody passed the check `{check}` of `{task}` ({place}; {n} submissions). Look at the "
            "check before you release the grades."
        )
        yield text.format(check=check, task=task, place=place_of(assignment, check), n=number)
    broken = Counter(sentence for row in rows for sentence in row.unchecked)
    if broken:
        text = _("{check} Submissions: {n}.")
        each = [text.format(check=check, n=number) for check, number in sorted(broken.items())]
        text = _(
            "{assignment}: checks failed by themselves, and the points for them stay open. "
            "Fix them and run the same command again:\n{checks}"
        )
        raise KitError(text.format(assignment=assignment.name, checks="\n".join(each)))


def place_of(assignment: Assignment, name: str) -> str:
    """Return file and line of a check, as in ``tests/grading/03/test_x.py:12``."""
    function = name.partition("[")[0]
    for path in _files(assignment):
        for node in ast.walk(ast.parse(read_text(path))):
            if isinstance(node, ast.FunctionDef) and node.name == function:
                return f"{_shown(path, assignment)}:{node.lineno}"
    return _shown(assignment.visible, assignment)


def _files(assignment: Assignment) -> Iterator[Path]:
    yield assignment.visible
    if assignment.hidden is not None:
        yield from sorted(assignment.hidden.glob("test_*.py"))


def _shown(path: Path, assignment: Assignment) -> str:
    root = assignment.course
    return str(path.relative_to(root) if root and path.is_relative_to(root) else path)


def _without_hidden(report: Report) -> str:
    names = [task.name for task in report.tasks if all(check.visible for check in task.checks)]
    if not names:
        return ""
    text = _("{assignment}: without a hidden check: {tasks}.")
    return text.format(assignment=report.assignment, tasks=", ".join(f"`{n}`" for n in names))


def _no_model(assignment: Assignment) -> str:
    text = _(
        "{file}: there is no model answer, so mistakes in the checks of {name} cannot be found "
        "before they cost points."
    )
    return text.format(file=_shown(assignment.source, assignment), name=assignment.name)


def _refusal(assignment: Assignment, task: str, check: CheckResult) -> KitError:
    text = _(
        "Nobody was graded: the model answer {model} does not pass the check `{check}` of `{task}` "
        "({place}): {reason} Fix the check or the model answer, then run the same command again."
    )
    return KitError(
        text.format(
            model=_shown(assignment.source, assignment),
            check=check.name,
            task=task,
            place=place_of(assignment, check.name),
            reason=" ".join(check.message.split()),
        )
    )
