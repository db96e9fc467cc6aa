"""Correct solutions that are written in other ways get all points: a sample of them.

``autograder verify`` checks them all.
"""

from collections import Counter
from pathlib import Path

import pytest

from autograder.authoring.variant_check import (
    as_submission,
    check_variants,
    complaints,
    complaints_about,
    variants,
)
from autograder.course.root import find_course
from autograder.intake import Submission

COURSE = find_course(Path(__file__))
NAMES = [each.name for each in COURSE.assignments]
VARIANTS = [
    pytest.param(each.name, variant, id=f"{each.name}-{variant.task}-{variant.name}")
    for each in COURSE.assignments
    for variant in variants(each)
]
# the first and the last of each assignment
FEW = {
    each.id: each
    for order in (VARIANTS, VARIANTS[::-1])
    for each in {each.values[0]: each for each in order}.values()
}


@pytest.mark.parametrize(("name", "variant"), FEW.values())
def test_variant_passes(dry_run, name, variant):
    """A correct solution passes every check, of its own task and of those that use it."""
    assert complaints_about(dry_run(name), variant, seed=0) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_model_answer_passes(dry_run, name):
    """The model answer passes every check."""
    opened = dry_run(name)

    assert complaints(opened.grade(opened.subject.names(), "model 0")) == []


@pytest.mark.parametrize(("name", "variant"), FEW.values())
def test_variants_pass_in_the_sandbox(judge, tmp_path, name, variant):
    """A file with a variant passes every check in a worker, too: the others have none."""
    assignment = COURSE.assignment(name)
    path = tmp_path / assignment.file
    path.write_text(as_submission(assignment, variant), encoding="utf-8")

    report = judge(name).grade(Submission(variant.name, path))

    assert complaints(report) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_task_has_some(name):
    """People write in many ways: every task but the quiz has at least two more solutions."""
    written = Counter(each.values[1].task for each in VARIANTS if each.values[0] == name)
    written["quiz"] += 1

    assert [task.name for task in COURSE.assignment(name).tasks if written[task.name] < 2] == []


def test_a_wrong_variant_is_found(tiny_course):
    """A variant that a check refuses is named with the check, for the seeds that it fails with."""
    folder = tiny_course / "reference_impl" / "doubling" / "variants"
    folder.mkdir(parents=True)
    text = "class double:\n    def by_plus(x):\n        return x + 2\n"
    (folder / "answers.py").write_text(text, encoding="utf-8")

    result = check_variants(find_course(tiny_course).assignment("01"), seeds=2)

    assert result.figures == {"variants": 1, "passed": 0}
    (sentence,) = result.findings
    assert sentence.startswith(
        "`double`: by_plus is correct and fails with 2 of 2 sets of random inputs: test_doubl"
    )
