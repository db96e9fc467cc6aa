"""A network with one hidden layer and softmax output, trained sample by sample, after document 000.

In the layers columns are samples: ``A0 (n_x, m)``, ``A2 (n_y, m)``, one-hot ``Y (n_y, m)``. Data
sets have a row for each sample: ``X (m, n_x)``, labels ``y (m,)``.

Document 000 divides two of the four gradients by the size of the data set, although each is that
of one sample; here all four are means over the samples that come in.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reference_impl.logistic_regression.reference import sigmoid
from reference_impl.shapes import Array, labels, matrix, of_shape
from reference_impl.softmax_classifier import reference as softmax_classifier

Classes = npt.NDArray[np.intp]

# document 000 takes the logarithm as it is; the assignment keeps probabilities this far from 0
_EPSILON = 1e-10


class Weights(NamedTuple):
    """Weights and biases of both layers, or the gradient with respect to them.

    Attributes
    ----------
    W1 : ndarray (n_h, n_x)
    b1 : ndarray (n_h, 1)
    W2 : ndarray (n_y, n_h)
    b2 : ndarray (n_y, 1)
    """

    W1: Array
    b1: Array
    W2: Array
    b2: Array


class Forward(NamedTuple):
    """What the forward pass computes.

    Attributes
    ----------
    Z1, A1 : ndarray (n_h, m)
        Scores and activations of the hidden layer.
    Z2, A2 : ndarray (n_y, m)
        Scores and probabilities of the classes.
    """

    Z1: Array
    A1: Array
    Z2: Array
    A2: Array


class Training(NamedTuple):
    """What training leaves behind.

    Attributes
    ----------
    weights : Weights
        After the last sample of the last epoch.
    costs : ndarray (epochs · m,)
        Cross-entropy of each sample before its step, in nats.
    """

    weights: Weights
    costs: Array


def g(x: npt.ArrayLike) -> Array:
    """Return the logistic function of each entry, σ(x) = 1 / (1 + e⁻ˣ).

    Parameters
    ----------
    x : array_like
        Any shape, however far from 0.

    Notes
    -----
    Document 000, "implementation", ``g``.
    """
    return sigmoid(x)


def g_prime(x: npt.ArrayLike) -> Array:
    """Return the derivative of the logistic function at each entry, σ'(x) = σ(x) σ(-x).

    Parameters
    ----------
    x : array_like
        Any shape, however far from 0.

    Notes
    -----
    Document 000, "implementation", ``g_prime``.
    """
    return sigmoid(x) * sigmoid(np.negative(x))


def softmax(Z: npt.ArrayLike) -> Array:
    """Return the softmax of each column.

    Aₖᵢ = exp(Zₖᵢ - log Σⱼ exp Zⱼᵢ)

    Parameters
    ----------
    Z : array_like (n_y, m)
        Scores; they may be as large as floats go.

    Returns
    -------
    ndarray (n_y, m)
        Each column sums to 1.

    Raises
    ------
    ValueError
        If Z is not a matrix.

    Notes
    -----
    Document 000, "softmax", which takes the sum over the whole array: right for one sample only.
    """
    return softmax_classifier.softmax(matrix(Z, "Z").T).T


def one_hot_encoding(y: npt.ArrayLike, n_y: int) -> Array:
    """Return a column for each label that is 1 at the label's class and 0 elsewhere.

    Yₖᵢ = [yᵢ = k]

    Parameters
    ----------
    y : array_like of int (m,)
        Class indices from 0 to ``n_y`` - 1.
    n_y : int
        Number of classes.

    Returns
    -------
    ndarray (n_y, m)

    Raises
    ------
    ValueError
        If y is not a vector of class indices.
    """
    return softmax_classifier.one_hot_encoding(y, n_y).T


def CEcost(A2: npt.ArrayLike, Y: npt.ArrayLike) -> float:
    """Return the mean cross-entropy, in nats.

    J = -(1/m) Σᵢ log max(A2,c(i),ᵢ, ε), where c(i) is the class of sample i and ε = 1e-10.

    Parameters
    ----------
    A2 : array_like (n_y, m)
        Predicted probabilities.
    Y : array_like (n_y, m)
        One-hot labels.

    Raises
    ------
    ValueError
        If the shapes differ, or a column of Y is not one-hot.

    Notes
    -----
    Document 000, "cross-entropy", whose formula lacks the 1/m of its code.
    """
    A2 = matrix(A2, "A2")
    Y = of_shape(Y, A2.shape, "Y")
    if not (np.isin(Y, (0.0, 1.0)).all() and (Y.sum(axis=0) == 1).all()):
        raise ValueError("each column of Y must hold one 1 and otherwise 0")
    of_right_class = A2.T[Y.T == 1]
    return -float(np.log(of_right_class.clip(min=_EPSILON)).mean())


def forward(A0: npt.ArrayLike, weights: Weights) -> Forward:
    """Return what both layers compute.

    Z1 = W1 A0 + b1, A1 = σ(Z1), Z2 = W2 A1 + b2, A2 = softmax(Z2)

    Parameters
    ----------
    A0 : array_like (n_x, m)
        Samples.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Document 000, ``forpass``.
    """
    A0 = matrix(A0, "A0")
    W1, b1, W2, b2 = _fitting(weights, len(A0))
    Z1 = W1 @ A0 + b1
    A1 = g(Z1)
    Z2 = W2 @ A1 + b2
    return Forward(Z1, A1, Z2, softmax(Z2))


def gradients(A0: npt.ArrayLike, Y: npt.ArrayLike, weights: Weights) -> Weights:
    """Return the gradient of the mean cross-entropy with respect to all weights and biases.

    With δ2 = A2 - Y and δ1 = (W2ᵀ δ2) ⊙ σ'(Z1), as means over the samples i:
    ∂J/∂W2 = δ2ᵢ A1ᵢᵀ, ∂J/∂b2 = δ2ᵢ, ∂J/∂W1 = δ1ᵢ A0ᵢᵀ, ∂J/∂b1 = δ1ᵢ.

    Parameters
    ----------
    A0 : array_like (n_x, m)
        Samples.
    Y : array_like (n_y, m)
        One-hot labels.
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
    Document 000, "back propagation". There the gradient has the opposite sign, and is added; in
    the code the divisor of two of the four is the size of the data set.
    """
    A0 = matrix(A0, "A0")
    Z1, A1, _Z2, A2 = forward(A0, weights)
    delta2 = A2 - of_shape(Y, A2.shape, "Y")
    delta1 = np.einsum("kh,ki->hi", weights.W2, delta2) * g_prime(Z1)
    m = A0.shape[1]
    return Weights(
        W1=np.einsum("hi,xi->hx", delta1, A0) / m,
        b1=delta1.mean(axis=1, keepdims=True),
        W2=np.einsum("ki,hi->kh", delta2, A1) / m,
        b2=delta2.mean(axis=1, keepdims=True),
    )


def cost(A0: npt.ArrayLike, Y: npt.ArrayLike, weights: Weights) -> float:
    """Return the mean cross-entropy of the network on the samples, J = CEcost(A2, Y), in nats.

    Parameters
    ----------
    A0 : array_like (n_x, m)
        Samples.
    Y : array_like (n_y, m)
        One-hot labels.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a column of Y is not one-hot.
    """
    return CEcost(forward(A0, weights).A2, Y)


def train(
    X: npt.ArrayLike, y: npt.ArrayLike, weights: Weights, eta: float, epochs: int
) -> Training:
    """Train from the given weights, with a step after each sample, in their order.

    θ ← θ - η ∂J/∂θ of that one sample, for each of W1, b1, W2, b2.

    Parameters
    ----------
    X : array_like (m, n_x)
        Samples, one a row.
    y : array_like of int (m,)
        Classes.
    weights : Weights
        At the start.
    eta : float
        Learning rate.
    epochs : int
        How often to go through all samples.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is no class.

    Notes
    -----
    Document 000, ``LogisticNeuron_stochastic.fit``.
    """
    columns = matrix(X, "X").T
    Y = one_hot_encoding(y, len(weights.b2))
    of_shape(Y, (len(Y), columns.shape[1]), "Y")
    costs = []
    for _ in range(epochs):
        for i in range(columns.shape[1]):
            A0, Y0 = columns[:, i : i + 1], Y[:, i : i + 1]
            costs.append(cost(A0, Y0, weights))
            step = gradients(A0, Y0, weights)
            weights = Weights(*(theta - eta * d for theta, d in zip(weights, step, strict=True)))
    return Training(weights, np.array(costs))


def predict(X: npt.ArrayLike, weights: Weights) -> Classes:
    """Return the most probable class of each sample, argmaxₖ Z2ₖᵢ.

    Parameters
    ----------
    X : array_like (m, n_x)
        Samples, one a row.
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
    most_probable: Classes = forward(matrix(X, "X").T, weights).Z2.argmax(axis=0)
    return most_probable


def accuracy(X: npt.ArrayLike, y: npt.ArrayLike, weights: Weights) -> float:
    """Return the share of samples whose class is predicted.

    Parameters
    ----------
    X : array_like (m, n_x)
        Samples, one a row.
    y : array_like of int (m,)
        Classes.
    weights : Weights
        Both layers.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a label is no class.
    """
    return float(np.mean(predict(X, weights) == labels(y, "y", len(weights.b2))))


def _fitting(weights: Weights, n_x: int) -> Weights:
    """Return the weights as float64 arrays that fit ``n_x`` features and each other."""
    W1, W2 = matrix(weights.W1, "W1"), matrix(weights.W2, "W2")
    n_y, n_h = W2.shape
    return Weights(
        W1=of_shape(W1, (n_h, n_x), "W1"),
        b1=of_shape(weights.b1, (n_h, 1), "b1"),
        W2=W2,
        b2=of_shape(weights.b2, (n_y, 1), "b2"),
    )
