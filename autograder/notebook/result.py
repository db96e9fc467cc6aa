"""What ``check`` gives back: a number that shows itself as a report."""

from typing import Self

from autograder.i18n import Text
from autograder.report.model import TaskResult
from autograder.report.templates import task_fragment


class Result(float):
    """The points that the visible checks of a task give, out of all the task's points.

    It prints as that number and nothing else, which is what nbgrader reads from a test cell; a
    notebook shows the report.

    Attributes
    ----------
    task : TaskResult
        What the checks found.
    hint : Text
        Of the task.
    note : str
        What to bear in mind.
    """

    task: TaskResult
    hint: Text
    note: str

    def __new__(cls, task: TaskResult, hint: Text, note: str) -> Self:
        """Make the number of the result."""
        result = super().__new__(cls, min(task.points, task.max_points))
        result.task, result.hint, result.note = task, hint, note
        return result

    def _repr_html_(self) -> str:
        return task_fragment(self.task, hint=self.hint, note=self.note)
