"""What was handed in: find it, read it without trusting it, cut it into cells."""

from autograder.intake.code import Cell, Code, Unreadable
from autograder.intake.progress import written_tasks
from autograder.intake.read import read_code
from autograder.intake.submissions import ClassList, Submission, submissions

__all__ = [
    "Cell",
    "ClassList",
    "Code",
    "Submission",
    "Unreadable",
    "read_code",
    "submissions",
    "written_tasks",
]
