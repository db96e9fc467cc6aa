"""Words, signs and numbers that all forms of a report share."""

from autograder.heatmap import ErrorMap
from autograder.i18n import _
from autograder.report.model import Status, TaskResult

# of a terminal
STYLES = {
    Status.PASSED: "green",
    Status.NOT_STARTED: "bright_black",
    Status.BLOCKED: "bright_black",
    Status.FAILED: "red",
    Status.TIMED_OUT: "yellow",
    Status.CRASHED: "magenta",
    Status.UNCHECKED: "yellow",
}
_SIGNS = {
    Status.PASSED: "✔",
    Status.NOT_STARTED: "○",
    Status.BLOCKED: "⊘",
    Status.FAILED: "✘",
    Status.TIMED_OUT: "⧖",
    Status.CRASHED: "✘",
    Status.UNCHECKED: "?",
}


def sign(status: Status) -> str:
    """Return the one character that stands for a status."""
    return _SIGNS[status]


def status_name(status: Status) -> str:
    """Name a status in the chosen language."""
    names = {
        Status.PASSED: _("passed"),
        Status.NOT_STARTED: _("not started"),
        Status.BLOCKED: _("blocked"),
        Status.FAILED: _("failed"),
        Status.TIMED_OUT: _("timed out"),
        Status.CRASHED: _("crashed"),
        Status.UNCHECKED: _("not checked"),
    }
    return names[status]


def points(value: float) -> str:
    """Write points with at most two digits: ``2``, ``1.5``, ``0.67``."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def passed_of_all(task: TaskResult) -> str:
    """Return how many of a task's checks passed: ``4 of 5 checks``."""
    passed = sum(check.status is Status.PASSED for check in task.checks)
    return _("{passed} of {all} checks").format(passed=passed, all=len(task.checks))


def points_of_all(task: TaskResult) -> str:
    """Return how many of a task's points were earned: ``1.5 of 2 points``."""
    text = _("{points} of {all} points")
    return text.format(points=points(task.points), all=points(task.max_points))


def override_sentence(task: TaskResult) -> str:
    """Say who changed the points of a task, from what, and why; "" if nobody did."""
    if task.override is None:
        return ""
    text = _("Points changed from {earned} to {points} by {by}: {reason}")
    return text.format(
        earned=points(task.override.earned),
        points=points(task.points),
        by=task.override.by,
        reason=task.override.reason,
    )


def map_title(found: ErrorMap) -> str:
    """Return the title of an error map."""
    title = _("{name} {shape}: relative error of each entry")
    if found.block != (1, 1):
        title = _("{name} {shape}: largest relative error in each block of {rows} × {columns}")
    rows, columns = found.block
    return title.format(name=found.name, shape=found.shape, rows=rows, columns=columns)


def error_name(error: int) -> str:
    """Name a class of an error map."""
    names = [_("right"), _("below 1%"), _("below 10%"), _("below 100%"), _("at least 100%")]
    return names[error] if error >= 0 else _("not checked")


def error_sign(error: int) -> str:
    """Return the one character that stands for a class of an error map."""
    return "·123#"[error] if error >= 0 else ""
