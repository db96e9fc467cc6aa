"""Nobody earns a point by functions that do nothing."""

from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge

ASSIGNMENTS = find_course(Path(__file__)).assignments
IDLE = {
    "nothing": "return None",
    "text": "return 'right'",
    "not a number": "return np.nan",
    "zero": "return 0.0",
    "zeros": "return np.zeros_like(np.asarray(arguments[0], float)) if arguments else 0.0",
    "one": "return 1.0",
    "no values": "return np.array([])",
}


@pytest.fixture(scope="module")
def judges():
    """Give the judge of each assignment, started when it is first asked for."""
    started = {}

    def judge(assignment):
        if assignment.name not in started:
            started[assignment.name] = Judge(assignment, hidden=True)
        return started[assignment.name]

    yield judge
    for each in started.values():
        each.close()


# the others are tried on two assignments only, but for the soak
EVERYWHERE = ("nothing", "zeros")
CASES = [
    pytest.param(
        assignment,
        body,
        id=f"{assignment.name}-{name}",
        marks=[] if number < 2 or name in EVERYWHERE else [pytest.mark.soak],
    )
    for number, assignment in enumerate(ASSIGNMENTS)
    for name, body in IDLE.items()
]


@pytest.mark.parametrize(("assignment", "body"), CASES)
def test_idle_functions_earn_nothing(judges, tmp_path, assignment, body):
    """Whatever all tasks return without looking at their arguments, it is worth nothing."""
    path = tmp_path / assignment.file
    functions = (f"def {task.name}(*arguments, **more): {body}" for task in assignment.tasks)
    path.write_text("\n".join(["import numpy as np", *functions]), encoding="utf-8")

    report = judges(assignment).grade(Submission("kim", path))

    assert {task.name: task.points for task in report.tasks if task.points} == {}
