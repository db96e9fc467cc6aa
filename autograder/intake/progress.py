"""How far a student is, without running anything."""

import re

from autograder.course.root import Assignment
from autograder.intake.code import Unreadable
from autograder.intake.read import read_code

_LEFT = re.compile(r"raise NotImplementedError\([\"'](\w+)[\w.]*: not written yet")


def written_tasks(assignment: Assignment) -> set[str]:
    """Name the tasks of a student's folder of which no stub is left.

    Whether what is written there is right, only the checks can tell. A cell with a syntax error
    counts as not written.
    """
    try:
        code = read_code(assignment.folder, assignment.module)
    except Unreadable:
        return set()
    source = "\n".join(cell.source for cell in code.cells)
    left = set(_LEFT.findall(source))
    return {
        task.name
        for task in assignment.tasks
        if task.name not in left and re.search(rf"^(def|class) {task.name}\b", source, re.M)
    }
