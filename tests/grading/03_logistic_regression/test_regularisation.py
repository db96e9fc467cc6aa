"""Hidden checks of the costs with a penalty and their gradients, against the oracle."""

import numpy as np
import pytest

from autograder import expect, gradient
from reference_impl.logistic_regression import regularisation as reference

GRADIENTS = ("w_grad", "b_grad")


def problem(rng, m=9, n=4):
    """Return samples, labels, weights and a bias.

    Half of the weights are negative. None is near 0, where the size of a weight has no slope.
    """
    signs = rng.permutation(np.resize([-1.0, 1.0], n)).reshape(n, 1)
    w = rng.uniform(0.2, 1.5, size=(n, 1)) * signs
    return rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2), w, rng.normal()


def given(X, y, w, b, lam):
    """Return the arguments by name."""
    return {"X": X, "y": y, "w": w, "b": b, "lam": lam}


def expect_gradient(found, expected, what, inputs):
    """Expect the gradient of weights and bias that the oracle gives."""
    w_grad, b_grad = expect.results(found, GRADIENTS, what=what)
    expect.close(w_grad, expected[0], what="w_grad", given=inputs)
    expect.close(b_grad, expected[1], what="b_grad", given=inputs, m=len(inputs["y"]))


def expect_slope(found, cost, w, b, rng, what):
    """Expect the measured slope of a cost."""
    w_grad, b_grad = expect.results(found, GRADIENTS, what=what)
    slopes = {"w": w_grad, "b": b_grad}
    gradient.check(cost, {"w": w, "b": b}, slopes, rng=rng, what=what, m=9)


@pytest.mark.task("l1_cost")
@pytest.mark.parametrize("lam", [0.03, 2.5])
def test_l1_cost_of_random_weights(student, rng, lam):
    """The cost of random weights is right for a small and a large lam.

    ko: lam이 작을 때도 클 때도 무작위 가중치의 비용이 맞습니다.
    """
    X, y, w, b = problem(rng)
    cost, expected = student.l1_cost(X, y, w, b, lam), reference.l1_cost(X, y, w, b, lam)
    expect.close(cost, expected, what="l1_cost(X, y, w, b, lam)", given=given(X, y, w, b, lam))


@pytest.mark.task("l1_cost")
def test_l1_cost_leaves_its_arguments(student, rng):
    """The cost is computed without a change to samples, labels and weights.

    ko: 비용을 구하면서 샘플, 정답, 가중치를 바꾸지 않습니다.
    """
    X, y, w, b = problem(rng)
    call, outcome = "l1_cost(X, y, w, b, lam)", student.l1_cost.call(X, y, w, b, 0.2)
    expect.close(outcome.value, reference.l1_cost(X, y, w, b, 0.2), what=call)
    expect.unchanged(outcome, X, y, w, what=call)


@pytest.mark.task("l1_grad")
@pytest.mark.parametrize("lam", [0.0, 0.03, 2.5])
def test_l1_gradient_of_random_weights(student, rng, lam):
    """The gradient at random weights is right without, with a small and with a large lam.

    ko: lam이 0일 때, 작을 때, 클 때 모두 무작위 가중치에서 기울기가 맞습니다.
    """
    X, y, w, b = problem(rng)
    found, expected = student.l1_grad(X, y, w, b, lam), reference.l1_grad(X, y, w, b, lam)
    expect_gradient(found, expected, "l1_grad(X, y, w, b, lam)", given(X, y, w, b, lam))


@pytest.mark.task("l1_grad")
def test_l1_gradient_at_a_weight_of_zero(student, rng):
    """A weight of exactly 0 leaves the gradient finite, and right for the other weights.

    ko: 정확히 0인 가중치가 있어도 기울기가 유한하고, 나머지 가중치에서는 맞습니다.
    """
    X, y, w, b = problem(rng)
    w[2], call, inputs = 0.0, "l1_grad(X, y, w, b, lam)", given(X, y, w, b, 0.7)
    found, (expected, _) = student.l1_grad(X, y, w, b, 0.7), reference.l1_grad(X, y, w, b, 0.7)
    w_grad, _b_grad = expect.results(found, GRADIENTS, what=call)
    w_grad = expect.of_kind(w_grad, expected, what="w_grad", given=inputs)
    # which slope the corner has is a convention: the docstring's, or any from -lam to lam
    expect.finite(w_grad, what="w_grad", given=inputs)
    others = [0, 1, 3]
    expect.close(w_grad[others], expected[others], what="w_grad[[0, 1, 3]]", given=inputs)


@pytest.mark.task("l1_grad")
def test_l1_gradient_is_the_slope_of_its_cost(student, rng):
    """The gradient agrees with the numerical slope of the cost with its penalty.

    ko: 기울기가 벌점을 더한 비용을 수치 미분한 값과 같습니다.
    """
    X, y, w, b = problem(rng)

    def cost(theta):
        return reference.l1_cost(X, y, theta["w"], theta["b"], 0.4)

    found = student.l1_grad(X, y, w, b, 0.4)
    expect_slope(found, cost, w, b, rng, "l1_grad(X, y, w, b, lam)")


@pytest.mark.task("l1_grad")
def test_l1_gradient_leaves_its_arguments(student, rng):
    """The gradient is computed without a change to samples, labels and weights.

    ko: 기울기를 구하면서 샘플, 정답, 가중치를 바꾸지 않습니다.
    """
    X, y, w, b = problem(rng)
    call, outcome = "l1_grad(X, y, w, b, lam)", student.l1_grad.call(X, y, w, b, 0.2)
    expected = reference.l1_grad(X, y, w, b, 0.2)
    expect_gradient(outcome.value, expected, call, given(X, y, w, b, 0.2))
    expect.unchanged(outcome, X, y, w, what=call)


@pytest.mark.task("l2_cost")
@pytest.mark.parametrize("lam", [0.03, 2.5])
def test_l2_cost_of_random_weights(student, rng, lam):
    """The cost of random weights is right for a small and a large lam.

    ko: lam이 작을 때도 클 때도 무작위 가중치의 비용이 맞습니다.
    """
    X, y, w, b = problem(rng)
    cost, expected = student.l2_cost(X, y, w, b, lam), reference.l2_cost(X, y, w, b, lam)
    expect.close(cost, expected, what="l2_cost(X, y, w, b, lam)", given=given(X, y, w, b, lam))


@pytest.mark.task("l2_cost")
def test_l2_cost_leaves_its_arguments(student, rng):
    """The cost is computed without a change to samples, labels and weights.

    ko: 비용을 구하면서 샘플, 정답, 가중치를 바꾸지 않습니다.
    """
    X, y, w, b = problem(rng)
    call, outcome = "l2_cost(X, y, w, b, lam)", student.l2_cost.call(X, y, w, b, 0.2)
    expect.close(outcome.value, reference.l2_cost(X, y, w, b, 0.2), what=call)
    expect.unchanged(outcome, X, y, w, what=call)


@pytest.mark.task("l2_grad")
@pytest.mark.parametrize("lam", [0.0, 0.03, 2.5])
def test_l2_gradient_of_random_weights(student, rng, lam):
    """The gradient at random weights is right without, with a small and with a large lam.

    ko: lam이 0일 때, 작을 때, 클 때 모두 무작위 가중치에서 기울기가 맞습니다.
    """
    X, y, w, b = problem(rng)
    found, expected = student.l2_grad(X, y, w, b, lam), reference.l2_grad(X, y, w, b, lam)
    expect_gradient(found, expected, "l2_grad(X, y, w, b, lam)", given(X, y, w, b, lam))


@pytest.mark.task("l2_grad")
def test_l2_gradient_is_the_slope_of_its_cost(student, rng):
    """The gradient agrees with the numerical slope of the cost with its penalty.

    ko: 기울기가 벌점을 더한 비용을 수치 미분한 값과 같습니다.
    """
    X, y, w, b = problem(rng)

    def cost(theta):
        return reference.l2_cost(X, y, theta["w"], theta["b"], 0.4)

    found = student.l2_grad(X, y, w, b, 0.4)
    expect_slope(found, cost, w, b, rng, "l2_grad(X, y, w, b, lam)")


@pytest.mark.task("l2_grad")
def test_l2_gradient_leaves_its_arguments(student, rng):
    """The gradient is computed without a change to samples, labels and weights.

    ko: 기울기를 구하면서 샘플, 정답, 가중치를 바꾸지 않습니다.
    """
    X, y, w, b = problem(rng)
    call, outcome = "l2_grad(X, y, w, b, lam)", student.l2_grad.call(X, y, w, b, 0.2)
    expected = reference.l2_grad(X, y, w, b, 0.2)
    expect_gradient(outcome.value, expected, call, given(X, y, w, b, 0.2))
    expect.unchanged(outcome, X, y, w, what=call)
