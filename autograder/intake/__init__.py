"""Find submissions, read them defensively and split them into cells."""

from autograder.intake.code import Beside, Cell, Code, Unreadable
from autograder.intake.read import read_code
from autograder.intake.submissions import ClassList, Submission, submissions

__all__ = [
    "Beside",
    "Cell",
    "ClassList",
    "Code",
    "Submission",
    "Unreadable",
    "read_code",
    "submissions",
]
