"""The proxy of a student's code: values, objects, outcomes, data sets, time."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from autograder.data.dataset import Mapped
from autograder.sandbox import faults
from autograder.sandbox.levels import Level
from autograder.sandbox.proxies import Handle
from autograder.sandbox.session import Student
from autograder.sandbox.worker_process import Worker

MakeStudent = Callable[..., Student]

SOURCE = """
import time
import numpy as np
import warnings


def same(value):
    return value


def scale(X, factor=2.0):
    X *= factor
    return X


def noisy(x):
    print("x is", x)
    warnings.warn("careful")
    return np.exp(x)


def total(X, y=None):
    return float(X.sum())


def memory_of(X):
    return X.flags.writeable, type(X).__name__


def pause(seconds):
    time.sleep(seconds)


class Layer:
    def __init__(self, units=3):
        self.units = units
        self.W = np.zeros(units)
        self.losses = []

    def fit(self, x, epochs=1):
        self.W = self.W + epochs * x
        self.losses.append(float(x))
        return self

    def __call__(self, x):
        return self.W * x


class Network:
    def __init__(self):
        self.hidden = Layer(2)

    def layers(self):
        return {"hidden": self.hidden, "sizes": [1, 2]}


def units_of(layer):
    return layer.units


def adder(n):
    return lambda x: x + n
"""


@pytest.fixture(scope="module")
def student(make_lasting_student: MakeStudent) -> Student:
    """Give a student whose code works."""
    return make_lasting_student(SOURCE)


@pytest.mark.parametrize("value", [1, 2.5, "a", None, True, [1, (2, {"k": 3.0})]], ids=repr)
def test_values_go_and_come(student: Student, value: object) -> None:
    """Plain values reach the student's function and come back."""
    assert student.same(value) == value


def test_arrays_go_and_come(student: Student) -> None:
    """An array comes back with its values, and may be written to."""
    X = np.arange(6.0).reshape(2, 3)

    result = student.same(X)

    np.testing.assert_array_equal(result, X, strict=True)
    assert result.flags.writeable


def test_arguments_are_copies(student: Student) -> None:
    """The judge's array is not changed by the student's function."""
    X = np.ones(3)

    assert student.scale(X, factor=4.0).tolist() == [4.0, 4.0, 4.0]
    assert X.tolist() == [1.0, 1.0, 1.0]


def test_outcome_tells_all(student: Student) -> None:
    """An outcome holds value, output, warnings and time."""
    outcome = student.noisy.call(np.float64(1000.0))

    assert outcome.value == np.inf
    assert outcome.printed == "x is 1000.0\n"
    assert outcome.warnings == (
        "UserWarning: careful",
        "RuntimeWarning: overflow encountered in exp",
    )
    assert 0 < outcome.seconds < 20


def test_outcome_shows_changed_arguments(student: Student) -> None:
    """The arguments are told as they are after the call."""
    outcome = student.scale.call(np.ones(2), 3.0)

    assert outcome.arguments[0].tolist() == [3.0, 3.0]
    assert outcome.arguments[1] == 3.0


def test_output_of_one_call_is_not_anothers(student: Student) -> None:
    """What an earlier call printed is not in a later outcome."""
    student.noisy(1.0)

    assert student.same.call(1).printed == ""


def test_objects_stay_with_the_student(student: Student) -> None:
    """An object is a handle: its methods are called and its attributes read and set over there."""
    layer = student.Layer(units=2)

    layer.fit(1.5, epochs=2)
    assert layer.W.tolist() == [3.0, 3.0]
    assert layer.losses == [1.5]
    layer.W = np.array([1.0, 2.0])
    assert layer(10.0).tolist() == [10.0, 20.0]
    assert layer.fit.call(1.0).arguments == (1.0,)


def test_objects_can_be_handed_back(student: Student) -> None:
    """A handle may be an argument, and come back in a structure."""
    network = student.Network()

    assert student.units_of(network.hidden) == 2
    assert isinstance(network.layers()["hidden"], Handle)
    assert network.layers()["sizes"] == [1, 2]


def test_a_returned_function_can_be_called(student: Student) -> None:
    """A function that the student makes is an object that is called."""
    assert student.adder(2)(3) == 5


def test_dropped_objects_are_forgotten(make_student: MakeStudent) -> None:
    """The memory of objects that the judge no longer holds is given back."""
    student = make_student(
        "import numpy as np\n"
        "class Big:\n"
        "    def __init__(self):\n"
        "        self.W = np.ones(50_000_000)\n"
        "    def size(self):\n"
        "        return self.W.size"
    )

    sizes = [student.Big().size() for _ in range(4)]

    assert sizes == [50_000_000] * 4


def test_only_values_can_be_arguments(student: Student) -> None:
    """A check that passes something else is told so."""
    with pytest.raises(TypeError, match="object"):
        student.same(object())


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    """Write a data set."""
    path = tmp_path / "X_train.npy"
    np.save(path, np.arange(12.0).reshape(4, 3))
    return Mapped("X_train", np.load(path, mmap_mode="r"), path)


def test_data_sets_are_mapped(make_student: MakeStudent, level: Level, mapped: Mapped) -> None:
    """A data set reaches the student by its name, as an ordinary array that may be written to."""
    student = make_student(SOURCE, level=level, files={mapped.name: mapped.path})

    assert student.total(mapped, y=mapped) == 66.0
    assert student.memory_of(mapped) == (True, "ndarray")
    assert student.total.call(mapped).arguments[0] is mapped.array


def test_data_sets_in_fortran_order(make_student: MakeStudent, tmp_path: Path) -> None:
    """An array that was saved by columns arrives as it is."""
    path = tmp_path / "X.npy"
    np.save(path, np.asfortranarray(np.arange(6.0).reshape(2, 3)))
    student = make_student(SOURCE, files={"X": path})

    assert student.same(Mapped("X", np.load(path), path)).tolist() == [[0, 1, 2], [3, 4, 5]]


def test_loading_tells_names(student: Student) -> None:
    """The names at the top level of the code are known."""
    assert {"same", "Layer", "np"} <= set(student.load().names)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "1 / 0",
            "Your code raises an exception while it is being loaded: "
            "ZeroDivisionError: division by zero\n  exercise.py, line 5:\n    1 / 0",
        ),
        (
            "def f(:\n    pass",
            "Your code raises an exception while it is being loaded: "
            "SyntaxError: invalid syntax (exercise.py, line 5)\n"
            "  exercise.py, line 5:\n    def f(:",
        ),
        (
            "import torch_of_tomorrow",
            "`torch_of_tomorrow` is neither installed here nor one of your files.\n"
            "  exercise.py, line 5:\n    import torch_of_tomorrow",
        ),
        (
            "raise SystemExit(0)",
            "Your code calls exit() while it is being loaded.\n"
            "  exercise.py, line 5:\n    raise SystemExit(0)",
        ),
        (
            'raise NotImplementedError("softmax: not written yet")',
            "Your code calls `softmax` while it is being loaded: not written yet.\n"
            '  exercise.py, line 5:\n    raise NotImplementedError("softmax: not written yet")',
        ),
        (
            'print("x" * 10_000_000)',
            "Your code prints 9 MB while it is being loaded; print less.",
        ),
    ],
    ids=["raises", "syntax", "package", "exit", "stub", "prints"],
)
def test_a_bad_cell_costs_itself_only(
    make_student: MakeStudent, cell: Callable[..., object], source: str, sentence: str
) -> None:
    """A problem is told with its true line, and the cells around it still run."""
    student = make_student(cell("a = 1"), cell(source, 5), cell("def f():\n    return a", 9))

    assert student.load().problems == (sentence,)
    assert student.f() == 1


def test_code_is_not_the_main_program(make_student: MakeStudent) -> None:
    """What stands under ``if __name__ == "__main__"`` is not run."""
    student = make_student('if __name__ == "__main__":\n    1 / 0\ndef f():\n    return __name__')

    assert student.load().problems == ()
    assert student.f() == "exercise"


def test_a_future_import_holds_for_later_cells(make_student: MakeStudent) -> None:
    """``from __future__`` at the top of a file counts for all of it."""
    student = make_student("from __future__ import annotations", "def f(x: Unknown):\n    return x")

    assert student.f(1) == 1


@pytest.mark.parametrize(
    ("source", "kind", "told"),
    [
        ("import os; os._exit(3)", faults.Crashed, r"ended the process .*loaded \(exit status 3\)"),
        ("while True: pass", faults.TimedOut, r"Loading your code took longer than 0.5 s"),
        ("import os\nwhile True: os.write(2, bytes(9999))", faults.Crashed, "16 MB of output"),
        ("import ctypes; ctypes.string_at(0)", faults.Crashed, r"crashed .*loaded \(SIGSEGV\)"),
    ],
    ids=["exit", "loop", "flood", "segfault"],
)
def test_code_that_cannot_be_loaded_is_not_tried_again(
    make_student: MakeStudent,
    limits: Callable[..., object],
    source: str,
    kind: type[faults.StudentFault],
    told: str,
) -> None:
    """Every call tells the same fault, at no cost after the first."""
    student = make_student(source, limits=limits(call_seconds=0.5))

    with pytest.raises(kind, match=told):
        student.f()
    start = time.monotonic()
    with pytest.raises(kind, match=told):
        student.load()
    assert time.monotonic() - start < 0.05


def test_an_object_is_gone_with_its_process(make_student: MakeStudent) -> None:
    """After a stop the next call gets a fresh worker, but older objects are lost, and say so."""
    student = make_student(SOURCE)
    layer = student.Layer()
    student.seconds = 0.3

    with pytest.raises(faults.TimedOut):
        student.pause(60)

    student.seconds = 20.0
    assert student.same(1) == 1
    with pytest.raises(faults.Crashed, match="`Layer` object is gone"):
        layer.fit(1.0)
    with pytest.raises(faults.Crashed, match="`Layer` object is gone"):
        student.units_of(layer)


def test_the_time_of_the_submission_runs_out(make_student: MakeStudent) -> None:
    """Past the deadline the call in progress is stopped and no other is begun."""
    student = make_student(SOURCE)
    student.load()
    student.deadline = time.monotonic() + 0.3

    with pytest.raises(faults.TimedOut, match="submission has used up its time limit of 60 s"):
        student.pause(60)
    with pytest.raises(faults.TimedOut, match="used up its time limit"):
        student.same(1)


def test_a_worker_can_be_started_early(level: Level, limits: Callable[..., object]) -> None:
    """Starting returns at once, and the student uses that very worker."""
    start = time.monotonic()
    worker = Worker.start(level, {}, limits())
    seconds = time.monotonic() - start
    student = Student([], level=level, files={}, limits=limits(), module="exercise", worker=worker)

    assert seconds < 0.2
    assert student.load().problems == ()
    student.close()
    assert not worker.alive


def test_object_is_not_asked_when_a_call_with_it_fails(make_student):
    """A fault of a call that takes one of the student's objects names the call, not the object."""
    student = make_student("class Net: pass\ndef curve(net):\n    raise ValueError('no')\n")
    net = student.Net()

    with pytest.raises(faults.Raised, match="ValueError: no"):
        student.curve(net)
