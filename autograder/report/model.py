"""The report: what grading one submission found, as data.

``docs/report.md`` documents the same fields for readers of the JSON; a change that could break
them raises :data:`SCHEMA_VERSION`.
"""

from enum import StrEnum

import msgspec

from autograder.errors import KitError
from autograder.heatmap import ErrorMap
from autograder.i18n import _

SCHEMA_VERSION = 1


class Status(StrEnum):
    """Status of a check or task; later members are more informative."""

    PASSED = "passed"
    NOT_STARTED = "not started"
    BLOCKED = "blocked"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    UNCHECKED = "not checked"


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """One check of a task.

    Attributes
    ----------
    name : str
        The test function's name.
    description : str
        What was checked, in the report's language.
    status : Status
        How it ended.
    visible : bool
        Whether the student has this check.
    message : str
        Why it did not pass; empty when it did.
    maps : tuple of ErrorMap
        Pictures of where arrays are wrong; visible checks only.
    points, max_points : float
        Earned and possible points.
    seconds : float
        Wall-clock time.
    """

    name: str
    description: str
    status: Status
    visible: bool
    message: str
    points: float
    max_points: float
    seconds: float
    maps: tuple[ErrorMap, ...] = ()


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """A person's change to the points of a task.

    Attributes
    ----------
    earned : float
        The points that the checks gave.
    reason, by : str
        Why they were changed, and by whom.
    """

    earned: float
    reason: str
    by: str


class TaskResult(msgspec.Struct, frozen=True, kw_only=True):
    """One task: the sum of its checks, unless a person has changed it.

    Attributes
    ----------
    note : str
        A sentence on how it was checked; mostly empty.
    override : Override or None
        Why ``points`` are not the sum of the checks, where a person has changed them.
    """

    name: str
    status: Status
    points: float
    max_points: float
    seconds: float
    checks: tuple[CheckResult, ...]
    note: str = ""
    override: Override | None = None


class DataUsed(msgspec.Struct, frozen=True, kw_only=True):
    """The data set, or its stand-in, that a submission was checked on."""

    name: str
    source: str
    stand_in: bool


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The result of grading one submission.

    Attributes
    ----------
    schema_version : int
        Version of this format.
    kit_version : str
        Version of the program.
    student, assignment, title : str
        Whose, of which assignment, and its title in the report's language.
    language : str
        ``"en"`` or ``"ko"``.
    hidden_checks : bool
        False for a student's own run, which has the visible checks only: its score is not a grade.
    score, max_score : float
        Sums over the tasks, rounded to 1e-6.
    isolation : str
        Level of isolation under which the student's code ran.
    data : DataUsed or None
        The data set, for assignments that have one.
    seed : int
        Seed of the random inputs; the same at a regrade.
    seconds : float
        Wall-clock time of the whole.
    problems : tuple of str
        Sentences on the submission as a whole: a syntax error, an exception while loading.
    tasks : tuple of TaskResult
        In the order of the assignment.
    """

    kit_version: str
    student: str
    assignment: str
    title: str
    language: str
    hidden_checks: bool
    score: float
    max_score: float
    isolation: str
    data: DataUsed | None
    seed: int
    seconds: float
    problems: tuple[str, ...]
    tasks: tuple[TaskResult, ...]
    schema_version: int = SCHEMA_VERSION

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(task.status is Status.PASSED for task in self.tasks)


def task_result(
    name: str, checks: tuple[CheckResult, ...], max_points: float, note: str = ""
) -> TaskResult:
    """Sum up the checks of a task; its status is the most informative one."""
    order = list(Status)
    return TaskResult(
        name=name,
        status=max((check.status for check in checks), key=order.index),
        points=round(sum(check.points for check in checks), 6),
        max_points=max_points,
        seconds=round(sum(check.seconds for check in checks), 6),
        checks=checks,
        note=note,
    )


def with_tasks(report: Report, tasks: tuple[TaskResult, ...]) -> Report:
    """Return a report with other results, and the sums that go with them."""
    return msgspec.structs.replace(
        report,
        tasks=tasks,
        score=round(sum(task.points for task in tasks), 6),
        max_score=round(sum(task.max_points for task in tasks), 6),
    )


def to_json(report: Report, *, indent: bool = True) -> bytes:
    """Serialise a report as UTF-8 JSON with a final newline."""
    data = msgspec.json.encode(report)
    return (msgspec.json.format(data, indent=2) if indent else data) + b"\n"


def from_json(data: bytes, name: str) -> Report:
    """Read a report back.

    Raises
    ------
    KitError
        Not JSON, or not a report of this version; ``name`` says which file it was.
    """
    try:
        return msgspec.json.decode(data, type=Report)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        text = _("{name} is not a report of this version: {error}")
        raise KitError(text.format(name=name, error=error)) from error
