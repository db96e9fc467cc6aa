"""A report on a terminal, in full."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from autograder.i18n import _
from autograder.report.model import CheckResult, Report, Status, TaskResult
from autograder.report.words import (
    STYLES,
    override_sentence,
    passed_of_all,
    points,
    points_of_all,
    sign,
    status_name,
)

_INDENT = 4


def submission(report: Report) -> RenderableType:
    """Render one report in full.

    Everything in it that comes from a student is plain text, never markup.
    """
    parts: list[RenderableType] = [_heading(report)]
    parts += [Text(f"! {problem}", style="yellow") for problem in report.problems]
    graded = report.hidden_checks
    if _nothing_ran(report):
        parts += [_task_line(each, graded=graded) for each in report.tasks]
        parts += [Text(f"! {text}") for text in map(override_sentence, report.tasks) if text]
    else:
        parts += [task(each, graded=graded) for each in report.tasks]
    parts += ["", *_footer(report)]
    return Group(*parts)


def _nothing_ran(report: Report) -> bool:
    """Return whether every check only repeats a problem of the whole submission."""
    reasons = {check.message for each in report.tasks for check in each.checks}
    return reasons <= set(report.problems)


def task(result: TaskResult, *, graded: bool) -> RenderableType:
    """Render a task's line and failures; its points only if it was graded."""
    notes = filter(None, (override_sentence(result), result.note))
    lines = [Padding(Text(note), (0, 0, 0, _INDENT)) for note in notes]
    return Group(_task_line(result, graded=graded), *lines, *_checks(result))


def _heading(report: Report) -> Text:
    heading = Text(report.title, style="bold")
    heading.append(f"  {report.assignment}", style="bright_black")
    if report.hidden_checks:
        heading.append(f"  {report.student}", style="cyan")
    return heading


def _task_line(task: TaskResult, *, graded: bool) -> Text:
    style = STYLES[task.status]
    line = Text(f"{sign(task.status)} ", style=style)
    line.append(f"{task.name:<24} ", style=f"bold {style}")
    line.append(passed_of_all(task), style="bright_black")
    if graded:
        line.append(f"   {points_of_all(task)}")
    return line


def _checks(task: TaskResult) -> list[RenderableType]:
    """Show the failures; checks with the same reason share it."""
    lines: list[RenderableType] = []
    wrong = [check for check in task.checks if check.status is not Status.PASSED]
    for position, check in enumerate(wrong, start=1):
        lines.append(Padding(_check_line(check), (0, 0, 0, _INDENT)))
        following = wrong[position].message if position < len(wrong) else None
        if check.message != following:
            lines.append(Padding(Text(check.message), (0, 0, 0, _INDENT + 2)))
    if any(check.status is Status.FAILED for check in wrong):
        hint = _("stuck? autograder hint {task}").format(task=task.name)
        lines.append(Padding(Text(hint, style="bright_black"), (0, 0, 0, _INDENT)))
    return lines


def _check_line(check: CheckResult) -> Text:
    style = STYLES[check.status]
    line = Text(f"{sign(check.status)} ", style=style)
    line.append(check.description, style="bold")
    if check.status is not Status.FAILED:
        line.append(f" — {status_name(check.status)}", style=style)
    if not check.visible:
        line.append("  " + _("(hidden check)"), style="bright_black")
    return line


def _footer(report: Report) -> list[RenderableType]:
    lines: list[RenderableType] = []
    if report.data is not None:
        source = _("Data: {source}.").format(source=report.data.source)
        lines.append(Text(source, style="bright_black"))
        if report.data.stand_in:
            lines.append(Text(_("This data set stands in for the real data."), style="yellow"))
    if report.isolation == "process":
        warning = _("Isolation: a plain process. Use a better level to grade other people's code.")
        lines.append(Text(warning if report.hidden_checks else "", style="yellow"))
    lines.append(_verdict(report))
    return lines


def _verdict(report: Report) -> Text:
    if report.hidden_checks:
        text = _("Score: {score} of {all} points.").format(
            score=points(report.score), all=points(report.max_score)
        )
        return Text(text, style="bold")
    checks = [check for task in report.tasks for check in task.checks]
    passed = sum(check.status is Status.PASSED for check in checks)
    if passed == len(checks):
        text = _("All {n} visible checks passed. Grading also runs hidden checks.")
        return Text(text.format(n=len(checks)), style="bold green")
    text = _("{passed} of {all} visible checks passed. Grading also runs hidden checks.")
    return Text(text.format(passed=passed, all=len(checks)), style="bold")
