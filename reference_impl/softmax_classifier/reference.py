"""A network with one hidden layer and softmax output, trained full-batch, after document 002.

Rows are samples: ``X (m, n)``, hidden layer ``a1 (m, units)``, scores ``z2 (m, K)``, one-hot
labels ``Y (m, K)``. The bias gradient of the output layer is one number *per class*; document 002
sums it over the classes as well, where it is always about 0.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression.reference import sigmoid
from reference_impl.shapes import Array, labels, matrix, of_shape

Classes = npt.NDArray[np.intp]

# document 002 keeps probabilities this far from 0 and 1, where the logarithm ends
_EPSILON = 1e-10


class Weights(NamedTuple):
    """Weights and biases of both layers, or the gradient with respect to them.

    Attributes
    ----------
    w1 : ndarray (n, units)
    b1 : ndarray (units,)
    w2 : ndarray (units, K)
    b2 : ndarray (K,)
    """

    w1: Array
    b1: Array
    w2: Array
    b2: Array


class Forward(NamedTuple):
    """What the forward pass computes.

    Attributes
    ----------
    a1 : ndarray (m, units)
        Output of the hidden layer.
    z2 : ndarray (m, K)
        Scores of the classes.
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


def softmax(Z: npt.ArrayLike) -> Array:
    """Return the softmax of each row.

    aᵢₖ = exp(zᵢₖ - log Σⱼ exp zᵢⱼ), a probability for each class.

    Parameters
    ----------
    Z : array_like (m, K)
        Scores; they may be as large as floats go.

    Returns
    -------
    ndarray (m, K)
        Each row sums to 1.

    Raises
    ------
    ValueError
        If Z is not a matrix.

    Notes
    -----
    Documents 000 and 002, "softmax".
    """
    Z = matrix(Z, "Z")
    log_sum = np.logaddexp.reduce(Z, axis=1, keepdims=True)
    A: Array = np.exp(Z - log_sum)
    return A


def one_hot_encoding(y: npt.ArrayLike, n_y: int) -> Array:
    """Return a row for each label that is 1 at the label's class and 0 elsewhere.

    Yᵢₖ = [yᵢ = k]

    Parameters
    ----------
    y : array_like of int (m,)
        Class indices from 0 to ``n_y`` - 1.
    n_y : int
        Number of classes K.

    Returns
    -------
    ndarray (m, n_y)

    Raises
    ------
    ValueError
        If y is not a vector of class indices.

    Notes
    -----
    Documents 000 and 002, "one-hot encoding".
    """
    classes = np.arange(n_y)
    Y: Array = (labels(y, "y", n_y)[:, np.newaxis] == classes).astype(np.float64)
    return Y


def CEcost(A: npt.ArrayLike, Y: npt.ArrayLike) -> float:
    """Return the mean cross-entropy, in nats.

    J = -(1/m) Σᵢ log aᵢ,c(i), where c(i) is the class of sample i, with a kept in [ε, 1 - ε],
    ε = 1e-10.

    Parameters
    ----------
    A : array_like (m, K)
        Predicted probabilities.
    Y : array_like (m, K)
        One-hot labels.

    Raises
    ------
    ValueError
        If the shapes differ, or a row of Y is not one-hot.

    Notes
    -----
    Documents 000 and 002, "cross-entropy loss function".
    """
    A = matrix(A, "A")
    classes = _classes(of_shape(Y, A.shape, "Y"))
    probability = A[np.arange(len(A)), classes]
    return float(-np.log(np.clip(probability, _EPSILON, 1.0 - _EPSILON)).mean())


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

    With err2 = A - Y and err1 = (err2 w2ᵀ) ⊙ σ'(z1), where σ'(z) = σ(z) σ(-z):
    ∂J/∂w2 = (1/m) a1ᵀ err2, ∂J/∂b2 = (1/m) Σᵢ err2ᵢ, ∂J/∂w1 = (1/m) Xᵀ err1,
    ∂J/∂b1 = (1/m) Σᵢ err1ᵢ.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    err : array_like (m, K)
        Prediction minus one-hot label.
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
    Document 002, ``MultiClassNetwork.backprop``, with the bias gradient corrected.
    """
    X = matrix(X, "X")
    w1, b1, w2, b2 = _fitting(weights, X.shape[1])
    err2 = of_shape(err, (len(X), len(b2)), "err")
    z1 = X @ w1 + b1
    err1 = np.einsum("ik,hk->ih", err2, w2) * sigmoid(z1) * sigmoid(-z1)
    return Weights(
        w1=np.einsum("ij,ih->jh", X, err1, optimize=True) / len(X),
        b1=err1.mean(axis=0),
        w2=np.einsum("ih,ik->hk", sigmoid(z1), err2, optimize=True) / len(X),
        b2=err2.mean(axis=0),
    )


def cost(X: npt.ArrayLike, Y: npt.ArrayLike, weights: Weights) -> float:
    """Return the mean cross-entropy of the network on the samples, in nats.

    J(weights) = CEcost(softmax(z2), Y)

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    Y : array_like (m, K)
        One-hot labels.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a row of Y is not one-hot.
    """
    return CEcost(softmax(forward(X, weights).z2), Y)


def train(
    X: npt.ArrayLike, Y: npt.ArrayLike, weights: Weights, epochs: int, eta: float = 1.0
) -> Training:
    """Train from the given weights with the whole batch in each epoch.

    θ ← θ - η ∂J/∂θ for each of w1, b1, w2, b2; the loss of an epoch is J before its step.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    Y : array_like (m, K)
        One-hot labels.
    weights : Weights
        At the start.
    epochs : int
        Number of steps.
    eta : float
        Learning rate.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a row of Y is not one-hot.

    Notes
    -----
    Document 002, ``MultiClassNetwork.fit``.
    """
    X = matrix(X, "X")
    Y = matrix(Y, "Y", rows=len(X))
    losses = []
    for _ in range(epochs):
        A = softmax(forward(X, weights).z2)
        losses.append(CEcost(A, Y))
        step = gradients(X, A - Y, weights)
        weights = Weights(*(theta - eta * d for theta, d in zip(weights, step, strict=True)))
    return Training(weights, np.array(losses))


def predict(X: npt.ArrayLike, weights: Weights) -> Classes:
    """Return the most probable class of each sample, argmaxₖ z2ᵢₖ.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    weights : Weights
        Both layers.

    Returns
    -------
    ndarray of int (m,)

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    most_probable: Classes = forward(X, weights).z2.argmax(axis=1)
    return most_probable


def accuracy(X: npt.ArrayLike, Y: npt.ArrayLike, weights: Weights) -> float:
    """Return the share of samples whose class is predicted.

    Parameters
    ----------
    X : array_like (m, n)
        Samples.
    Y : array_like (m, K)
        One-hot labels.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a row of Y is not one-hot.
    """
    return float(np.mean(predict(X, weights) == _classes(matrix(Y, "Y"))))


def _classes(Y: Array) -> Classes:
    """Return the class of each one-hot row."""
    if not (np.isin(Y, (0.0, 1.0)).all() and (Y.sum(axis=1) == 1).all()):
        raise ValueError("each row of Y must hold one 1 and otherwise 0")
    classes: Classes = Y.argmax(axis=1)
    return classes


def _fitting(weights: Weights, n: int) -> Weights:
    """Return the weights as float64 arrays that fit ``n`` features and each other."""
    w1, w2 = matrix(weights.w1, "w1", rows=n), matrix(weights.w2, "w2")
    units, classes = w2.shape
    return Weights(
        w1=of_shape(w1, (n, units), "w1"),
        b1=of_shape(weights.b1, (units,), "b1"),
        w2=w2,
        b2=of_shape(weights.b2, (classes,), "b2"),
    )
