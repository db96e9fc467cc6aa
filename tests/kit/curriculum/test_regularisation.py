"""Costs with a penalty: oracle and model answer agree, and both with measured slopes."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from sklearn.linear_model import LogisticRegression

from reference_impl.logistic_regression import regularisation as oracle
from reference_impl.logistic_regression.reference import cost as mean_cross_entropy


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer("03_logistic_regression")


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(3)


@pytest.fixture
def problem(rng):
    """Give 20 samples, labels of both classes, four weights and a bias."""
    X, y = rng.normal(size=(20, 4)), np.arange(20) % 2
    return X, y, np.array([[0.7], [-0.4], [1.2], [-2.0]]), 0.3


@pytest.mark.parametrize(("name", "penalty"), [("l1_cost", 4.3), ("l2_cost", 6.09)])
def test_costs_by_hand(problem, name, penalty):
    """The penalty is the sum of sizes or of squares, once, and the bias is free."""
    J = mean_cross_entropy(*problem)

    assert getattr(oracle, name)(*problem, lam=0.5) == pytest.approx(J + 0.5 * penalty)


@pytest.mark.parametrize("name", ["l1_cost", "l2_cost"])
def test_costs_agree(answer, problem, name):
    """Oracle and model answer give one cost."""
    expected = getattr(oracle, name)(*problem, 0.3)

    assert getattr(answer, name)(*problem, 0.3) == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize("name", ["l1_grad", "l2_grad"])
def test_gradients_agree(answer, problem, name):
    """Oracle and model answer give one gradient, of one shape."""
    w_grad, b_grad = getattr(oracle, name)(*problem, 0.3)
    w_answer, b_answer = getattr(answer, name)(*problem, 0.3)

    np.testing.assert_allclose(w_answer, w_grad, rtol=1e-12, strict=True)
    assert b_answer == pytest.approx(b_grad, rel=1e-12)


@pytest.mark.parametrize("kind", ["l1", "l2"])
def test_gradients_are_slopes(problem, kind):
    """The oracle's gradient agrees with finite differences of its cost."""
    X, y, w, b = problem

    def cost(theta):
        return getattr(oracle, f"{kind}_cost")(X, y, theta[:4, np.newaxis], theta[4], 0.3)

    w_grad, b_grad = getattr(oracle, f"{kind}_grad")(X, y, w, b, 0.3)

    measured = approx_fprime(np.append(w, b), cost)
    assert [*w_grad[:, 0], b_grad] == pytest.approx(measured, abs=1e-6)


def test_a_weight_of_zero_is_not_pulled(problem):
    """At 0, where the size has no slope, the L1 penalty adds nothing."""
    X, y, w, b = problem

    pulled, _ = oracle.l1_grad(X, y, 0 * w, b, 0.3)
    free, _ = oracle.l1_grad(X, y, 0 * w, b, 0.0)

    np.testing.assert_array_equal(pulled, free)


@pytest.mark.parametrize(("l1_ratio", "name"), [(1, "l1_grad"), (0, "l2_grad")])
def test_gradient_vanishes_where_scikit_learn_ends(problem, l1_ratio, name):
    """Where scikit-learn's regularised training ends, the oracle's gradient is 0."""
    X, y, *_ = problem
    lam = 0.005
    # scikit-learn sums the losses, multiplies the sum by C, and has a half in its L2 penalty
    C = 1 / (len(X) * lam * (1 if l1_ratio else 2))
    model = LogisticRegression(solver="saga", l1_ratio=l1_ratio, C=C, tol=1e-10, max_iter=100_000)
    model.fit(X, y)

    w_grad, b_grad = getattr(oracle, name)(X, y, model.coef_.T, model.intercept_[0], lam)

    assert np.all(model.coef_ != 0)
    assert [*w_grad[:, 0], b_grad] == pytest.approx(np.zeros(5), abs=1e-6)


@pytest.mark.parametrize("name", ["l1_cost", "l2_cost", "l1_grad", "l2_grad"])
@pytest.mark.parametrize(
    "arguments",
    [
        ([[1.0], [2.0]], [[0], [1]], [[1.0]], 0.0, 0.1),
        ([[1.0], [2.0]], [0, 2], [[1.0]], 0.0, 0.1),
        ([[1.0], [2.0]], [0, 1], [1.0], 0.0, 0.1),
    ],
)
def test_wrong_shapes_and_labels_are_refused(name, arguments):
    """Arrays that do not fit, and labels other than 0 and 1, are refused by name."""
    with pytest.raises(ValueError, match="must"):
        getattr(oracle, name)(*arguments)
