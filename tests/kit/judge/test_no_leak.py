"""Nobody gets to know a value that a hidden check expects, however often he hands in.

The students here are stronger than real ones: but for the last test the random inputs stay the same
from one submission to the next, although any change of the code changes them.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.course.root import find_course
from autograder.intake import Code, Submission
from autograder.judge import Judge
from autograder.judge.replay import InProcessSubject
from autograder.report.model import Status
from autograder.sandbox.levels import Level

PROJECT = Path(__file__).parents[3]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
# what a student returns who knows the shape and nothing else
CONSTANTS = {
    ("03", "sigmoid"): lambda c: lambda z: np.full(np.shape(z), c),
    ("03", "CEcost"): lambda c: lambda a, y: float(c),
    ("03", "backprop"): lambda c: lambda X, err: (np.full((X.shape[1], *err.shape[1:]), c), c),
    ("03", "l2_cost"): lambda c: lambda X, y, w, b, lam: float(c),
    ("05", "MSEcost"): lambda c: lambda A2, Y: float(c),
    ("06", "softmax"): lambda c: lambda z: np.full(np.shape(z), c),
    ("07", "forpass"): lambda c: (
        lambda A0, W1, b1, W2, b2: tuple(
            np.full((len(W), A0.shape[1]), c) for W in (W1, W1, W2, W2)
        )
    ),
}
SPOILT = {
    "twice": lambda values: 2 * values,
    "a half": lambda values: values / 2,
    "sum for mean": lambda values: 9 * values,
    "wrong sign": lambda values: -values,
    "off by one": lambda values: values + 1,
    "in bits": lambda values: values / np.log(2),
    "reversed": lambda values: values[::-1] if np.size(values) > 1 else 3 * values,
    "one entry": lambda values: (
        values * np.where(np.arange(np.size(values)) == 0, 3, 1).reshape(np.shape(values))
    ),
}


class Grader:
    """Grades one function of a submission that is right otherwise, always on the same inputs."""

    def __init__(self, judge, assignment, task):
        self._judge = judge
        self._subject = InProcessSubject(assignment, None)
        self._task = task
        self.right = self._subject.names()[task]

    def messages(self, code, digest="same"):
        """Return what hidden checks say of it, by check; the file's digest decides the inputs."""
        kernel = self._subject.kernel(self._subject.names(self._task, code))
        submission = Submission(student="kim", path=None, code=Code(cells=(), digest=digest))
        (result,) = self._judge.grade(submission, stand_in=kernel).tasks
        hidden = [each for each in result.checks if not each.visible]
        return {each.name: each.message for each in hidden if each.status is Status.FAILED}


@pytest.fixture
def grader(number, task):
    """Give what grades a task."""
    assignment = find_course(PROJECT).assignment(number)
    options = {"hidden": True, "level": Level.PROCESS, "tasks": [task], "quick": True}
    with Judge(assignment, **options) as judge:
        yield Grader(judge, assignment, task)


@pytest.fixture
def expected(monkeypatch):
    """Note all numbers that hidden checks expect, as long as the test runs."""
    noted = []

    def noting(function, where):
        def run(*args, **kwargs):
            if expect.hidden.get():
                noted.extend(np.asarray(args[where], float).ravel())
            return function(*args, **kwargs)

        return run

    monkeypatch.setattr(expect, "close", noting(expect.close, 1))
    derivative = gradient._derivative

    def differentiated(*args):
        value = derivative(*args)
        noted.extend([value] if expect.hidden.get() else [])
        return value

    monkeypatch.setattr(gradient, "_derivative", differentiated)
    return noted


def spoilt(right, spoil):
    """Return the right function, its results spoilt."""

    def wrong(*args):
        values = right(*args)
        return tuple(map(spoil, values)) if isinstance(values, tuple) else spoil(values)

    return wrong


def bisected(answers, low=-7.3, high=8.1):
    """Close in on a value by what is said of constants; a different sentence is a hint.

    Whoever reads a sentence for the middle that he has read for the lower end goes up, else down.
    """
    at_the_low_end = answers(low)
    for _step in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if answers(middle) == at_the_low_end else (low, middle)
    return low


# a function of each shape of result; the soak tries them all
BISECTED = [
    pytest.param(*each, marks=[] if each[1] in ("sigmoid", "CEcost") else [pytest.mark.soak])
    for each in CONSTANTS
]


@pytest.mark.parametrize(("number", "task"), BISECTED)
def test_constants_do_not_close_in_on_a_value(grader, expected, number, task):
    """Forty constants, each chosen by what was said of those before, lead to no expected value."""
    constant = CONSTANTS[number, task]

    found = bisected(lambda c: grader.messages(constant(c)))

    assert expected
    assert not np.isclose(expected, found, rtol=1e-3, atol=1e-6).any()


def reconstructed(message):
    """Return the numbers of a message, and their products and ratios with any other of it.

    Whole numbers by themselves are counts, shapes and indices.
    """
    texts = NUMBER.findall(message)
    values = [float(each) for each in texts if not each.lstrip("-").isdigit()]
    others = [1.0, -1.0, *(number for each in texts if (number := float(each)))]
    return [value * other**power for value in values for other in others for power in (1, -1)]


@pytest.mark.parametrize("spoil", SPOILT)
@pytest.mark.parametrize(("number", "task"), CONSTANTS)
def test_no_expected_value_is_in_a_message(grader, expected, spoil):
    """Neither a number of a message nor its product or ratio with another is an expected value."""
    told = grader.messages(spoilt(grader.right, SPOILT[spoil]))

    known = [value for message in told.values() for value in reconstructed(message)]
    assert told
    assert expected
    assert not np.isclose(np.array(known)[:, None], expected, rtol=1e-5, atol=0).any()


@pytest.mark.parametrize(("number", "task"), CONSTANTS)
def test_changed_code_meets_other_values(grader, expected, number, task):
    """What was expected of one submission is not what is expected of the next."""
    constant = CONSTANTS[number, task]

    grader.messages(constant(7.3), digest="first")
    first = set(expected)
    expected.clear()
    grader.messages(constant(7.3), digest="second")

    # just below 1 there are few floating-point numbers: two sigmoids may meet in one by chance
    met = np.array(list(first & set(expected)))
    assert first
    assert np.isclose(met[:, None], [0.0, 0.5, 1.0], rtol=0, atol=1e-12).any(axis=1).all()
