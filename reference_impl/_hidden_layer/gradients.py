"""Known ways to get the gradients of a hidden layer wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


def _with_slope(network, gradients, x, err, slope):
    """Return the gradients with this slope of the hidden layer."""
    err1 = np.dot(err, network.w2.T) * slope
    return x.T @ err1 / len(x), err1.sum(axis=0) / len(x), *gradients[2:]


@misconception("DualLayer", "MultiClassNetwork")
class gradients_without_m:
    """The gradients are sums over the samples: you do not divide by m.

    All four are means over the samples.

    ko: 기울기가 샘플에 대한 합입니다. m으로 나누지 않았습니다.

    네 기울기 모두 샘플에 대한 평균입니다.
    """

    def backprop(self, x, err):
        return tuple(len(x) * grad for grad in super().backprop(x, err))


@misconception("DualLayer", "MultiClassNetwork")
class gradients_divided_twice:
    """The gradients of the hidden layer are divided by m twice.

    err1 comes from err itself, not from a gradient that was divided already.

    ko: 은닉층의 기울기를 m으로 두 번 나누었습니다.

    err1은 이미 나눈 값이 아니라 err에서 구합니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad / len(x), b1_grad / len(x), w2_grad, b2_grad


@misconception("DualLayer", "MultiClassNetwork")
class gradients_of_hidden_layer_without_m:
    """The gradients of the hidden layer are not divided by m; those of the output are.

    All four are means over the samples. The lecture's slides miss it here too.

    ko: 출력층의 기울기는 m으로 나누었지만 은닉층의 기울기는 나누지 않았습니다.

    네 기울기 모두 샘플에 대한 평균입니다. 강의 슬라이드에도 빠져 있는 부분입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad * len(x), b1_grad * len(x), w2_grad, b2_grad


@misconception("DualLayer", "MultiClassNetwork")
class gradients_of_output_without_m:
    """The gradients of the output layer are not divided by m; those of the hidden layer are.

    All four are means over the samples.

    ko: 은닉층의 기울기는 m으로 나누었지만 출력층의 기울기는 나누지 않았습니다.

    네 기울기 모두 샘플에 대한 평균입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad, b1_grad, w2_grad * len(x), b2_grad * len(x)


@misconception("DualLayer", "MultiClassNetwork")
class gradients_of_biases_without_m:
    """The gradients of the biases are not divided by m; those of the weights are.

    All four are means over the samples.

    ko: 가중치의 기울기는 m으로 나누었지만 절편의 기울기는 나누지 않았습니다.

    네 기울기 모두 샘플에 대한 평균입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad, b1_grad * len(x), w2_grad, b2_grad * len(x)


@misconception("DualLayer", "MultiClassNetwork")
class gradients_uphill:
    """The sign of all gradients is turned round.

    err is A - Y. No minus belongs in backprop: the step in fit has it.

    ko: 모든 기울기의 부호가 반대입니다.

    err는 A - Y입니다. backprop에는 마이너스가 없고, fit에서 가중치를 바꿀 때 뺍니다.
    """

    def backprop(self, x, err):
        return tuple(-grad for grad in super().backprop(x, err))


@misconception("DualLayer", "MultiClassNetwork")
class hidden_bias_summed_over_units:
    """b1_grad is summed over the hidden units as well: it is a single number.

    Sum over the samples only (axis=0): one number for each unit.

    ko: b1_grad를 은닉 뉴런에 대해서도 더해서 수 하나가 되었습니다.

    샘플에 대해서만(axis=0) 더하세요. 뉴런마다 수 하나입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad, np.sum(b1_grad), w2_grad, b2_grad


@misconception("DualLayer", "MultiClassNetwork")
class hidden_error_without_slope:
    """The slope of the sigmoid, a1 (1 - a1), is missing in the hidden layer.

    err1 = (err w2.T) * a1 * (1 - a1).

    ko: 은닉층에서 시그모이드의 기울기 a1 (1 - a1)이 빠졌습니다.

    err1 = (err w2.T) * a1 * (1 - a1)입니다.
    """

    def backprop(self, x, err):
        return _with_slope(self, super().backprop(x, err), x, err, 1.0)


@misconception("DualLayer", "MultiClassNetwork")
class hidden_error_with_slope_of_tanh:
    """You use the slope of tanh, 1 - a1²; the hidden layer has a sigmoid.

    The slope of the sigmoid is a1 (1 - a1).

    ko: tanh의 기울기 1 - a1²을 썼습니다. 은닉층은 시그모이드입니다.

    시그모이드의 기울기는 a1 (1 - a1)입니다.
    """

    def backprop(self, x, err):
        return _with_slope(self, super().backprop(x, err), x, err, 1 - self.a1**2)


@misconception("DualLayer", "MultiClassNetwork")
class hidden_error_with_half_a_slope:
    """You multiply by a1 alone; the factor (1 - a1) is missing.

    The slope of the sigmoid is a1 (1 - a1).

    ko: a1만 곱했습니다. (1 - a1)이 빠졌습니다.

    시그모이드의 기울기는 a1 (1 - a1)입니다.
    """

    def backprop(self, x, err):
        return _with_slope(self, super().backprop(x, err), x, err, self.a1)


@misconception("DualLayer", "MultiClassNetwork")
class hidden_error_with_slope_at_a:
    """You put a1 through the sigmoid once more before you take its slope.

    a1 is the sigmoid's value already: the slope is a1 (1 - a1).

    ko: 기울기를 구하기 전에 a1에 시그모이드를 한 번 더 적용했습니다.

    a1이 이미 시그모이드의 값이므로 기울기는 a1 (1 - a1)입니다.
    """

    def backprop(self, x, err):
        again = sigmoid(self.a1)
        return _with_slope(self, super().backprop(x, err), x, err, again * (1 - again))


@misconception("DualLayer", "MultiClassNetwork")
class gradients_of_output_first:
    """You return the output layer first; the order is w1_grad, b1_grad, w2_grad, b2_grad.

    Backprop computes them from behind, but returns them from the front.

    ko: 출력층의 기울기를 먼저 돌려줍니다. 순서는 w1_grad, b1_grad, w2_grad, b2_grad입니다.

    계산은 뒤에서부터 하지만 돌려줄 때는 앞에서부터입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w2_grad, b2_grad, w1_grad, b1_grad


@misconception("DualLayer", "MultiClassNetwork")
class gradients_change_err:
    """You divide err in place: the caller's array is changed.

    err /= m changes the array itself; err = err / m makes a new one.

    ko: err 자체를 나누어서 호출한 쪽의 배열이 바뀝니다.

    err /= m은 배열 자체를 바꾸고, err = err / m은 새 배열을 만듭니다.
    """

    def backprop(self, x, err):
        gradients = super().backprop(x, err)
        err /= len(x)
        return gradients
