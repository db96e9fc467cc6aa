"""What a student reads when his code gives no result."""

from collections.abc import Callable

import numpy as np
import pytest

from autograder.sandbox import faults
from autograder.sandbox.session import Student

SOURCE = """
import numpy as np


def backprop(X, err):
    raise NotImplementedError("backprop: not written yet")


def unfinished():
    raise NotImplementedError


def CEcost(a):
    return np.mean(a)


def divide(a, b):
    return a / b


def nested(a):
    return divide(a, 0)


def invert(A):
    return np.linalg.inv(A)


def mistyped(a):
    return CEcost(a, a)


class OwnError(KeyError):
    def __str__(self):
        raise RuntimeError


def own_error():
    raise OwnError("x")


def colourful():
    raise ValueError("\\x1b[2J" + "x" * 5000)


def leave():
    exit()


def crash():
    import ctypes
    ctypes.string_at(0)


class SingleLayer:
    def __init__(self, units=10):
        self.units = units

    def fit(self, x, y, epochs=100):
        return self

    @property
    def loss(self):
        return self.losses[-1]
"""

Call = Callable[[Student], object]


@pytest.fixture(scope="module")
def student(make_lasting_student: Callable[[str], Student]) -> Student:
    """Give a student who made many mistakes."""
    return make_lasting_student(SOURCE)


def fault_of(call: Call, student: Student) -> faults.StudentFault:
    """Return the fault that a call raises."""
    with pytest.raises(faults.StudentFault) as caught:
        call(student)
    return caught.value


@pytest.mark.parametrize(
    ("call", "kind", "sentence"),
    [
        (lambda s: s.backprop(1, 2), faults.NotStarted, "`backprop` is not written yet."),
        (
            lambda s: s.cecost(1),
            faults.Missing,
            "There is no `cecost` in your code. Did you mean `CEcost`?",
        ),
        (lambda s: s.relu(1), faults.Missing, "There is no `relu` in your code."),
        (lambda s: s.l1_cost(1), faults.Missing, "There is no `l1_cost` in your code."),
        (
            lambda s: s.SingleLayer().fir(1, 2),
            faults.Missing,
            "There is no `SingleLayer.fir` in your code. Did you mean `fit`?",
        ),
        (
            lambda s: s.CEcost(np.ones((4, 5)), y=1),
            faults.WrongSignature,
            "`CEcost` cannot be called as `CEcost(array(4, 5), y=1)`: "
            "your definition is `def CEcost(a)`.",
        ),
        (
            lambda s: s.SingleLayer(unit=3),
            faults.WrongSignature,
            "`SingleLayer` cannot be called as `SingleLayer(unit=3)`: "
            "your definition is `def __init__(self, units=10)`.",
        ),
        (
            lambda s: s.SingleLayer().fit(),
            faults.WrongSignature,
            "`SingleLayer.fit` cannot be called as `SingleLayer.fit()`: "
            "your definition is `def fit(self, x, y, epochs=100)`.",
        ),
        (
            lambda s: s.divide(1, 0),
            faults.Raised,
            "`divide` raised an exception: ZeroDivisionError: division by zero\n"
            "  exercise.py, line 18, in divide:\n"
            "    return a / b",
        ),
        (
            lambda s: s.nested(1),
            faults.Raised,
            "`nested` raised an exception: ZeroDivisionError: division by zero\n"
            "  exercise.py, line 18, in divide:\n"
            "    return a / b",
        ),
        (
            lambda s: s.invert(np.zeros((2, 2))),
            faults.Raised,
            "`invert` raised an exception: LinAlgError: Singular matrix\n"
            "  exercise.py, line 26, in invert:\n"
            "    return np.linalg.inv(A)",
        ),
        (
            lambda s: s.mistyped(1),
            faults.Raised,
            "`mistyped` raised an exception: TypeError: CEcost() takes 1 positional argument "
            "but 2 were given\n"
            "  exercise.py, line 30, in mistyped:\n"
            "    return CEcost(a, a)",
        ),
        (
            lambda s: s.own_error(),
            faults.Raised,
            "`own_error` raised an exception: OwnError\n"
            "  exercise.py, line 39, in own_error:\n"
            '    raise OwnError("x")',
        ),
        (
            lambda s: s.unfinished(),
            faults.Raised,
            "`unfinished` raised an exception: NotImplementedError\n"
            "  exercise.py, line 10, in unfinished:\n"
            "    raise NotImplementedError",
        ),
        (
            lambda s: s.SingleLayer().loss,
            faults.Raised,
            "`SingleLayer.loss` raised an exception: AttributeError: "
            "'SingleLayer' object has no attribute 'losses'\n"
            "  exercise.py, line 64, in loss:\n"
            "    return self.losses[-1]",
        ),
        (
            lambda s: s.leave(),
            faults.Raised,
            "`leave` called exit() instead of returning.\n"
            "  exercise.py, line 47, in leave:\n"
            "    exit()",
        ),
        (
            lambda s: s.crash(),
            faults.Crashed,
            "`crash` crashed the process (SIGSEGV) instead of returning.",
        ),
    ],
    ids=[
        "not started",
        "misspelt",
        "missing",
        "missing beside one with another digit",
        "method misspelt",
        "signature",
        "constructor",
        "method",
        "raises",
        "raises deeper",
        "raises in numpy",
        "calls itself wrongly",
        "own exception",
        "not implemented",
        "property",
        "exit",
        "crash",
    ],
)
def test_sentence(
    student: Student, call: Call, kind: type[faults.StudentFault], sentence: str
) -> None:
    """Each fault says what was called and what happened, with the student's own line."""
    fault = fault_of(call, student)

    assert type(fault) is kind
    assert str(fault) == sentence


def test_a_wrong_call_is_told_in_an_outcome_too(student: Student) -> None:
    """Asking for the outcome of a call changes nothing in how it fails."""
    with pytest.raises(faults.WrongSignature, match=r"as `CEcost\(1, 2\)`"):
        student.CEcost.call(1, 2)


def test_not_started_names_what_is_not_written(student: Student) -> None:
    """The name of what is not written can be read by the plugin."""
    fault = fault_of(lambda s: s.backprop(1, 2), student)

    assert isinstance(fault, faults.NotStarted)
    assert fault.name == "backprop"


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda s: s.own_error(), "KeyError"),
        (lambda s: s.invert(np.zeros((2, 2))), "ValueError"),
        (lambda s: s.divide(1, 0), "ZeroDivisionError"),
    ],
)
def test_exception_is_pythons_own(student: Student, call: Call, name: str) -> None:
    """An exception that a package or the student defines counts as what it derives from."""
    fault = fault_of(call, student)

    assert isinstance(fault, faults.Raised)
    assert fault.exception == name


def test_text_of_an_exception_is_cut_and_cleaned(student: Student) -> None:
    """A message can neither fill a report nor steer a terminal."""
    told = str(fault_of(lambda s: s.colourful(), student))

    assert "\x1b" not in told
    assert len(told) < 800
