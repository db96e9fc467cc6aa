"""Known ways to get the gradient of the mean cross-entropy wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("backprop")
def gradient_without_m(X, err):
    """You sum over the samples, but do not divide by m.

    Both gradients are means over the m samples: divide both by len(X).

    ko: 샘플에 대해 더하기만 하고 m으로 나누지 않았습니다.

    두 기울기 모두 샘플 m개의 평균입니다. 둘 다 len(X)로 나누세요.
    """
    return np.dot(X.T, err), np.sum(err)


@misconception("backprop")
def gradient_of_weights_without_m(X, err):
    """The gradient of the weights is not divided by m; that of the bias is.

    Both gradients are means over the m samples.

    ko: 절편의 기울기는 m으로 나누었지만 가중치의 기울기는 나누지 않았습니다.

    두 기울기 모두 샘플 m개의 평균입니다.
    """
    return np.dot(X.T, err), np.mean(err)


@misconception("backprop")
def gradient_of_bias_without_m(X, err):
    """The gradient of the bias is not divided by m; that of the weights is.

    The bias is like a weight whose feature is always 1: its gradient is a mean as well.

    ko: 가중치의 기울기는 m으로 나누었지만 절편의 기울기는 나누지 않았습니다.

    절편은 특성이 항상 1인 가중치와 같으므로 그 기울기도 평균입니다.
    """
    return np.dot(X.T, err) / len(X), np.sum(err)


@misconception("backprop")
def gradient_divides_twice(X, err):
    """You divide by m twice.

    Divide the sum over the samples once: np.mean has done it already.

    ko: m으로 두 번 나누었습니다.

    샘플에 대한 합을 한 번만 나누세요. np.mean은 이미 나눈 값입니다.
    """
    m = len(X)
    return np.dot(X.T, err / m) / m, np.mean(err) / m


@misconception("backprop")
def gradient_divides_by_features(X, err):
    """You divide by the number of features; m is the number of samples.

    Rows are samples: m is len(X), that is X.shape[0].

    ko: 특성의 수로 나누었습니다. m은 샘플의 수입니다.

    행이 샘플이므로 m은 len(X), 곧 X.shape[0]입니다.
    """
    n = X.shape[1]
    return np.dot(X.T, err) / n, np.sum(err) / n


@misconception("backprop")
def gradient_uphill(X, err):
    """The sign of the gradient is turned round.

    err is a - y. No minus belongs in backprop: the step in fit has it.

    ko: 기울기의 부호가 반대입니다.

    err는 a - y입니다. backprop에는 마이너스가 없고, fit에서 가중치를 바꿀 때 뺍니다.
    """
    return -np.dot(X.T, err) / len(X), -np.mean(err)


@misconception("backprop")
def gradient_of_bias_is_zero(X, err):
    """The gradient of the bias is always 0, so the bias would never move.

    It is the mean of err.

    ko: 절편의 기울기가 항상 0이어서 절편이 바뀌지 않습니다.

    절편의 기울기는 err의 평균입니다.
    """
    return np.dot(X.T, err) / len(X), 0.0


@misconception("backprop")
def gradient_of_bias_is_an_array(X, err):
    """The gradient of the bias is an array; it must be a single number.

    Sum over everything, without axis and without keepdims.

    ko: 절편의 기울기가 배열입니다. 수 하나여야 합니다.

    axis와 keepdims 없이 전부 더하세요.
    """
    return np.dot(X.T, err) / len(X), np.sum(err, axis=0) / len(X)


@misconception("backprop")
def gradient_of_bias_for_each_sample(X, err):
    """The gradient of the bias is not summed over the samples.

    One bias serves all samples: its gradient is one number, the mean of err.

    ko: 절편의 기울기를 샘플에 대해 더하지 않았습니다.

    절편 하나가 모든 샘플에 쓰이므로 기울기는 err의 평균인 수 하나입니다.
    """
    return np.dot(X.T, err) / len(X), err / len(X)


@misconception("backprop")
def gradient_in_the_wrong_order(X, err):
    """You return the bias first; w_grad comes first, then b_grad.

    The order of the results is the one in the docstring: return w_grad, b_grad.

    ko: 절편의 기울기를 먼저 돌려줍니다. w_grad가 먼저이고 b_grad가 다음입니다.

    결과의 순서는 설명에 있는 대로입니다. return w_grad, b_grad.
    """
    return np.mean(err), np.dot(X.T, err) / len(X)


@misconception("backprop")
def gradient_transposed(X, err):
    """The gradient of the weights is a row; it must have the shape of w, a column (n, 1).

    X.T on the left and err on the right give (n, m) times (m, 1).

    ko: 가중치의 기울기가 행입니다. w와 같은 모양인 열 (n, 1)이어야 합니다.

    X.T를 왼쪽에, err를 오른쪽에 두면 (n, m) 곱하기 (m, 1)이 됩니다.
    """
    return np.dot(err.T, X) / len(X), np.mean(err)


@misconception("backprop")
def gradient_not_transposed(X, err):
    """X is not transposed in the product.

    (m, n) times (m, 1) does not fit. X.T is (n, m): each row of it holds one feature.

    ko: 곱에서 X를 전치하지 않았습니다.

    (m, n)과 (m, 1)은 곱할 수 없습니다. X.T는 (n, m)이고 각 행에 특성 하나가 들어 있습니다.
    """
    return np.dot(X, err) / len(X), np.mean(err)


@misconception("backprop")
def gradient_in_reverse(X, err):
    """The entries of the weights' gradient are in reverse order.

    Entry j belongs to feature j, column j of X.

    ko: 가중치 기울기의 원소 순서가 거꾸로입니다.

    j번 원소는 X의 j번 열, 곧 j번 특성의 기울기입니다.
    """
    return (np.dot(X.T, err) / len(X))[::-1], np.mean(err)


@misconception("backprop")
def gradient_of_the_last_sample(X, err):
    """Only the last sample counts.

    In a loop over the samples, add up the gradients (+=) instead of overwriting them (=).

    ko: 마지막 샘플만 계산에 들어갑니다.

    샘플에 대한 반복문에서 기울기를 덮어쓰지(=) 말고 더하세요(+=).
    """
    w_grad = X[-1].reshape(-1, 1) * err[-1]
    return w_grad.reshape(-1, *err.shape[1:]) / len(X), np.sum(err[-1]) / len(X)


@misconception("backprop")
def gradient_changes_its_argument(X, err):
    """You divide err in place: the caller's array is changed.

    err /= m changes the array itself; err = err / m makes a new one.

    ko: err 자체를 나누어서 호출한 쪽의 배열이 바뀝니다.

    err /= m은 배열 자체를 바꾸고, err = err / m은 새 배열을 만듭니다.
    """
    err /= len(X)
    return np.dot(X.T, err), np.sum(err)
