"""A sample of the misconceptions: each costs points of its own task, and the report names it.

``autograder verify`` checks them all.
"""

from pathlib import Path

import pytest

from autograder.authoring.misconception_check import (
    Planted,
    Trial,
    ambiguous,
    findings,
    planted,
    trials,
)
from autograder.course.root import find_course
from autograder.i18n import Text
from autograder.misconceptions import Misconception, catalogue_of

COURSE = find_course(Path(__file__))
NAMES = [each.name for each in COURSE.assignments]
SAMPLE = 4


@pytest.mark.parametrize("name", NAMES)
def test_each_is_caught_and_named(dry_run, name):
    """A misconception costs points, and the report names it and no other."""
    opened, assignment = dry_run(name), COURSE.assignment(name).on_stand_in()
    known = planted(assignment)

    faults = [
        sentence
        for each in known[:: max(1, len(known) // SAMPLE)]
        for sentence in findings(each, trials(opened, assignment, each, seeds=1))
    ]

    assert faults == []


@pytest.mark.parametrize("name", NAMES)
def test_each_text_says_one_thing(dry_run, name):
    """Within a task no two misconceptions have the same text, in either language."""
    dry_run(name)

    assert list(ambiguous(catalogue_of(COURSE.assignment(name)).known)) == []


def misconception(name, korean):
    """Make a misconception of a task, with the English text of all."""
    text = Text(en="It is wrong.", ko=korean)
    return Misconception(id=name, tasks=("double",), text=text, hint=text, code=None)


def test_the_same_text_twice_is_found():
    """Two misconceptions that read the same in one language are found."""
    known = [misconception("one", "틀렸습니다."), misconception("other", "또 틀렸습니다.")]

    assert list(ambiguous(known)) == ["`double`: 2 misconceptions have the same text: It is wrong."]


def trial(*passed):
    """Make the result of one set of inputs, in which a misconception passes these checks."""
    return Trial(lost=0.5, named=True, misnamed=(), broken=False, passed=frozenset(passed))


def test_a_check_that_depends_on_luck_is_found():
    """One that is passed with some of the inputs and failed with others is named."""
    one = Planted(misconception("one", "틀렸습니다."), "double")

    lucky = list(findings(one, [trial("test_a", "test_b"), trial("test_a"), trial("test_a")]))

    assert lucky == [
        "`double`: one passes the check `test_b` with 1 of 3 sets of random inputs: make its "
        "inputs tell right from wrong."
    ]
    assert list(findings(one, [trial("test_a"), trial("test_a")])) == []
