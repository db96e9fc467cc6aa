"""A linear neuron that learns sample by sample, after documents 002 and 003.

Rows are samples: ``X (N, D)``, weights ``w (D,)``. The neuron that is trained has one feature:
``x (N,)``, targets ``y (N,)``, one weight and one bias.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.shapes import Array, matrix, of_shape


class Line(NamedTuple):
    """The line ŷ = w x + b, or the gradient with respect to it.

    Attributes
    ----------
    w : float
        Slope of the line.
    b : float
        Its height at x = 0.
    """

    w: float
    b: float


# where document 002 starts from
START = Line(1.0, 1.0)


def predict(X: npt.ArrayLike, w: npt.ArrayLike, b: float) -> Array:
    """Return the weighted sum of each row plus the bias, which is added once.

    ŷᵢ = Σⱼ xᵢⱼ wⱼ + b

    Parameters
    ----------
    X : array_like (N, D)
        Samples.
    w : array_like (D,)
        Weights.
    b : float
        Bias.

    Returns
    -------
    ndarray (N,)

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Document 003, "Prediction"; its loop adds the bias once for each feature.
    """
    X = matrix(X, "X")
    w = of_shape(w, (X.shape[1],), "w")
    predictions: Array = np.einsum("nd,d->n", X, w) + b
    return predictions


def squared_error(y: npt.ArrayLike, y_hat: npt.ArrayLike) -> Array:
    """Return half of the squared difference, entry by entry.

    E = (ŷ - y)² / 2, in the target's unit squared.

    Parameters
    ----------
    y : array_like
        Targets.
    y_hat : array_like, same shape
        Predictions.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    The ½ is that of document 004. Document 002 leaves it out, and then the 2 of the derivative.
    """
    targets = np.asarray(y, dtype=np.float64)
    off: Array = of_shape(y_hat, targets.shape, "y_hat") - targets
    halves: Array = np.square(off) / 2
    return halves


def gradient(x: float, y: float, line: Line) -> Line:
    """Return the derivative of one sample's error with respect to w and b.

    ∂E/∂w = (ŷ - y) x and ∂E/∂b = ŷ - y, where ŷ = w x + b.

    Parameters
    ----------
    x, y : float
        The sample and its target.
    line : Line
        Where the derivative is taken.
    """
    feature = np.array([x, 1.0])
    slope = (np.dot(feature, line) - y) * feature
    return Line(*slope.tolist())


def train(x: npt.ArrayLike, y: npt.ArrayLike, epochs: int, start: Line = START) -> Line:
    """Return the line after one step for each sample, in their order, ``epochs`` times.

    w ← w - ∂E/∂w, b ← b - ∂E/∂b: both derivatives of the same line, learning rate 1.

    Parameters
    ----------
    x : array_like (N,)
        One feature for each sample.
    y : array_like (N,)
        Targets.
    epochs : int
        How often to go through the samples.
    start : Line
        The line to begin with.

    Raises
    ------
    ValueError
        If x is no vector, or y has another shape.

    Notes
    -----
    Document 002, "building the linear neuron".
    """
    features = np.asarray(x, dtype=np.float64)
    features = of_shape(features, (features.size,), "x")
    targets = of_shape(y, features.shape, "y")
    line = start
    for _ in range(epochs):
        for feature, target in zip(features.tolist(), targets.tolist(), strict=True):
            w_step, b_step = gradient(feature, target, line)
            line = Line(line.w - w_step, line.b - b_step)
    return line
