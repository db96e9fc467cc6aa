"""Hidden checks of the derivative chain: each factor, and the product as a measured slope."""

import numpy as np
import pytest

from autograder import expect, gradient
from reference_impl.logistic_regression import reference

NAMES = ("dJ_da", "da_dz", "dz_dw", "dJ_dw")
CALL = "derivative_chain(X, y, w, b)"


def problem(rng, m):
    """Return samples with labels of both classes, weights and a bias; scores are moderate."""
    w, b = rng.normal(scale=0.7, size=(3, 1)), rng.normal()
    return rng.normal(size=(m, 3)), rng.permutation(np.arange(m) % 2), w, b


def chain_of(student, *arguments):
    """Return a student's factors and their product."""
    return reference.Chain(*expect.results(student.derivative_chain(*arguments), NAMES, what=CALL))


@pytest.mark.task("derivative_chain")
@pytest.mark.parametrize("m", [1, 8])
def test_slope_in_each_probability(student, rng, m):
    """The slope of the mean cross-entropy in each probability is right.

    ko: 각 확률에 대한 평균 교차 엔트로피의 기울기가 맞습니다.
    """
    X, y, w, b = problem(rng, m)
    yours, expected = chain_of(student, X, y, w, b), reference.derivative_chain(X, y, w, b)
    expect.close(yours.dJ_da, expected.dJ_da, what="dJ_da", given=given(X, y, w, b), m=m)


@pytest.mark.task("derivative_chain")
@pytest.mark.parametrize("m", [1, 8])
def test_slope_in_each_score(student, rng, m):
    """The slope of each probability in its score is that of the sigmoid.

    ko: 각 확률을 점수로 미분한 값이 시그모이드의 기울기와 같습니다.
    """
    X, y, w, b = problem(rng, m)
    yours, expected = chain_of(student, X, y, w, b), reference.derivative_chain(X, y, w, b)
    expect.close(yours.da_dz, expected.da_dz, what="da_dz", given=given(X, y, w, b))


@pytest.mark.task("derivative_chain")
def test_slope_in_each_weight(student, rng):
    """The slope of each score in each weight is right.

    ko: 각 점수를 각 가중치로 미분한 값이 맞습니다.
    """
    X, y, w, b = problem(rng, 5)
    yours, expected = chain_of(student, X, y, w, b), reference.derivative_chain(X, y, w, b)
    expect.close(yours.dz_dw, expected.dz_dw, what="dz_dw", given=given(X, y, w, b))


@pytest.mark.task("derivative_chain")
@pytest.mark.parametrize("m", [1, 8])
def test_product_of_the_chain(student, rng, m):
    """The product is the mean of the errors times the samples, and the cost's measured slope.

    ko: 곱은 오차와 샘플을 곱한 평균이며, 비용을 수치 미분한 값과 같습니다.
    """
    X, y, w, b = problem(rng, m)
    yours, expected = chain_of(student, X, y, w, b), reference.derivative_chain(X, y, w, b)
    expect.close(yours.dJ_dw, expected.dJ_dw, what="dJ_dw", given=given(X, y, w, b), m=m)
    gradient.check(
        lambda theta: reference.cost(X, y, theta["w"], b),
        {"w": w},
        {"w": yours.dJ_dw},
        rng=rng,
        what="dJ_dw",
        m=m,
    )


@pytest.mark.task("derivative_chain")
def test_chain_leaves_its_arguments(student, rng):
    """The factors are computed without a change to samples, labels and weights.

    ko: 인수를 구하면서 샘플, 정답, 가중치를 바꾸지 않습니다.
    """
    X, y, w, b = problem(rng, 6)
    outcome = student.derivative_chain.call(X, y, w, b)
    yours = reference.Chain(*expect.results(outcome.value, NAMES, what=CALL))
    expected = reference.derivative_chain(X, y, w, b)
    expect.close(yours.dJ_dw, expected.dJ_dw, what="dJ_dw", m=6)
    expect.unchanged(outcome, X, y, w, what=CALL)


def given(X, y, w, b):
    """Return the arguments by name."""
    return {"X": X, "y": y, "w": w, "b": b}
