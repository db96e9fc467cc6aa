"""A gradient that is wrong, and one whose cost is wrong, are told apart."""

from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Status
from autograder.sandbox.levels import Level

PROJECT = Path(__file__).parents[3]
PROPAGATE = """
import numpy as np
def propagate(W, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-np.clip(np.dot(W.T, X) + b, -500, 500)))
    P = np.clip(A, 1e-10, 1 - 1e-10)
    cost = -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) COST
    dZ = A - Y
    return cost, np.dot(X, dZ.T) SLOPES, np.sum(dZ) SLOPES
"""
OWN_ONLY = "agrees with your own cost, but not with the reference cost"
REFERENCE_ONLY = "agrees with the reference cost, but not with your own cost"


@pytest.fixture
def messages(tmp_path, cost, slopes):
    """Grade a `propagate` with this cost and these gradients; return why checks failed."""
    path = tmp_path / "mnist_binary.py"
    path.write_text(PROPAGATE.replace("COST", cost).replace("SLOPES", slopes), encoding="utf-8")
    assignment = find_course(PROJECT).assignment("04")
    with Judge(assignment, hidden=True, level=Level.PROCESS, tasks=["propagate"]) as judge:
        (task,) = judge.grade(Submission(student="kim", path=path)).tasks
    return "\n".join(check.message for check in task.checks if check.status is Status.FAILED)


@pytest.mark.parametrize(
    ("cost", "slopes", "said", "unsaid"),
    [
        ("* 2", "* 2", OWN_ONLY, REFERENCE_ONLY),
        ("* 2", "/ m", REFERENCE_ONLY, OWN_ONLY),
    ],
    ids=["both wrong alike", "cost wrong"],
)
def test_wrong_cost_is_told_from_a_wrong_gradient(messages, said, unsaid):
    """Where the gradient fits one of two costs, the report says which."""
    assert said in messages
    assert unsaid not in messages


@pytest.mark.parametrize(("cost", "slopes"), [("/ m", "* 3")])
def test_wrong_gradient_alone_is_no_matter_of_costs(messages):
    """Where it fits neither, the message is about the gradient."""
    assert "not the derivative of your own cost" in messages
    assert "agrees with" not in messages
