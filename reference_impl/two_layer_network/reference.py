"""A network with one hidden layer and one output, trained full-batch, after document 002.

Rows are samples: ``X (m, n)``, hidden layer ``a1 (m, units)``, scores ``z2 (m, 1)``, labels ``y``
0 or 1. Only :func:`MSEcost`, which comes from document 000, has its samples in columns.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression.reference import CEcost, sigmoid
from reference_impl.shapes import Array, labels, matrix, of_shape


class Weights(NamedTuple):
    """Weights and biases of both layers, or the gradient with respect to them.

    Attributes
    ----------
    w1 : ndarray (n, units)
    b1 : ndarray (units,)
    w2 : ndarray (units, 1)
    b2 : float
    """

    w1: Array
    b1: Array
    w2: Array
    b2: float


class Forward(NamedTuple):
    """What the forward pass computes.

    Attributes
    ----------
    a1 : ndarray (m, units)
        Output of the hidden layer.
    z2 : ndarray (m, 1)
        Scores.
    """

    a1: Array
    z2: Array


class Training(NamedTuple):
    """What training leaves behind.

    Attributes
    ----------
    weights : Weights
        After the last epoch.
    losses : ndarray (epochs,)
        Mean cross-entropy at the forward pass of each epoch, in nats.
    """

    weights: Weights
    losses: Array


class Comparison(NamedTuple):
    """When two loss curves reach a goal, and from when on the second is the lower one.

    Attributes
    ----------
    ones_epoch, random_epoch : int
        First epoch, counted from 0, with a loss of at most the goal; -1 if there is none.
    lead : int
        First epoch from which on the second curve stays below the first; -1 if there is none.
    """

    ones_epoch: int
    random_epoch: int
    lead: int


def MSEcost(A2: npt.ArrayLike, Y: npt.ArrayLike) -> float:
    """Return half the squared error of a sample, averaged over the samples; they are columns.

    E = (1/m) Σᵢ ½ ‖y⁽ⁱ⁾ - ŷ⁽ⁱ⁾‖²

    Parameters
    ----------
    A2 : array_like (n_y, m)
        Outputs of the network.
    Y : array_like (n_y, m)
        What they should be.

    Raises
    ------
    ValueError
        If the shapes differ or are no matrices.

    Notes
    -----
    Document 000, "squared error function"; its code leaves out the ½ of its formula.
    """
    A2 = matrix(A2, "A2")
    Y = of_shape(Y, A2.shape, "Y")
    return float(np.mean(np.linalg.norm(Y - A2, axis=0) ** 2) / 2.0)


def all_ones(n: int, units: int) -> Weights:
    """Return the start of ``DualLayer``: all weights 1, all biases 0."""
    return Weights(np.ones((n, units)), np.zeros(units), np.ones((units, 1)), 0.0)


def standard_normal(
    n: int, units: int, rng: np.random.Generator | np.random.RandomState
) -> Weights:
    """Return the start of ``RandomInitNetwork``: w1, then w2 from N(0, 1), all biases 0.

    Parameters
    ----------
    n : int
        Number of features.
    units : int
        Number of hidden units.
    rng : numpy.random.Generator or numpy.random.RandomState
        ``RandomState(0)`` gives the numbers of document 002.
    """
    w1 = rng.normal(0.0, 1.0, (n, units))
    return Weights(w1, np.zeros(units), rng.normal(0.0, 1.0, (units, 1)), 0.0)


def forward(X: npt.ArrayLike, weights: Weights) -> Forward:
    """Return hidden layer and scores: a1 = σ(X w1 + b1), z2 = a1 w2 + b2.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    X = matrix(X, "X")
    w1, b1, w2, b2 = _fitting(weights, X.shape[1])
    a1 = sigmoid(X @ w1 + b1)
    return Forward(a1, a1 @ w2 + b2)


def gradients(X: npt.ArrayLike, err: npt.ArrayLike, weights: Weights) -> Weights:
    """Return the gradient of the mean cross-entropy with respect to all weights and biases.

    With err1 = (err w2ᵀ) ⊙ σ'(z1), where σ'(z) = σ(z) σ(-z): ∂J/∂w2 = (1/m) a1ᵀ err,
    ∂J/∂b2 = (1/m) Σᵢ errᵢ, ∂J/∂w1 = (1/m) Xᵀ err1, ∂J/∂b1 = (1/m) Σᵢ err1ᵢ.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    err : array_like (m, 1)
        Predicted probability minus label.
    weights : Weights
        Where the gradient is taken.

    Returns
    -------
    Weights
        Each of the shape of what it belongs to.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Document 002, ``DualLayer.backprop``.
    """
    X = matrix(X, "X")
    err = of_shape(err, (len(X), 1), "err")
    w1, b1, w2, _ = _fitting(weights, X.shape[1])
    z1 = X @ w1 + b1
    err1 = np.einsum("ik,hk->ih", err, w2) * sigmoid(z1) * sigmoid(-z1)
    return Weights(
        w1=np.einsum("ij,ih->jh", X, err1, optimize=True) / len(X),
        b1=err1.mean(axis=0),
        w2=np.einsum("ih,ik->hk", sigmoid(z1), err, optimize=True) / len(X),
        b2=float(err.mean()),
    )


def cost(X: npt.ArrayLike, y: npt.ArrayLike, weights: Weights) -> float:
    """Return the mean cross-entropy of the network on the samples, in nats.

    J(weights) = CEcost(σ(z2), y)

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    probabilities = sigmoid(forward(X, weights).z2)
    return CEcost(probabilities[:, 0], labels(y, "y", classes=2))


def train(
    X: npt.ArrayLike, y: npt.ArrayLike, weights: Weights, epochs: int, eta: float = 1.0
) -> Training:
    """Train from the given weights with the whole batch in each epoch.

    θ ← θ - η ∂J/∂θ for each of w1, b1, w2, b2; the loss of an epoch is J before its step.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
    weights : Weights
        At the start.
    epochs : int
        Number of steps.
    eta : float
        Learning rate.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 002, ``DualLayer.fit``.
    """
    X, y = matrix(X, "X"), labels(y, "y", classes=2)
    losses = []
    for _ in range(epochs):
        a = sigmoid(forward(X, weights).z2)
        losses.append(CEcost(a[:, 0], y))
        weights = _downhill(weights, gradients(X, a - y[:, np.newaxis], weights), eta)
    return Training(weights, np.array(losses))


def predict(X: npt.ArrayLike, weights: Weights) -> npt.NDArray[np.bool_]:
    """Return whether class 1 is the more probable one: σ(z2) > ½, that is z2 > 0.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    weights : Weights
        Both layers.

    Returns
    -------
    ndarray of bool (m, 1)

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    return forward(X, weights).z2 > 0


def accuracy(X: npt.ArrayLike, y: npt.ArrayLike, weights: Weights) -> float:
    """Return the share of samples whose label is predicted.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    return float(np.mean(predict(X, weights)[:, 0] == labels(y, "y", classes=2)))


def compare_losses(ones: Sequence[float], random: Sequence[float], goal: float) -> Comparison:
    """Return when each loss curve reaches the goal, and from when on ``random`` stays below.

    Parameters
    ----------
    ones, random : sequence of float
        One loss an epoch, both of the same length.
    goal : float
        The loss to be reached.

    Raises
    ------
    ValueError
        If the lengths differ.
    """
    below = [b < a for a, b in zip(ones, random, strict=True)]
    return Comparison(
        ones_epoch=_first(loss <= goal for loss in ones),
        random_epoch=_first(loss <= goal for loss in random),
        lead=_first(all(below[epoch:]) for epoch in range(len(below))),
    )


def _downhill(at: Weights, slope: Weights, eta: float) -> Weights:
    """Return the weights one step down the slope."""
    return Weights(
        w1=at.w1 - eta * slope.w1,
        b1=at.b1 - eta * slope.b1,
        w2=at.w2 - eta * slope.w2,
        b2=at.b2 - eta * slope.b2,
    )


def _first(conditions: Iterable[bool]) -> int:
    """Return the position of the first that holds; -1 if none does."""
    return next((position for position, holds in enumerate(conditions) if holds), -1)


def _fitting(weights: Weights, n: int) -> Weights:
    """Return the weights as float64 arrays that fit ``n`` features and each other."""
    w1 = matrix(weights.w1, "w1", rows=n)
    units = w1.shape[1]
    return Weights(
        w1=w1,
        b1=of_shape(weights.b1, (units,), "b1"),
        w2=of_shape(weights.w2, (units, 1), "w2"),
        b2=float(of_shape(weights.b2, (), "b2")),
    )
