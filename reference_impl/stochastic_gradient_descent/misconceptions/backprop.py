"""Known ways to get the gradients wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.stochastic_gradient_descent import reference as right


def _backprop(A0, A1, dZ2, W2, slope, hidden=1.0, output=1.0):
    """Return the gradients with this slope, the two layers weighed."""
    m = A0.shape[1]
    dZ1 = np.dot(W2.T, dZ2) * slope
    dW2, db2 = np.dot(dZ2, A1.T) / m, np.sum(dZ2, axis=1, keepdims=True) / m
    dW1, db1 = np.dot(dZ1, A0.T) / m, np.sum(dZ1, axis=1, keepdims=True) / m
    return hidden * dW1, hidden * db1, output * dW2, output * db2


def _slope(Z1):
    return right.g(Z1) * right.g(-Z1)


@misconception("backprop")
def gradients_without_m(A0, Z1, A1, A2, Y, W2):
    """The gradients are sums over the samples: you do not divide by m.

    All four are means. Columns are samples: m is A0.shape[1].

    ko: 기울기가 샘플에 대한 합입니다. m으로 나누지 않았습니다.

    넷 모두 평균입니다. 열이 샘플이므로 m은 A0.shape[1]입니다.
    """
    m = A0.shape[1]
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), m, m)


@misconception("backprop")
def gradients_of_hidden_layer_without_m(A0, Z1, A1, A2, Y, W2):
    """dW1 and db1 are not divided by m, as on the lecture's slides; dW2 and db2 are.

    All four are means over the samples.

    ko: 강의 슬라이드처럼 dW2와 db2만 m으로 나누고 dW1과 db1은 나누지 않았습니다.

    넷 모두 샘플에 대한 평균입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), A0.shape[1], 1.0)


@misconception("backprop")
def gradients_of_output_without_m(A0, Z1, A1, A2, Y, W2):
    """dW2 and db2 are not divided by m; dW1 and db1 are.

    All four are means over the samples.

    ko: dW1과 db1만 m으로 나누고 dW2와 db2는 나누지 않았습니다.

    넷 모두 샘플에 대한 평균입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), 1.0, A0.shape[1])


@misconception("backprop")
def gradients_of_output_divided_by_60000(A0, Z1, A1, A2, Y, W2):
    """dW2 and db2 are divided by 60000, the size of MNIST, as in the lecture's code.

    m is the number of samples that come in: 1 for a single sample. Divided by 60000 the output
    layer hardly learns.

    ko: 강의 코드처럼 dW2와 db2를 MNIST의 크기인 60000으로 나누었습니다.

    m은 들어온 샘플의 수이고 샘플이 하나이면 1입니다. 60000으로 나누면 출력층이 거의 배우지
    못합니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), A0.shape[1], A0.shape[1] / 60000)


@misconception("backprop")
def gradients_uphill(A0, Z1, A1, A2, Y, W2):
    """The sign of all gradients is turned round: dZ2 is A2 - Y, not Y - A2.

    The lecture adds its step, so its error is Y - A2; here fit subtracts.

    ko: 모든 기울기의 부호가 반대입니다. dZ2는 Y - A2가 아니라 A2 - Y입니다.

    강의에서는 더하기 때문에 오차가 Y - A2이지만, 여기서는 fit에서 뺍니다.
    """
    return _backprop(A0, A1, Y - A2, W2, _slope(Z1))


@misconception("backprop")
def hidden_error_without_slope(A0, Z1, A1, A2, Y, W2):
    """The slope of the sigmoid is missing in the hidden layer.

    dZ1 = (W2.T dZ2) * g'(Z1).

    ko: 은닉층에서 시그모이드의 기울기가 빠졌습니다.

    dZ1 = (W2.T dZ2) * g'(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, 1.0)


@misconception("backprop")
def hidden_error_with_slope_at_a(A0, Z1, A1, A2, Y, W2):
    """You take the slope at A1; g_prime wants the score Z1.

    g_prime applies the sigmoid itself: g_prime(Z1).

    ko: A1에서 기울기를 구했습니다. g_prime에는 점수 Z1을 넣습니다.

    g_prime이 시그모이드를 직접 적용하므로 g_prime(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(A1))


@misconception("backprop")
def hidden_error_with_slope_of_tanh(A0, Z1, A1, A2, Y, W2):
    """You use the slope of tanh, 1 - A1²; the hidden layer has a sigmoid.

    dZ1 = (W2.T dZ2) * g'(Z1).

    ko: tanh의 기울기 1 - A1²을 썼습니다. 은닉층은 시그모이드입니다.

    dZ1 = (W2.T dZ2) * g'(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, 1 - A1**2)


@misconception("backprop")
def output_error_with_a_slope(A0, Z1, A1, A2, Y, W2):
    """You multiply the output's error by A2 (1 - A2): that factor belongs to the squared error.

    With the cross-entropy it cancels: dZ2 = A2 - Y.

    ko: 출력층의 오차에 A2 (1 - A2)를 곱했습니다. 이것은 제곱 오차의 인수입니다.

    교차 엔트로피에서는 약분되어 dZ2 = A2 - Y입니다.
    """
    return _backprop(A0, A1, (A2 - Y) * A2 * (1 - A2), W2, _slope(Z1))


@misconception("backprop")
def biases_without_keepdims(A0, Z1, A1, A2, Y, W2):
    """db1 and db2 are flat; they must be columns like b1 and b2.

    A column minus a flat array is a matrix in numpy, without an error. Sum with keepdims=True.

    ko: db1과 db2가 1차원입니다. b1과 b2처럼 열이어야 합니다.

    numpy에서 열에서 1차원 배열을 빼면 오류 없이 행렬이 됩니다. keepdims=True로 더하세요.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW1, db1[:, 0], dW2, db2[:, 0]


@misconception("backprop")
def biases_summed_over_everything(A0, Z1, A1, A2, Y, W2):
    """db1 and db2 are summed over all entries; each neuron has a bias of its own.

    Sum over the samples alone: axis=1, keepdims=True.

    ko: db1과 db2를 모든 원소에 대해 더했습니다. 뉴런마다 자기 절편이 있습니다.

    샘플에 대해서만 더하세요. axis=1, keepdims=True입니다.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW1, np.sum(db1), dW2, np.sum(db2)


@misconception("backprop")
def gradients_of_output_first(A0, Z1, A1, A2, Y, W2):
    """You return the output layer first; the order is dW1, db1, dW2, db2.

    Backprop computes them from behind, but returns them from the front.

    ko: 출력층의 기울기를 먼저 돌려줍니다. 순서는 dW1, db1, dW2, db2입니다.

    계산은 뒤에서부터 하지만 돌려줄 때는 앞에서부터입니다.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW2, db2, dW1, db1
