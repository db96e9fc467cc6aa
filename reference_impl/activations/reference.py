"""Activation functions and the decision of one neuron, after documents 003 and 004.

Activation functions and their derivatives work entry by entry on arrays of any shape. Two
conventions hold where mathematics leaves a choice: ``step(0)`` is 1 and ``relu_prime(0)`` is 0.
"""

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression.reference import sigmoid
from reference_impl.shapes import Array, matrix, of_shape


def step(x: npt.ArrayLike) -> Array:
    """Return 1 where x ≥ 0 and 0 elsewhere.

    Notes
    -----
    Document 003, "Step function": 0 itself gives 1.
    """
    steps: Array = np.heaviside(np.asarray(x, dtype=np.float64), 1.0)
    return steps


def sigmoid_prime(x: npt.ArrayLike) -> Array:
    """Return the derivative of the sigmoid.

    σ'(x) = σ(x) σ(-x)
    """
    scores = np.asarray(x, dtype=np.float64)
    return sigmoid(scores) * sigmoid(-scores)


def tanh(x: npt.ArrayLike) -> Array:
    """Return the hyperbolic tangent.

    tanh x = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ) = 2 σ(2x) - 1
    """
    hyperbolic: Array = np.tanh(np.asarray(x, dtype=np.float64))
    return hyperbolic


def tanh_prime(x: npt.ArrayLike) -> Array:
    """Return the derivative of the hyperbolic tangent.

    tanh' x = 1 / cosh² x = 4 σ'(2x)
    """
    return 4.0 * sigmoid_prime(2.0 * np.asarray(x, dtype=np.float64))


def relu(x: npt.ArrayLike) -> Array:
    """Return x where it is positive and 0 elsewhere.

    relu(x) = (x + |x|) / 2
    """
    scores = np.asarray(x, dtype=np.float64)
    rectified: Array = (scores + np.abs(scores)) / 2
    return rectified


def relu_prime(x: npt.ArrayLike) -> Array:
    """Return 1 where x > 0 and 0 elsewhere; at 0, where there is no derivative, 0."""
    slopes: Array = np.heaviside(np.asarray(x, dtype=np.float64), 0.0)
    return slopes


def decision(X: npt.ArrayLike, W: npt.ArrayLike, squared: bool = False) -> Array:
    """Return the class of each row: 1 where σ(z) ≥ ½, that is where z ≥ 0.

    z = w₀ + Σⱼ wⱼ xⱼ, or z = w₀ + Σⱼ wⱼ xⱼ² for squared features.

    Parameters
    ----------
    X : array_like (N, D)
        Samples.
    W : array_like (D + 1,)
        The bias w₀, then the weights.
    squared : bool
        Whether the neuron sees the squares of the features.

    Returns
    -------
    ndarray (N,)

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Document 004, "decision boundary".
    """
    X = matrix(X, "X")
    W = of_shape(W, (X.shape[1] + 1,), "W")
    features = np.column_stack([np.ones(len(X)), X**2 if squared else X])
    return step(features @ W)


def bernoulli_mle(heads: int, tosses: int) -> float:
    """Return the probability of heads that makes the tosses most likely.

    ŵ = n / N, the zero of the derivative n/w - (N - n)/(1 - w) of log wⁿ (1 - w)ᴺ⁻ⁿ.

    Parameters
    ----------
    heads, tosses : int
        n and N.

    Raises
    ------
    ValueError
        Unless 0 ≤ n ≤ N and N ≥ 1.

    Notes
    -----
    Document 003, "Training"; its second formula, n/(N - n), is that of the odds.
    """
    if not 0 <= heads <= tosses or tosses < 1:
        raise ValueError(f"0 <= heads <= tosses and tosses >= 1 must hold, not {heads}, {tosses}")
    return heads / tosses


def log_loss(y: int, h: float) -> float:
    """Return what one prediction costs, in nats: -log h if y is 1, -log(1 - h) if y is 0.

    Parameters
    ----------
    y : int
        Label, 0 or 1.
    h : float
        Predicted probability of label 1, between 0 and 1 exclusive.

    Raises
    ------
    ValueError
        If y is no label, or h is not inside of the interval.

    Notes
    -----
    Document 004, "cost function J".
    """
    if y not in (0, 1) or not 0.0 < h < 1.0:
        raise ValueError(f"y must be 0 or 1 and h between 0 and 1, not {y} and {h}")
    return float(-np.log(h if y == 1 else 1.0 - h))
