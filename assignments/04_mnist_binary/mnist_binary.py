# %% [markdown]
# # MNIST: one digit against the rest
#
# Is this handwritten digit a zero, or not? One neuron looks at all 784 pixels at once. You write
# its learning step twice: first one sample at a time, then without any loop. `handout.md` has the
# maths.
#
# # MNIST: 숫자 하나 가려내기
#
# 이 손글씨 숫자는 0일까요, 아닐까요? 뉴런 하나가 픽셀 784개를 한꺼번에 봅니다. 학습 단계를 두 번
# 작성합니다. 먼저 샘플을 하나씩 처리하고, 다음에는 반복문 없이 처리합니다. 수식은
# `handout.ko.md`에 있습니다.

# %%
"""Logistic regression on images: columns are samples, labels are 0 and 1."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for each entry of z; given, and safe for scores far from 0."""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))


# %% [markdown]
# ## prepare_images
#
# From pictures to a matrix with one picture a column. · 이미지 하나를 행렬의 열 하나로 폅니다.


# %% task="prepare_images"
def prepare_images(images):
    """Return the images as a matrix: one image a column, each pixel a number from 0 to 1.

    X[k, i] = (pixel k of image i) / 255, where the pixels of an image are counted row by row.

    Parameters
    ----------
    images : ndarray of uint8, shape (m, height, width)
        Grey values from 0 (paper) to 255 (ink). For MNIST (m, 28, 28); other sizes occur.

    Returns
    -------
    ndarray of float, shape (height * width, m)
        For MNIST (784, m). ``images`` is left as it is.

    Examples
    --------
    Two images of 2 by 2 pixels, [[0, 51], [102, 153]] and [[255, 0], [0, 0]], give the columns
    [0, 0.2, 0.4, 0.6] and [1, 0, 0, 0].
    """
    raise NotImplementedError("prepare_images: not written yet")


# %% [markdown]
# ## binary_labels
#
# From "which digit" to "this digit or not". · "어느 숫자인가"를 "이 숫자인가 아닌가"로 바꿉니다.


# %% task="binary_labels"
def binary_labels(y, digit):
    """Return a row that is 1 where the label is the digit and 0 elsewhere.

    Parameters
    ----------
    y : ndarray of int, shape (m,)
        Labels, 0 to 9.
    digit : int
        The digit to be told from the rest.

    Returns
    -------
    ndarray of int or float, shape (1, m)
        Numbers, not True and False: the cost calculates with them. ``y`` is left as it is.

    Examples
    --------
    y = [5, 0, 4, 0], digit = 0: [[0, 1, 0, 1]].
    """
    raise NotImplementedError("binary_labels: not written yet")


# %% [markdown]
# ## propagate_loop
#
# Cost and gradient, one sample at a time. · 샘플을 하나씩 보며 비용과 기울기를 구합니다.


# %% task="propagate_loop"
def propagate_loop(W, b, X, Y):
    """Return the cost and its gradient, computed one sample after the other.

    For each sample i, with x = X[:, i] and y = Y[0, i]:
    z = W.T x + b,    a = sigmoid(z),    loss = -( y log(a) + (1 - y) log(1 - a) ),
    dz = a - y,    dw = dz * x.
    cost, dW and db are the means over the samples of loss, dw and dz.

    For the logarithms ``a`` is clipped to [1e-10, 1 - 1e-10] first.

    Parameters
    ----------
    W : ndarray of float, shape (n_x, 1)
        Weights.
    b : float
        Bias.
    X : ndarray of float, shape (n_x, m)
        Samples, one a column.
    Y : ndarray of int or float, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        Mean cross-entropy, in nats.
    dW : ndarray of float, shape (n_x, 1)
    db : float
        One number. ``W``, ``X`` and ``Y`` are left as they are.

    Examples
    --------
    W = [[0], [0]], b = ln 3: a = 3/4 whatever x is. With X = [[1, 3], [2, 4]], Y = [[1, 0]]:
    dz is -1/4 and 3/4, so dW = [[(-1/4 + 9/4) / 2], [(-2/4 + 12/4) / 2]] = [[1], [1.25]],
    db = (-1/4 + 3/4) / 2 = 0.25, and cost = -(log 0.75 + log 0.25) / 2 = 0.8370.
    """
    raise NotImplementedError("propagate_loop: not written yet")


# %% [markdown]
# ## propagate
#
# The same for all samples at once. · 같은 계산을 모든 샘플에 한꺼번에 합니다.


# %% task="propagate"
def propagate(W, b, X, Y):
    """Return the cost and its gradient for all samples at once, without a Python loop.

    Z = W.T X + b,    A = sigmoid(Z),    dZ = A - Y,
    cost = -(1/m) * sum of ( Y log(A) + (1 - Y) log(1 - A) ),
    dW = (1/m) X dZ.T,    db = (1/m) * sum of dZ

    For the logarithms ``A`` is clipped to [1e-10, 1 - 1e-10] first.

    Parameters
    ----------
    W : ndarray of float, shape (n_x, 1)
        Weights.
    b : float
        Bias.
    X : ndarray of float, shape (n_x, m)
        Samples, one a column.
    Y : ndarray of int or float, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        Mean cross-entropy, in nats.
    dW : ndarray of float, shape (n_x, 1)
    db : float
        One number. ``W``, ``X`` and ``Y`` are left as they are.

    Examples
    --------
    The example of ``propagate_loop`` gives the same three results here.
    """
    raise NotImplementedError("propagate: not written yet")


# %% [markdown]
# ## optimize
#
# Learning: step after step downhill. · 한 걸음씩 내려가며 학습합니다.


# %% task="optimize"
def optimize(W, b, X, Y, alpha, epochs):
    """Return weights and bias after gradient descent, and the cost of each epoch.

    Each epoch calls ``propagate`` once for all samples, keeps its cost, and makes one step:
    W <- W - alpha dW and b <- b - alpha db. The cost is that of the weights before the step.

    Parameters
    ----------
    W : ndarray of float, shape (n_x, 1)
        Weights to start from; left as they are.
    b : float
        Bias to start from.
    X : ndarray of float, shape (n_x, m)
        Samples, one a column; left as they are.
    Y : ndarray of int or float, shape (1, m)
        Labels, 0 or 1; left as they are.
    alpha : float
        Learning rate.
    epochs : int
        Number of steps.

    Returns
    -------
    W : ndarray of float, shape (n_x, 1)
        Weights after the last step.
    b : float
        Bias after the last step.
    costs : list of float
        One cost an epoch, in nats.

    Examples
    --------
    One epoch with alpha = 0.4 from the W, b, X, Y of the example of ``propagate_loop`` gives
    W = [[-0.4], [-0.5]], b = ln 3 - 0.1 = 0.9986 and costs = [0.8370].
    """
    raise NotImplementedError("optimize: not written yet")


# %% [markdown]
# ## predict
#
# The digit, or not. · 그 숫자인지 아닌지 답합니다.


# %% task="predict"
def predict(W, b, X):
    """Return 1 where the digit is more probable than not, a > 1/2, and 0 elsewhere.

    Parameters
    ----------
    W : ndarray of float, shape (n_x, 1)
        Weights.
    b : float
        Bias.
    X : ndarray of float, shape (n_x, m)
        Samples, one a column.

    Returns
    -------
    ndarray of int, float or bool, shape (1, m)
        ``W`` and ``X`` are left as they are.

    Examples
    --------
    W = [[1]], b = -2, X = [[1, 3, 2]]: the scores are -1, 1 and 0, and only the second
    probability is larger than 1/2: [[0, 1, 0]].
    """
    raise NotImplementedError("predict: not written yet")
