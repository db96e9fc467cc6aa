import pytest

from autograder import expect


@pytest.mark.task("double", weight=2)
def test_doubles_any_numbers(student, rng):
    """Any numbers are doubled.

    ko: 어떤 수든 두 배가 된다.
    """
    x = rng.normal(size=5)
    expect.close(student.double(x), 2 * x, what="double(x)", given={"x": x})


@pytest.mark.task("Growth", weight=1)
def test_reaches_the_threshold(student, rng, thresholds):
    """One step grows a value beyond the threshold.

    ko: 한 단계에 기준보다 많이 커진다.
    """
    start = rng.uniform(1, 2, size=1)
    growth = student.Growth(start).step() / start
    expect.at_least(float(growth[0]), thresholds["growth"], what="growth")
