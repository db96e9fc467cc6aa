"""From a model answer to a stub: what is replaced, and what is refused with its line."""

from pathlib import Path

import pytest

from autograder.build.stub import stub
from autograder.errors import KitError

FILE = Path("net.py")

SOURCE = '''\
# %%
import numpy as np

# %% task="softmax"
def softmax(Z):
    """Docstring."""
    ### BEGIN SOLUTION
    E = np.exp(Z)
    return E / E.sum()
    ### END SOLUTION
'''


def test_a_solution_gives_way_to_one_line():
    """The solution is replaced at its own indentation; every other line stays as it is."""
    assert (
        stub(SOURCE, ["softmax"], FILE)
        == '''\
# %%
import numpy as np

# %% task="softmax"
def softmax(Z):
    """Docstring."""
    raise NotImplementedError("softmax: not written yet")
'''
    )


def test_in_a_class_the_name_is_qualified():
    """Each method of a class says which one is not written."""
    source = """\
# %% task="Net"
class Net:
    def fit(self):
        ### BEGIN SOLUTION
        pass
        ### END SOLUTION

    def score(self):
        if self.w is not None:
            ### BEGIN SOLUTION
            return 1
            ### END SOLUTION
        return 0
"""
    assert (
        stub(source, ["Net"], FILE)
        == """\
# %% task="Net"
class Net:
    def fit(self):
        raise NotImplementedError("Net.fit: not written yet")

    def score(self):
        if self.w is not None:
            raise NotImplementedError("Net.score: not written yet")
        return 0
"""
    )


def _replaced(old, new):
    assert old in SOURCE
    return SOURCE.replace(old, new)


BEGIN, END = "    ### BEGIN SOLUTION\n", "    ### END SOLUTION\n"
CODE = "    E = np.exp(Z)\n    return E / E.sum()\n"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (_replaced(CODE, CODE + BEGIN), "line 10: this BEGIN is inside the solution .* line 7"),
        (_replaced(END, ""), "line 7: this BEGIN has no END below it"),
        (_replaced(BEGIN, ""), "line 9: this END has no BEGIN above it"),
        (_replaced(CODE, ""), "line 7: this solution contains no code"),
        (_replaced(CODE, "    # later\n\n"), "line 7: this solution contains no code"),
        (_replaced(END, "  " + END), "line 10: this END is not indented like the BEGIN in line 7"),
        (_replaced("### END", "## END"), "line 10: not a marker: write ### BEGIN SOLUTION or"),
        (_replaced("### BEGIN SOL", "###Begin sol"), "line 7: not a marker"),
        (_replaced("BEGIN SOLUTION", "BEGIN SOLUTION (4 lines)"), "line 7: not a marker"),
        (_replaced('softmax"\n', 'CEcost"\n'), "line 4: the manifest has no task `CEcost`"),
        (_replaced(' task="softmax"', ""), "task `softmax` has no cell"),
        (SOURCE + SOURCE, "line 14: task `softmax` already has a cell, in line 4"),
        (_replaced(BEGIN + CODE + END, CODE), "line 4: the cell of `softmax` contains no solution"),
        (
            _replaced("def softmax", "def soft"),
            "line 7: this solution is inside `soft`, .* `softmax`",
        ),
        (
            _replaced("def softmax(Z):", "class softmax:"),
            "line 7: this solution is not inside a function",
        ),
        (_replaced("(Z):", "(Z)"), "line 5: not valid Python: expected ':'"),
        (
            SOURCE + "# %%\ndef extra():\n" + BEGIN + "    return 1\n" + END,
            "line 13: this solution is not in the cell of a task",
        ),
    ],
)
def test_a_source_that_could_publish_its_solution_is_refused(source, complaint):
    """Each mistake in an exercise is answered with the file, the line and what is wrong."""
    with pytest.raises(KitError, match=f"net.py: .*{complaint}"):
        stub(source, ["softmax"], FILE)


def test_a_stub_that_is_no_python_is_refused():
    """A solution that takes half a statement with it is refused."""
    source = SOURCE.replace(BEGIN, "    E = (\n" + BEGIN).replace(
        "E = np.exp(Z)\n    return E", "Z)\n    return Z"
    )
    with pytest.raises(KitError, match="without its solutions this is not valid Python"):
        stub(source, ["softmax"], FILE)


def test_a_solution_that_spans_two_functions_is_refused():
    """A solution cannot swallow the head of the next function."""
    source = SOURCE.replace(END, "\ndef more():\n    return 1\n" + END)
    with pytest.raises(KitError, match="line 7: this solution is not inside a function"):
        stub(source, ["softmax"], FILE)
