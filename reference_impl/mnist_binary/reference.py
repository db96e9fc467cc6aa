"""Logistic regression on images, one digit against the rest, after document 001.

Columns are samples: ``X (n_x, m)``, labels ``Y (1, m)``, weights ``W (n_x, 1)``.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression.reference import CEcost, sigmoid
from reference_impl.shapes import Array, labels, matrix, of_shape


class Propagation(NamedTuple):
    """Cost and gradient at one place.

    Attributes
    ----------
    cost : float
        Mean cross-entropy, in nats.
    dW : ndarray (n_x, 1)
        ∂J/∂W.
    db : float
        ∂J/∂b.
    """

    cost: float
    dW: Array  # noqa: N815  the document's name
    db: float


class Training(NamedTuple):
    """What training leaves behind.

    Attributes
    ----------
    W : ndarray (n_x, 1)
        Weights after the last epoch.
    b : float
        Bias after the last epoch.
    costs : ndarray (epochs,)
        Mean cross-entropy before the step of each epoch, in nats.
    """

    W: Array
    b: float
    costs: Array


class Recognition(NamedTuple):
    """How well a digit is told from the rest.

    Attributes
    ----------
    accuracy : float
        Share of all samples that are told right. Where one sample in ten is the digit, who
        always says no has 0.9.
    found : float
        Share of the samples of the digit that are recognised.
    """

    accuracy: float
    found: float


def prepare_images(images: npt.ArrayLike) -> Array:
    """Return one image a column, each pixel from 0 to 1.

    Xₖᵢ = pixel k of image i / 255, the pixels of an image row by row.

    Parameters
    ----------
    images : array_like of uint8 (m, height, width)
        Grey values.

    Returns
    -------
    ndarray (height · width, m)

    Raises
    ------
    ValueError
        If there is no image, or the array has not three axes.

    Notes
    -----
    Document 001, "training set preparation".
    """
    images = np.asarray(images)
    if images.ndim != 3 or images.size == 0:
        raise ValueError(f"images must have shape (m, height, width), not {images.shape}")
    return np.column_stack([image.astype(np.float64).ravel() / 255.0 for image in images])


def binary_labels(y: npt.ArrayLike, digit: int) -> Array:
    """Return 1 where the label is the digit, 0 elsewhere.

    Y₁ᵢ = [yᵢ = digit]

    Parameters
    ----------
    y : array_like of int (m,)
        Labels, 0 to 9.
    digit : int
        The digit to be told from the rest.

    Returns
    -------
    ndarray (1, m)

    Raises
    ------
    ValueError
        If y is not a vector of digits.

    Notes
    -----
    Document 001, "label, vectorised form", which shows the digits themselves; the cost needs 0
    and 1.
    """
    y = labels(y, "y", classes=10)
    return np.where(y[np.newaxis] == digit, 1.0, 0.0)


def propagate(W: npt.ArrayLike, b: float, X: npt.ArrayLike, Y: npt.ArrayLike) -> Propagation:
    """Return the mean cross-entropy and its gradient.

    With aᵢ = σ(Σₖ Wₖ Xₖᵢ + b): J = CEcost(a, Y), ∂J/∂Wₖ = (1/m) Σᵢ Xₖᵢ (aᵢ - Yᵢ),
    ∂J/∂b = (1/m) Σᵢ (aᵢ - Yᵢ).

    Parameters
    ----------
    W : array_like (n_x, 1)
        Weights.
    b : float
        Bias.
    X : array_like (n_x, m)
        Samples.
    Y : array_like (1, m)
        Labels, 0 or 1.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 001, "vectorised implementation".
    """
    X, W, Y = _fitting(X, W, Y)
    a = sigmoid(np.einsum("kj,ki->ji", W, X) + b)
    err = a - Y
    return Propagation(
        cost=CEcost(a[0], Y[0]),
        dW=np.mean(X * err, axis=1, keepdims=True),
        db=float(err.mean()),
    )


def propagate_loop(W: npt.ArrayLike, b: float, X: npt.ArrayLike, Y: npt.ArrayLike) -> Propagation:
    """Return what :func:`propagate` does, one sample after the other: the measure of slowness.

    Parameters
    ----------
    W, b, X, Y
        As for :func:`propagate`.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 001, "algorithm".
    """
    X, W, Y = _fitting(X, W, Y)
    cost, dW, db = 0.0, np.zeros_like(W), 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        a = sigmoid(x @ W[:, 0] + b)
        cost += CEcost([a], [y])
        dW[:, 0] += x * (a - y)
        db += float(a - y)
    m = X.shape[1]
    return Propagation(cost / m, dW / m, db / m)


def train(
    W: npt.ArrayLike, b: float, X: npt.ArrayLike, Y: npt.ArrayLike, alpha: float, epochs: int
) -> Training:
    """Train from the given weights with the whole batch in each epoch.

    W ← W - α ∂J/∂W, b ← b - α ∂J/∂b; the cost of an epoch is J before its step.

    Parameters
    ----------
    W : array_like (n_x, 1)
        Weights at the start.
    b : float
        Bias at the start.
    X : array_like (n_x, m)
        Samples.
    Y : array_like (1, m)
        Labels, 0 or 1.
    alpha : float
        Learning rate.
    epochs : int
        Number of steps.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 001, "algorithm", repeated.
    """
    X, W, Y = _fitting(X, W, Y)
    costs = []
    for _ in range(epochs):
        cost, dW, db = propagate(W, b, X, Y)
        costs.append(cost)
        W, b = W - alpha * dW, b - alpha * db
    return Training(W, b, np.array(costs))


def predict(W: npt.ArrayLike, b: float, X: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return 1 where the digit is more probable than not: σ(z) > ½, that is z > 0.

    Parameters
    ----------
    W : array_like (n_x, 1)
        Weights.
    b : float
        Bias.
    X : array_like (n_x, m)
        Samples.

    Returns
    -------
    ndarray of int (1, m)

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    X = matrix(X, "X")
    W = of_shape(W, (len(X), 1), "W")
    return np.where(np.einsum("kj,ki->ji", W, X) > -b, 1, 0)


def recognition(W: npt.ArrayLike, b: float, X: npt.ArrayLike, Y: npt.ArrayLike) -> Recognition:
    """Return the share of samples told right, and the share of the digit's that are found.

    Parameters
    ----------
    W, b, X, Y
        As for :func:`propagate`.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    X, W, Y = _fitting(X, W, Y)
    right = predict(W, b, X) == Y
    return Recognition(accuracy=float(right.mean()), found=float(right[Y == 1].mean()))


def _fitting(X: npt.ArrayLike, W: npt.ArrayLike, Y: npt.ArrayLike) -> tuple[Array, Array, Array]:
    """Return samples, weights and labels as float64 arrays that fit each other."""
    X = matrix(X, "X")
    n_x, m = X.shape
    Y = of_shape(Y, (1, m), "Y")
    if not np.isin(Y, (0.0, 1.0)).all():
        raise ValueError("Y must hold labels 0 and 1")
    return X, of_shape(W, (n_x, 1), "W"), Y
