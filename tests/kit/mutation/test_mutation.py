"""A sample of the mutations of each model answer; ``mutate.py`` runs them all."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from autograder.course.root import find_course

FOLDER = Path(__file__).parent
COURSE = find_course(FOLDER)
SAMPLE = 12


@pytest.fixture(scope="session")
def mutate():
    """Import the script."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        yield import_module("mutate")
        sys.modules.pop("mutate", None)


# what survives in 06 and 07 without their training is settled by the script
@pytest.mark.parametrize("name", ["01", "02", "03", "04", "05"])
def test_a_changed_answer_is_noticed(mutate, monkeypatch, name):
    """A mutation is noticed by some check, or there is a reason why it is no mistake."""
    monkeypatch.setenv("AUTOGRADER_DATA", "")
    assignment = COURSE.assignment(name)
    everything = mutate.of(assignment)
    sample = everything[:: len(everything) // SAMPLE]

    left = mutate.survivors(assignment, sample, quick=True, seconds=5.0)

    assert [str(each) for each in left if mutate.reason(assignment, each) is None] == []


def test_one_thing_is_changed_at_a_time(mutate):
    """Operators, comparisons, constants, order of arguments and statements change, one by one."""
    source = (
        "def f(x):\n    ### BEGIN SOLUTION\n    y = x - 2\n    ### END SOLUTION\n    return y\n"
    )

    changed = {each.after for each in import_module("operators").mutants(source)}

    assert changed == {"y = x + 2", "y = 2 - x", "y = x - 3", "y = x - 1", "(dropped)"}
