"""A check sees the same in a notebook as in the sandbox: one judge, one verdict."""

import numpy as np
import pytest

from autograder.course.manifest import Limits
from autograder.data import Mapped
from autograder.intake import Cell
from autograder.sandbox import Level, Student, StudentFault
from autograder.sandbox.inprocess import InProcessWorker, Namespace

LIMITS = Limits()


def _in_sandbox(source, files):
    return Student(
        [Cell(source, 1, "net.py")], level=Level.PROCESS, files=files, limits=LIMITS, module="net"
    )


def _in_notebook(source, files):
    names = {"__name__": "net", "__file__": "net.py"}
    exec(compile(source, "net.py", "exec"), names)
    namespace = Namespace(names)
    return Student(
        [Cell(source, 1, "net.py")],
        level=Level.PROCESS,
        files={},
        limits=LIMITS,
        module="net",
        worker=InProcessWorker(namespace, files),
    )


def _seen(student, look):
    """Return what a check sees of a student, be it a value or a fault."""
    try:
        return repr(look(student))
    except StudentFault as fault:
        return f"{type(fault).__name__}: {fault}"
    finally:
        student.close()


def _call(*arguments, **keywords):
    return lambda student: student.f(*arguments, **keywords)


def _outcome(argument):
    def look(student):
        outcome = student.f.call(argument)
        return outcome.value, outcome.arguments, outcome.printed, outcome.warnings

    return look


def _object(student):
    net = student.Net(units=2)
    net.w = np.ones(2)
    return net.double().tolist(), net.units, net.double.call().printed, repr(net)


NET = """
import numpy as np
class Net:
    def __init__(self, units):
        self.units = units
    def double(self):
        print("doubling")
        return 2 * self.w
"""


@pytest.mark.parametrize(
    ("source", "look"),
    [
        ("def f(x): return x + 1.5, [x], {'a': (x, None)}", _call(2)),
        ("import numpy as np\ndef f(x): return x.T @ x", _call(np.arange(6.0).reshape(2, 3))),
        ("def f(x):\n    x[0] = 9\n    return len(x)", _outcome(np.zeros(3))),
        ("def f(x):\n    print('seen', x)\n    return x", _outcome(3)),
        ("import numpy as np\ndef f(x): return np.exp(x)", _outcome(np.array([1e4]))),
        (NET, _object),
        ("def f(x): raise NotImplementedError('f: not written yet')", _call(1)),
        ("def f(x): raise NotImplementedError('other: not written yet')", _call(1)),
        ("def F(x): return x", _call(1)),
        ("def f(x): return x", _call(1, 2)),
        ("def f(x): return x", _call(y=1)),
        ("def g(x):\n    return x / 0\n\ndef f(x):\n    return g(x)", _call(1)),
        ("import numpy as np\ndef f(x):\n    return np.zeros(2) @ np.zeros(3)", _call(1)),
        ("def f(x): return (i for i in range(3))", _call(1)),
        ("def f(x): return object()", _call(1)),
        ("import numpy as np\ndef f(x): return np.array([None])", _call(1)),
        ("def f(x):\n    x = [x]\n    x.append(x)\n    return x", _call(1)),
        ("def f(x): exit()", _call(1)),
        ("import numpy as np\nclass Odd(np.ndarray): pass\ndef f(x): return x.view(Odd)",
         _call(np.ones(2))),
    ],
    ids=[
        "nested", "array", "changes", "prints", "warns", "object", "not started", "other",
        "missing", "too many", "unknown name", "raises", "inside numpy", "generator", "no value",
        "objects", "cyclic", "exit", "subclass",
    ],
)  # fmt: skip
def test_a_call_is_seen_alike(source, look):
    """Value, changed arguments, output, warnings and every fault are the same in both places."""
    here, there = _in_notebook(source, {}), _in_sandbox(source, {})
    assert _seen(here, look) == _seen(there, look)


@pytest.fixture
def mapped(tmp_path):
    """Give an array of a data set."""
    path = tmp_path / "X.npy"
    np.save(path, np.arange(4.0))
    return Mapped("X", np.load(path, mmap_mode="r"), path)


def test_a_data_set_is_the_students_own_at_each_call(mapped):
    """What a function writes into a data set is told, and gone at the next call."""
    source = "def f(x):\n    total = x.sum()\n    x[:] = 0\n    return float(total)"
    here = _in_notebook(source, {"X": mapped.path})
    outcome = here.f.call(mapped)
    assert (outcome.value, outcome.arguments[0].tolist()) == (6.0, [0.0] * 4)
    assert here.f(mapped) == 6.0
    assert np.load(mapped.path).tolist() == [0.0, 1.0, 2.0, 3.0]


def test_a_data_set_that_is_left_alone_comes_back_as_it_is(mapped):
    """A data set that was not changed is not carried back."""
    here = _in_notebook("def f(x): return 0", {"X": mapped.path})
    assert here.f.call(mapped).arguments[0] is mapped.array


def test_what_is_too_slow_is_told_afterwards():
    """A call beyond its limit is let go on, and fails as it would in grading."""
    here = _in_notebook("import time\ndef f(x): time.sleep(0.2)", {})
    here.seconds = 0.1
    with pytest.raises(StudentFault, match=r"`f` took 0.\d s; grading would stop it after 0.1 s."):
        here.f(1)


def test_an_interrupt_passes_through_the_students_code():
    """Ctrl-C in the student's function is no exception of the student's."""
    here = _in_notebook("def f(x): raise KeyboardInterrupt", {})
    with pytest.raises(KeyboardInterrupt):
        here.f(1)
