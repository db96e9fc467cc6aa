"""A sample of the mutants of each model answer; ``autograder verify --thorough`` runs them all."""

from pathlib import Path

import pytest

from autograder.authoring.mutant_check import (
    check_mutants,
    equivalents,
    is_equivalent,
    mutants_of,
    survivors,
)
from autograder.authoring.mutants import mutants
from autograder.course.root import find_course
from autograder.errors import KitError

COURSE = find_course(Path(__file__))
SAMPLE = 6


# what survives in 06 and 07 without their training is settled by the whole run
@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05"])
def test_a_changed_answer_is_noticed(number):
    """A mutant is noticed by some check, or is known to be equivalent."""
    assignment = COURSE.assignment(number).on_stand_in()
    everything = mutants_of(assignment)
    sample = everything[:: len(everything) // SAMPLE]

    left = list(survivors(assignment, sample, quick=True))

    assert [str(each) for each in left if not is_equivalent(assignment, each)] == []


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda each: each.name)
def test_each_equivalent_says_why(assignment):
    """Every pattern of an equivalent mutant has a reason."""
    assert [pattern for pattern, reason in equivalents(assignment) if not reason] == []


def test_one_thing_is_changed_at_a_time():
    """Operators, comparisons, constants, order of arguments and statements change, one by one."""
    source = (
        "def f(x):\n    ### BEGIN SOLUTION\n    y = x - 2\n    ### END SOLUTION\n    return y\n"
    )

    changed = {each.after for each in mutants(source)}

    assert changed == {"y = x + 2", "y = 2 - x", "y = x - 3", "y = x - 1", "(dropped)"}


def test_every_mutant_is_counted(tiny_course):
    """Mutants that no check notices are named, unless the course says why they are equivalent."""
    assignment = find_course(tiny_course).assignment("01")
    before = check_mutants(assignment)
    folder = tiny_course / "reference_impl" / "doubling"
    folder.mkdir(parents=True)
    entry = "[[equivalent]]\nmutant = '.*'\nreason = 'for the test'\n"
    (folder / "equivalents.toml").write_text(entry, encoding="utf-8")

    after = check_mutants(assignment)

    assert before.figures["surviving"] == len(before.findings)
    assert after.figures["equivalent"] == before.figures["surviving"]
    assert after.findings == ()


def test_a_wrong_model_answer_has_no_mutants(tiny_course, tiny_solution):
    """A model answer that fails a check is refused, since its mutants mean nothing."""
    path = tiny_solution / "doubling.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("np.add(x, x)", "np.add(x, 2)"), encoding="utf-8")

    with pytest.raises(KitError, match="does not pass test_doubles_known_numbers; fix that first"):
        check_mutants(find_course(tiny_course).assignment("01"))
