"""Logistic regression by full-batch gradient descent, after document 002.

Rows are samples: ``X (m, n)``, weights ``w (n, 1)``, scores ``z (m, 1)``, labels ``y`` 0 or 1.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.shapes import Array, labels, matrix, of_shape

# document 002 keeps probabilities this far from 0 and 1, where the logarithm ends
_EPSILON = 1e-10


class Training(NamedTuple):
    """What training leaves behind.

    Attributes
    ----------
    w : ndarray (n, 1)
        Weights after the last epoch.
    b : float
        Bias after the last epoch.
    losses : ndarray (epochs,)
        Sum of the cross-entropy over the samples at the forward pass of each epoch, in nats.
    """

    w: Array
    b: float
    losses: Array


def sigmoid(z: npt.ArrayLike) -> Array:
    """Return the logistic function of each entry.

    σ(z) = 1 / (1 + e⁻ᶻ) = eᶻ / (1 + eᶻ), whichever has the small exponential.

    Parameters
    ----------
    z : array_like
        Scores of any shape; |z| may be as large as floats go.

    Returns
    -------
    ndarray
        Probabilities of the same shape.

    Notes
    -----
    Document 002, "sigmoid function".
    """
    scores = np.asarray(z, dtype=np.float64)
    small = np.exp(-np.abs(scores))
    probabilities: Array = np.where(scores >= 0, 1.0, small) / (1.0 + small)
    return probabilities


def CEcost(a: npt.ArrayLike, y: npt.ArrayLike) -> float:
    """Return the mean binary cross-entropy, in nats.

    J = -(1/m) Σᵢ log p(yᵢ), where p(1) = a and p(0) = 1 - a, with a kept in [ε, 1 - ε], ε = 1e-10.

    Parameters
    ----------
    a : array_like (m,) or (m, 1)
        Predicted probability of class 1.
    y : array_like, same shape
        Labels, 0 or 1.

    Raises
    ------
    ValueError
        If the shapes differ, are empty, or a label is neither 0 nor 1.

    Notes
    -----
    Document 002, "logistic loss function".
    """
    predicted, y = np.asarray(a, dtype=np.float64), np.asarray(y)
    if predicted.shape != y.shape or y.size == 0:
        raise ValueError(f"a {predicted.shape} and y {y.shape} must have one, non-empty shape")
    if not np.isin(y, (0, 1)).all():
        raise ValueError("y must hold labels 0 and 1")
    predicted = np.clip(predicted, _EPSILON, 1.0 - _EPSILON)
    return float(-np.log(np.where(y == 1, predicted, 1.0 - predicted)).mean())


def forward(X: npt.ArrayLike, w: npt.ArrayLike, b: float) -> Array:
    """Return the scores z = X w + b.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    w : array_like (n, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    ndarray (m, 1)

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    X = matrix(X, "X")
    w = of_shape(w, (X.shape[1], 1), "w")
    z: Array = np.einsum("ij,jk->ik", X, w) + b
    return z


def gradients(X: npt.ArrayLike, err: npt.ArrayLike) -> tuple[Array, float]:
    """Return the gradient of the mean cross-entropy with respect to w and b.

    ∂J/∂w = (1/m) Σᵢ errᵢ xᵢ and ∂J/∂b = (1/m) Σᵢ errᵢ, where err = a - y.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    err : array_like (m, 1) or (m,)
        Prediction minus label.

    Returns
    -------
    w_grad : ndarray (n, 1) or (n,)
        A column if ``err`` is one.
    b_grad : float

    Raises
    ------
    ValueError
        If there is not one error a row of X.

    Notes
    -----
    Document 002, "computing the gradient".
    """
    X, err = matrix(X, "X"), np.asarray(err, dtype=np.float64)
    if err.shape not in ((len(X),), (len(X), 1)):
        raise ValueError(f"err must have shape ({len(X)},) or ({len(X)}, 1), not {err.shape}")
    per_sample = X * err.reshape(-1, 1)
    w_grad = per_sample.mean(axis=0)
    return w_grad.reshape(-1, *err.shape[1:]), float(err.mean())


def cost(X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float) -> float:
    """Return the mean cross-entropy of the model (w, b) on the samples, in nats.

    J(w, b) = CEcost(σ(X w + b), y)

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

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    a = sigmoid(forward(X, w, b))
    return CEcost(a[:, 0], labels(y, "y", classes=2))


def train(X: npt.ArrayLike, y: npt.ArrayLike, epochs: int, eta: float = 1.0) -> Training:
    """Train from w = 1, b = 0 with the whole batch in each epoch.

    w ← w - η ∂J/∂w, b ← b - η ∂J/∂b; the loss of an epoch is m J before its step.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
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
    Document 002, the vectorised ``SingleLayer``.
    """
    X = matrix(X, "X")
    y = labels(y, "y", classes=2)
    w, b = np.ones((X.shape[1], 1)), 0.0
    losses = []
    for _ in range(epochs):
        a = sigmoid(forward(X, w, b))
        losses.append(len(X) * CEcost(a[:, 0], y))
        w_grad, b_grad = gradients(X, a - y[:, np.newaxis])
        w, b = w - eta * w_grad, b - eta * b_grad
    return Training(w, b, np.array(losses))


def predict(X: npt.ArrayLike, w: npt.ArrayLike, b: float) -> npt.NDArray[np.bool_]:
    """Return whether class 1 is the more probable one: σ(z) > ½, that is z > 0.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    w : array_like (n, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    ndarray of bool (m, 1)

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    return forward(X, w, b) > 0


def accuracy(X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float) -> float:
    """Return the share of samples whose label is predicted.

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

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.
    """
    predicted = predict(X, w, b)[:, 0]
    return float(np.mean(predicted == labels(y, "y", classes=2)))


class Chain(NamedTuple):
    """The factors of ∂J/∂w, and ∂J/∂w itself.

    Attributes
    ----------
    dJ_da, da_dz : ndarray (m, 1)
    dz_dw : ndarray (m, n)
    dJ_dw : ndarray (n, 1)
    """

    dJ_da: Array  # noqa: N815  the names that the task has
    da_dz: Array
    dz_dw: Array
    dJ_dw: Array  # noqa: N815


def derivative_chain(X: npt.ArrayLike, y: npt.ArrayLike, w: npt.ArrayLike, b: float) -> Chain:
    """Return the factors of the chain rule, and the gradient that they multiply to.

    ∂J/∂aᵢ = -1/(m aᵢ) for label 1, 1/(m (1 - aᵢ)) for label 0; ∂a/∂z = σ(z) σ(-z);
    ∂J/∂w = (1/m) Σᵢ (aᵢ - yᵢ) xᵢ, taken without the factors.

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

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 004, "derivative of the cross-entropy".
    """
    X = matrix(X, "X")
    y = labels(y, "y", classes=2)[:, np.newaxis]
    z = forward(X, w, b)
    right, wrong = sigmoid(np.where(y == 1, z, -z)), sigmoid(np.where(y == 1, -z, z))
    sign = np.where(y == 1, -1.0, 1.0)
    w_grad, _ = gradients(X, sign * wrong)
    return Chain(sign / right / len(X), right * wrong, X.copy(), w_grad)


def train_sample_by_sample(X: npt.ArrayLike, y: npt.ArrayLike, epochs: int) -> tuple[Array, float]:
    """Return weights and bias after one step for each sample in each epoch, from w = 1, b = 0.

    w ← w - (aᵢ - yᵢ) xᵢ, b ← b - (aᵢ - yᵢ), in the order of the samples, learning rate 1.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    y : array_like of int (m,)
        Labels, 0 or 1.
    epochs : int
        How often to go through the samples.

    Returns
    -------
    w : ndarray (n,)
    b : float

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is neither 0 nor 1.

    Notes
    -----
    Document 002, ``LogisticNeuron``.
    """
    X = matrix(X, "X")
    y = labels(y, "y", classes=2)
    if len(X) != len(y):
        raise ValueError(f"y must have a label for each of the {len(X)} samples, not {len(y)}")
    # the bias is the weight of a feature that is always 1
    inputs = np.column_stack([X, np.ones(len(X))])
    theta = np.append(np.ones(X.shape[1]), 0.0)
    for sample, label in zip(np.tile(inputs, (epochs, 1)), np.tile(y, epochs), strict=True):
        theta -= (sigmoid(sample @ theta) - label) * sample
    return theta[:-1], float(theta[-1])
