"""Logistic regression whose weights cost something, after document 003.

Rows are samples: ``X (m, n)``, weights ``w (n, 1)``, labels ``y`` 0 or 1. J is the *mean*
cross-entropy, where document 003 prints a sum; the penalty is added once, and the bias is free.
"""

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression import reference as logistic_regression
from reference_impl.shapes import Array, labels, matrix


def l1_cost(X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float, lam: float) -> float:
    """Return the mean cross-entropy plus λ times the sum of the weights' sizes, in nats.

    J_L1 = J + λ Σⱼ |wⱼ|

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
    w : array_like (n, 1)
        Weights.
    b : float
        Bias.
    lam : float
        λ.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 003, "L1 regularisation".
    """
    return logistic_regression.cost(X, y, w, b) + lam * float(np.linalg.norm(np.ravel(w), ord=1))


def l2_cost(X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float, lam: float) -> float:
    """Return the mean cross-entropy plus λ times the sum of the weights' squares, in nats.

    J_L2 = J + λ Σⱼ wⱼ², without a ½.

    Parameters
    ----------
    X, y, w, b, lam
        As for :func:`l1_cost`.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 003, "L2 regularisation".
    """
    return logistic_regression.cost(X, y, w, b) + lam * float(np.square(np.ravel(w)).sum())


def l1_grad(
    X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float, lam: float
) -> tuple[Array, float]:
    """Return the gradient of the cost with the L1 penalty with respect to w and b.

    ∂J/∂w + λ sign(w) and ∂J/∂b, with sign(0) = 0.

    Parameters
    ----------
    X, y, w, b, lam
        As for :func:`l1_cost`.

    Returns
    -------
    w_grad : ndarray (n, 1)
    b_grad : float

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    w_grad, b_grad = _gradient(X, y, w, b)
    weights = np.asarray(w, dtype=np.float64)
    penalty = lam * ((weights > 0).astype(np.float64) - (weights < 0))
    return w_grad + penalty, b_grad


def l2_grad(
    X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float, lam: float
) -> tuple[Array, float]:
    """Return the gradient of the cost with the L2 penalty with respect to w and b.

    ∂J/∂w + 2 λ w and ∂J/∂b.

    Parameters
    ----------
    X, y, w, b, lam
        As for :func:`l1_cost`.

    Returns
    -------
    w_grad : ndarray (n, 1)
    b_grad : float

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    w_grad, b_grad = _gradient(X, y, w, b)
    return w_grad + lam * 2.0 * np.asarray(w, dtype=np.float64), b_grad


def _gradient(
    X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float
) -> tuple[Array, float]:
    """Return the gradient of the mean cross-entropy alone."""
    X = matrix(X, "X")
    a = logistic_regression.sigmoid(logistic_regression.forward(X, w, b))
    return logistic_regression.gradients(X, a - labels(y, "y", classes=2)[:, np.newaxis])
