"""A class on a terminal, as its gradebook holds it."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.i18n import _
from autograder.report.overview import LONGEST_TABLE, MOST_COLUMNS, class_statistics, remarks
from autograder.report.row import Row, TaskRow
from autograder.report.words import STYLES, points, sign

_MOST_NAMES = 10


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """A student's grade for an assignment in the gradebook.

    Attributes
    ----------
    student, name : str
        The student's id and full name, which may be empty.
    tasks : dict of str to float
        Points by task, the kit's or those given by hand.
    other : float
        Points of cells that belong to no task, which are graded by hand.
    extra : float
        Extra credit.
    penalty : float
        Points taken for a late submission.
    score : float
        The total, as nbgrader exports it.
    pending : bool
        Whether a cell waits for a person.
    missing : bool
        Whether there is no submission.
    """

    student: str
    name: str
    tasks: dict[str, float] = {}
    other: float = 0.0
    extra: float = 0.0
    penalty: float = 0.0
    score: float = 0.0
    pending: bool = False
    missing: bool = False


class GradedClass(msgspec.Struct, frozen=True, kw_only=True):
    """The grades of an assignment in the gradebook.

    Attributes
    ----------
    grades : list of Grade
        Of all students of the gradebook, sorted by student.
    maximum : float
        The points of the assignment.
    unknown : list of str
        Students with a submission whom the gradebook did not know before.
    """

    grades: list[Grade]
    maximum: float
    unknown: list[str]


Column = tuple[str, Callable[[Grade], Text]]


def gradebook_overview(graded: GradedClass, rows: Sequence[Row]) -> RenderableType:
    """Render a class: its students, or its statistics if there are more than 60.

    Parameters
    ----------
    graded : GradedClass
        The grades.
    rows : sequence of Row
        The reports of this run, for the status of each task and for remarks.
    """
    if len(graded.grades) <= LONGEST_TABLE:
        return Group(_table(graded, rows), *remarks(rows), *_counts(graded))
    grades = {grade.student: grade for grade in graded.grades}
    scores = [grade.score for grade in graded.grades if not grade.missing]
    held = [_with_points(row, grades[row.student]) for row in rows]
    return Group(class_statistics(held, scores, graded.maximum), *_counts(graded))


def _with_points(row: Row, grade: Grade) -> Row:
    tasks = [
        msgspec.structs.replace(task, points=grade.tasks.get(task.name, 0.0)) for task in row.tasks
    ]
    return msgspec.structs.replace(row, tasks=tuple(tasks))


def _table(graded: GradedClass, rows: Sequence[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    columns = [*_names(graded.grades), *_task_columns(rows), *_additions(graded.grades)]
    columns += [(f"{_('score')}\n/ {points(graded.maximum)}", _score)]
    for heading, cell in columns:
        text = cell in (_student, _name, _state)
        table.add_column(
            heading, justify="left" if text else "right", no_wrap=not text, overflow="fold"
        )
    for grade in graded.grades:
        table.add_row(*(cell(grade) for _heading, cell in columns))
    return table


def _names(grades: Sequence[Grade]) -> Iterator[Column]:
    yield _("student"), _student
    if any(grade.name for grade in grades):
        yield _("name"), _name


def _task_columns(rows: Sequence[Row]) -> Iterator[Column]:
    """Yield a column per task, or the signs of all tasks in one column if there are many."""
    tasks = {row.student: row.tasks for row in rows}
    if len(rows[0].tasks) > MOST_COLUMNS:
        yield _("tasks"), lambda grade: _signs(tasks.get(grade.student, ()))
        return
    for number, task in enumerate(rows[0].tasks):
        heading = f"{task.name}\n/ {points(task.max_points)}"

        def cell(grade: Grade, number: int = number, name: str = task.name) -> Text:
            held = grade.tasks.get(name)
            if held is None:
                return Text("")
            if grade.student not in tasks:
                return Text(points(held))
            status = tasks[grade.student][number].status
            return Text(f"{points(held)} {sign(status)}", style=STYLES[status])

        yield heading, cell


def _signs(tasks: Sequence[TaskRow]) -> Text:
    return Text.assemble(*((sign(task.status), STYLES[task.status]) for task in tasks))


def _additions(grades: Sequence[Grade]) -> Iterator[Column]:
    """Yield the columns of what a person or a deadline has added or taken, where there is any."""
    if any(grade.other for grade in grades):
        yield _("by hand"), lambda grade: _amount(grade.other)
    if any(grade.extra for grade in grades):
        yield _("extra credit"), lambda grade: _amount(grade.extra)
    if any(grade.penalty for grade in grades):
        yield _("late"), lambda grade: _amount(-grade.penalty)
    if any(grade.missing or grade.pending for grade in grades):
        yield "", _state


def _amount(value: float) -> Text:
    return Text(points(value) if value else "")


def _student(grade: Grade) -> Text:
    return Text(grade.student)


def _name(grade: Grade) -> Text:
    return Text(grade.name)


def _state(grade: Grade) -> Text:
    if grade.missing:
        return Text(_("missing"), style="yellow")
    return Text(_("pending") if grade.pending else "", style="yellow")


def _score(grade: Grade) -> Text:
    return Text(points(grade.score), style="bold")


def _counts(graded: GradedClass) -> Iterator[Text]:
    """Yield sentences on grades that are not final."""
    pending = sum(grade.pending for grade in graded.grades)
    missing = sum(grade.missing for grade in graded.grades)
    if pending:
        text = _("Pending, because a cell waits to be graded by hand: {n}")
        yield Text(text.format(n=pending), style="yellow")
    if missing:
        text = _("Missing, because there is no submission: {n}")
        yield Text(text.format(n=missing), style="yellow")
    if graded.unknown:
        names = ", ".join(graded.unknown[:_MOST_NAMES])
        more = ", …" if len(graded.unknown) > _MOST_NAMES else ""
        text = _("Unknown to the gradebook, and added to it: {n} ({names})")
        yield Text(text.format(n=len(graded.unknown), names=names + more), style="yellow")
