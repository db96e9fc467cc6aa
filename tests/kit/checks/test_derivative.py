"""Numerical derivatives agree with those that are known."""

import numpy as np
import pytest

from autograder.gradient import derivative


@pytest.mark.parametrize(
    ("function", "prime"),
    [
        pytest.param(np.exp, np.exp, id="exp"),
        pytest.param(np.sin, np.cos, id="sin"),
        pytest.param(lambda x: x**4, lambda x: 4 * x**3, id="x^4"),
        pytest.param(lambda x: 1e6 * x, lambda x: np.full_like(x, 1e6), id="steep"),
        pytest.param(lambda x: np.sin(300 * x), lambda x: 300 * np.cos(300 * x), id="fast"),
        pytest.param(lambda x: 1e4 + x, np.ones_like, id="far from 0"),
        pytest.param(lambda x: 0 * x, np.zeros_like, id="flat"),
    ],
)
def test_known_derivatives(function, prime):
    """Every entry is right to a hundredth of what the gradient check allows."""
    x = np.array([[-1.3, 0.0, 0.2], [0.7, 1.9, 3.1]])

    found = derivative(function, x, 1e-2)

    np.testing.assert_allclose(found, prime(x), rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("x", [3e-2, 1e-2, 4e-3, 1e-4, -1e-4, -1.5e-2])
def test_kink_nearby(x):
    """The step shrinks until it does not reach over the kink of ReLU."""
    assert derivative(lambda x: np.maximum(x, 0), x, 1e-2) == pytest.approx(float(x > 0))


def test_few_evaluations():
    """A smooth function is evaluated six times: each may be a call of a student's function."""
    at = []

    derivative(lambda x: at.append(x) or np.tanh(x), 0.3, 1e-2)

    assert len(at) == 6


def test_nan_is_no_derivative():
    """A function without a value has no derivative, and that is no warning."""
    assert np.isnan(derivative(lambda x: np.nan * x, 1.0, 1e-2))
