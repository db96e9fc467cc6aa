"""Known ways to get cost and gradient wrong, in a loop and without."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


def _logarithms(a):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return np.log(a), np.log(1 - a)


def parts(W, b, X, Y):
    """Return cost, gradients and m."""
    m = X.shape[1]
    A = sigmoid(np.dot(W.T, X) + b)
    log_1, log_0 = _logarithms(A)
    cost = -np.sum(Y * log_1 + (1 - Y) * log_0) / m
    dZ = A - Y
    return cost, np.dot(X, dZ.T) / m, np.sum(dZ) / m, m


@misconception("propagate", "propagate_loop")
def propagate_without_m(W, b, X, Y):
    """You sum over the samples, but do not divide by m.

    Cost and gradient are means: divide all three by m.

    ko: 샘플에 대해 더하기만 하고 m으로 나누지 않았습니다.

    비용과 기울기는 평균입니다. 셋 모두 m으로 나누세요.
    """
    cost, dW, db, m = parts(W, b, X, Y)
    return cost * m, dW * m, db * m


@misconception("propagate", "propagate_loop")
def propagate_gradient_without_m(W, b, X, Y):
    """The gradient is not divided by m; the cost is.

    All three are means over the samples.

    ko: 비용만 m으로 나누고 기울기는 나누지 않았습니다.

    셋 모두 샘플에 대한 평균입니다.
    """
    cost, dW, db, m = parts(W, b, X, Y)
    return cost, dW * m, db * m


@misconception("propagate", "propagate_loop")
def propagate_cost_without_minus(W, b, X, Y):
    """The cost has one minus too many or too few: it is negative.

    A loss is -(y log a + (1 - y) log(1 - a)), and the cost adds the losses up. The lecture prints
    a second minus.

    ko: 마이너스가 하나 많거나 모자라서 비용이 음수입니다.

    손실은 -(y log a + (1 - y) log(1 - a))이고 비용은 손실의 평균입니다. 강의에는 마이너스가 하나 더
    적혀 있습니다.
    """
    cost, dW, db, _ = parts(W, b, X, Y)
    return -cost, dW, db


@misconception("propagate", "propagate_loop")
def propagate_uphill(W, b, X, Y):
    """The sign of the gradient is turned round: dz is a - y, not y - a.

    The step in optimize subtracts.

    ko: 기울기의 부호가 반대입니다. dz는 y - a가 아니라 a - y입니다.

    optimize에서 기울기를 뺍니다.
    """
    cost, dW, db, _ = parts(W, b, X, Y)
    return cost, -dW, -db


@misconception("propagate", "propagate_loop")
def propagate_without_bias(W, b, X, Y):
    """The scores lack the bias.

    z = W.T x + b.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = W.T x + b입니다.
    """
    return parts(W, 0.0, X, Y)[:3]


@misconception("propagate", "propagate_loop")
def propagate_logs_of_zero(W, b, X, Y):
    """You take the logarithm of 0 where a is exactly 0 or 1.

    Clip a to [1e-10, 1 - 1e-10] before the logarithm.

    ko: a가 정확히 0이나 1인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 a를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    A = sigmoid(np.dot(W.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return cost, *parts(W, b, X, Y)[1:3]


@misconception("propagate", "propagate_loop")
def propagate_with_slope(W, b, X, Y):
    """You multiply a - y by a (1 - a): that factor belongs to the squared error.

    With the cross-entropy it cancels: dz = a - y.

    ko: a - y에 a (1 - a)를 곱했습니다. 이것은 제곱 오차의 인수입니다.

    교차 엔트로피에서는 약분되어 dz = a - y입니다.
    """
    A = sigmoid(np.dot(W.T, X) + b)
    dZ = (A - Y) * A * (1 - A)
    return parts(W, b, X, Y)[0], np.dot(X, dZ.T) / X.shape[1], np.mean(dZ)


@misconception("propagate", "propagate_loop")
def propagate_bias_is_an_array(W, b, X, Y):
    """Your db is an array; it must be a single number.

    Sum over everything, without axis and keepdims.

    ko: db가 배열입니다. 수 하나여야 합니다.

    axis와 keepdims 없이 전부 더하세요.
    """
    cost, dW, db, _ = parts(W, b, X, Y)
    return cost, dW, np.array([[db]])


@misconception("propagate")
def propagate_not_transposed(W, b, X, Y):
    """W is not transposed in the product.

    W is (n_x, 1) and X is (n_x, m): W.T X is (1, m).

    ko: 곱에서 W를 전치하지 않았습니다.

    W는 (n_x, 1), X는 (n_x, m)이므로 W.T X가 (1, m)입니다.
    """
    return parts(np.dot(W, X), b, X, Y)[:3]


def _of_scores(Z, X, Y):
    """Return cost and gradients for these scores, whatever they are."""
    A = sigmoid(Z)
    log_1, log_0 = _logarithms(A)
    cost = -np.mean(Y * log_1 + (1 - Y) * log_0)
    return cost, np.dot(X, (A - Y).T) / X.shape[1], np.mean(A - Y)


@misconception("propagate_loop")
def propagate_loop_adds_the_bias_often(W, b, X, Y):
    """The bias is added once for each pixel.

    Add it after the loop over the pixels, once.

    ko: 절편을 픽셀마다 더했습니다.

    픽셀에 대한 반복이 끝난 뒤에 한 번만 더하세요.
    """
    return _of_scores(np.dot(W.T, X) + b * len(X), X, Y)


@misconception("propagate_loop")
def propagate_loop_with_many_sigmoids(W, b, X, Y):
    """The sigmoid stands inside the loop over the pixels: sigmoids are fed into sigmoids.

    Finish the sum first. Bias and sigmoid come once, after the loop.

    ko: 시그모이드가 픽셀에 대한 반복문 안에 있어서 시그모이드 값에 다시 시그모이드를 씌웁니다.

    먼저 합을 끝까지 구하세요. 절편과 시그모이드는 반복이 끝난 뒤에 한 번만 씁니다.
    """
    A = np.zeros((1, X.shape[1]))
    for weight, pixels in zip(W[:, 0], X, strict=True):
        A = sigmoid(A + weight * pixels + b)
    return _of_scores(np.log(A / (1 - A)), X, Y)
