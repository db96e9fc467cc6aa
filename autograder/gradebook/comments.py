"""What is written below a student's answer."""

from autograder.i18n import _, ngettext
from autograder.report.model import Report, Status, TaskResult

# nbgrader's own comment on an answer that is as it was handed out
NO_RESPONSE = "No response."

_SILENT = (Status.PASSED, Status.NOT_STARTED)


def diagnoses(report: Report) -> dict[str, str]:
    """Return, by task, what is wrong with it; nothing for tasks that are right or not started."""
    return {task.name: _diagnosis(task) for task in report.tasks if task.status not in _SILENT}


def _diagnosis(task: TaskResult) -> str:
    """Say what the check found that says most, and how many more did not pass.

    The text is Markdown, and shown as plain text too. Indented lines are code in both: nothing in
    them that a student has chosen can become anything else.
    """
    wrong = [check for check in task.checks if check.status is not Status.PASSED]
    worst = next(check for check in wrong if check.status is task.status)
    lines = [worst.description, *(f"  {line}" for line in worst.message.splitlines())]
    text = "\n".join(f"    {line}".rstrip() for line in lines)
    heading = _("What the checks found:")
    others = len(wrong) - 1
    if not others:
        return f"{heading}\n\n{text}"
    more = ngettext(
        "{n} more check did not pass; the test cell below has the whole report.",
        "{n} more checks did not pass; the test cell below has the whole report.",
        others,
    )
    return f"{heading}\n\n{text}\n\n{more.format(n=others)}"
