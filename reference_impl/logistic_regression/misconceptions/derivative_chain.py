"""Known ways to get the chain of slopes wrong, or their product."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as right


def _chain(X, y, w, b, *, dJ_da=None, da_dz=None):
    """Return the chain with other factors."""
    chain = right.derivative_chain(X, y, w, b)
    dJ_da = chain.dJ_da if dJ_da is None else dJ_da
    da_dz = chain.da_dz if da_dz is None else da_dz
    return dJ_da, da_dz, chain.dz_dw, np.dot(X.T, dJ_da * da_dz)


def _probabilities(X, w, b):
    return right.sigmoid(np.dot(X, w) + b)


@misconception("derivative_chain")
def chain_without_m(X, y, w, b):
    """dJ_da lacks the factor 1/m, and so does the product.

    J is a mean over the m samples: a single a[i] has only one m-th of it.

    ko: dJ_da에 1/m이 없어서 곱에도 없습니다.

    J는 샘플 m개의 평균이므로 a[i] 하나의 몫은 m분의 1입니다.
    """
    return _chain(X, y, w, b, dJ_da=right.derivative_chain(X, y, w, b).dJ_da * len(X))


@misconception("derivative_chain")
def chain_of_the_squared_error(X, y, w, b):
    """dJ_da is that of the squared error, (a - y) / m, so the slope of the sigmoid stays in.

    J is the cross-entropy: its slope has a and 1 - a below the line, which cancel a(1 - a).

    ko: dJ_da가 제곱 오차의 것인 (a - y) / m이어서 시그모이드의 기울기가 약분되지 않습니다.

    J는 교차 엔트로피입니다. 그 기울기의 분모에 있는 a와 1 - a가 a(1 - a)와 약분됩니다.
    """
    errors = _probabilities(X, w, b) - y.reshape(-1, 1)
    return _chain(X, y, w, b, dJ_da=errors / len(X))


@misconception("derivative_chain")
def chain_uphill(X, y, w, b):
    """The sign of dJ_da is turned round, and with it that of the product.

    Where y is 1 the cost falls as a grows: the slope there is negative.

    ko: dJ_da의 부호가 반대여서 곱의 부호도 반대입니다.

    y가 1이면 a가 커질수록 비용이 줄어드므로 기울기가 음수입니다.
    """
    return _chain(X, y, w, b, dJ_da=-right.derivative_chain(X, y, w, b).dJ_da)


@misconception("derivative_chain")
def chain_with_a_minus_too_many(X, y, w, b):
    """The term of label 0 has the wrong sign: it is + (1 - y) / (1 - a).

    log(1 - a) falls as a grows. Its own minus and that in front of the cost make a plus.

    ko: 정답 0인 항의 부호가 틀렸습니다. + (1 - y) / (1 - a)입니다.

    log(1 - a)는 a가 커지면 작아집니다. 여기서 나온 마이너스와 비용 앞의 마이너스가 만나
    플러스가 됩니다.
    """
    slopes = right.derivative_chain(X, y, w, b).dJ_da
    return _chain(X, y, w, b, dJ_da=-np.abs(slopes))


@misconception("derivative_chain")
def chain_of_one_class(X, y, w, b):
    """dJ_da is 0 for the samples of class 0: the term (1 - y) / (1 - a) is missing.

    For y = 0 the first term is 0. The second one must say how the cost grows with a.

    ko: 클래스 0인 샘플의 dJ_da가 0입니다. (1 - y) / (1 - a) 항이 빠졌습니다.

    y = 0이면 첫째 항은 0입니다. a에 따라 비용이 얼마나 커지는지는 둘째 항이 알려 줍니다.
    """
    return _chain(X, y, w, b, dJ_da=-y.reshape(-1, 1) / _probabilities(X, w, b) / len(X))


@misconception("derivative_chain")
def chain_with_slope_of_tanh(X, y, w, b):
    """da_dz is the slope of tanh, 1 - a²; the neuron has a sigmoid.

    The slope of the sigmoid is a (1 - a).

    ko: da_dz가 tanh의 기울기 1 - a²입니다. 이 뉴런은 시그모이드를 씁니다.

    시그모이드의 기울기는 a (1 - a)입니다.
    """
    return _chain(X, y, w, b, da_dz=1 - _probabilities(X, w, b) ** 2)


@misconception("derivative_chain")
def chain_with_slope_at_a(X, y, w, b):
    """For da_dz you put a through the sigmoid once more before you take its slope.

    a is the sigmoid's value already: the slope is a (1 - a).

    ko: da_dz를 구할 때 a에 시그모이드를 한 번 더 적용했습니다.

    a가 이미 시그모이드의 값이므로 기울기는 a (1 - a)입니다.
    """
    again = right.sigmoid(_probabilities(X, w, b))
    return _chain(X, y, w, b, da_dz=again * (1 - again))


@misconception("derivative_chain")
def chain_product_without_slope(X, y, w, b):
    """The product leaves out da_dz.

    All three factors belong in: (dJ_da * da_dz) first, then dz_dw.T times that.

    ko: 곱에 da_dz가 빠졌습니다.

    인수 셋이 모두 들어갑니다. 먼저 dJ_da * da_dz를 구하고 dz_dw.T와 곱하세요.
    """
    *factors, _ = right.derivative_chain(X, y, w, b)
    return *factors, np.dot(X.T, factors[0])


@misconception("derivative_chain")
def chain_product_of_each_sample(X, y, w, b):
    """The product is not summed over the samples: it has a row for each of them.

    dJ_dw has a row for each weight: np.dot(dz_dw.T, dJ_da * da_dz) sums over the samples.

    ko: 곱을 샘플에 대해 더하지 않아서 샘플마다 행이 하나씩 있습니다.

    dJ_dw에는 가중치마다 행이 하나씩 있습니다. np.dot(dz_dw.T, dJ_da * da_dz)이면 샘플에 대해
    더해집니다.
    """
    dJ_da, da_dz, dz_dw, _ = right.derivative_chain(X, y, w, b)
    return dJ_da, da_dz, dz_dw, dJ_da * da_dz * dz_dw


@misconception("derivative_chain")
def chain_product_averaged_again(X, y, w, b):
    """The product is divided by m once more.

    dJ_da has the factor 1/m already: sum over the samples, without a mean.

    ko: 곱을 m으로 한 번 더 나누었습니다.

    dJ_da에 이미 1/m이 들어 있으므로 평균을 내지 말고 샘플에 대해 더하세요.
    """
    *factors, product = right.derivative_chain(X, y, w, b)
    return *factors, product / len(X)


@misconception("derivative_chain")
def chain_by_the_samples(X, y, w, b):
    """dz_dw is w: that is the slope of z when a feature moves, not when a weight moves.

    In z[i] = sum of X[i, j] w[j] the weight w[j] is multiplied by X[i, j].

    ko: dz_dw가 w입니다. 이것은 가중치가 아니라 특성이 움직일 때의 기울기입니다.

    z[i] = X[i, j] w[j]의 합에서 w[j]에 곱해진 것은 X[i, j]입니다.
    """
    dJ_da, da_dz, _, product = right.derivative_chain(X, y, w, b)
    return dJ_da, da_dz, w.copy(), product


@misconception("derivative_chain")
def chain_of_flat_labels(X, y, w, b):
    """Y is still flat: with the column a it makes an (m, m) matrix.

    Turn it into a column first: y = y.reshape(-1, 1).

    ko: y가 아직 1차원이어서 열인 a와 계산하면 (m, m) 행렬이 됩니다.

    먼저 y = y.reshape(-1, 1)로 열을 만드세요.
    """
    a = _probabilities(X, w, b)
    return _chain(X, y, w, b, dJ_da=(-y / a + (1 - y) / (1 - a)) / len(X), da_dz=a * (1 - a))
