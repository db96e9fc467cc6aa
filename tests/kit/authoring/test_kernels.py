"""``autograder verify --kernels``: the same points, whichever processor grades."""

import platform
from pathlib import Path

import pytest

from autograder.authoring.kernels import (
    KERNELS,
    THREADS,
    Graded,
    Setting,
    differences,
    grade_under,
    settings,
)
from autograder.course.root import find_course
from autograder.errors import KitError

HASWELL, ZEN = Setting("Haswell", 1), Setting("Zen", 2)
only_x86 = pytest.mark.skipif(
    platform.machine() not in ("x86_64", "AMD64"), reason="kernels are those of x86-64"
)


def test_every_kernel_and_number_of_threads_is_tried() -> None:
    """The usual run has each kernel and each number of threads, the thorough one each pair."""
    usual, thorough = settings(thorough=False), settings(thorough=True)

    assert {each.kernel for each in usual} == set(KERNELS)
    assert {each.threads for each in usual} == set(THREADS)
    assert len(set(thorough)) == len(KERNELS) * len(THREADS)


def test_points_that_differ_are_reported() -> None:
    """The sentence names what differs, and the points under each setting."""
    results = [
        Graded(HASWELL, "", {"06: slip: fit": ["failed", 1.5], "06: slip: loss": ["passed", 1.0]}),
        Graded(ZEN, "", {"06: slip: fit": ["passed", 2.0], "06: slip: loss": ["passed", 1.0]}),
    ]

    assert list(differences(results)) == [
        "06: slip: fit differs: Haswell × 1: 1.5 (failed); Zen × 2: 2 (passed)."
    ]


def test_a_mistake_that_one_setting_lacks_is_reported() -> None:
    """Nothing is compared with what is not there."""
    results = [Graded(HASWELL, "", {"06: slip: fit": ["failed", 1.5]}), Graded(ZEN, "", {})]

    assert len(list(differences(results))) == 1


def test_a_single_kernel_is_no_comparison() -> None:
    """Where only one kernel is available the command fails and does not pass silently."""
    results = [Graded(HASWELL, "", {}), Graded(ZEN, "this processor cannot run it")]

    with pytest.raises(KitError, match="nothing was compared"):
        list(differences(results))


@only_x86
def test_an_unknown_kernel_is_not_compared() -> None:
    """The processes report the kernel that is in use, in the judge and in the sandbox."""
    course = find_course(Path(__file__)).root

    (result,) = grade_under(course, [], [Setting("NoSuchKernel", 1)], thorough=False, jobs=1)

    assert "no kernel of that name" in result.absent
