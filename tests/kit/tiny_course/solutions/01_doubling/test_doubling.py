import numpy as np
import pytest

from autograder import expect


@pytest.mark.task("double", weight=1)
def test_doubles_known_numbers(student):
    """Twice 1 and 2 are 2 and 4.

    ko: 1과 2의 두 배는 2와 4이다.
    """
    x = np.array([1.0, 2.0])
    expect.close(student.double(x), np.array([2.0, 4.0]), what="double(x)", given={"x": x})


@pytest.mark.task("Growth", weight=1)
def test_grows_step_by_step(student):
    """Three steps make 8 out of 1.

    ko: 1에서 세 단계를 가면 8이 된다.
    """
    growth = student.Growth(np.array([1.0]))
    expect.close(growth.step(3), np.array([8.0]), what="Growth([1.0]).step(3)")
