"""Known ways to get the binary cross-entropy wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as right


@misconception("CEcost")
def cost_is_a_sum(a, y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples: take np.mean, or divide the sum by len(y).

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균입니다. np.mean을 쓰거나 합을 len(y)로 나누세요.
    """
    return right.CEcost(a, y) * len(y)


@misconception("CEcost")
def cost_divides_twice(a, y):
    """You divide by m twice: np.mean has done it already.

    Either np.mean, or np.sum and one division by m.

    ko: m으로 두 번 나눕니다. np.mean이 이미 한 번 나눈 값입니다.

    np.mean을 쓰거나, np.sum을 쓰고 m으로 한 번만 나누세요.
    """
    return right.CEcost(a, y) / len(y)


@misconception("CEcost")
def cost_without_minus(a, y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(a, y)


@misconception("CEcost")
def cost_in_bits(a, y):
    """You use the logarithm of base 2; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 2인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(a, y) / np.log(2)


@misconception("CEcost")
def cost_in_tens(a, y):
    """You use the logarithm of base 10; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 10인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(a, y) / np.log(10)


@misconception("CEcost")
def cost_with_a_half(a, y):
    """You divide by 2m; the cross-entropy has no ½.

    The ½ belongs to the squared error, where it cancels the 2 of its derivative.

    ko: 2m으로 나누었습니다. 교차 엔트로피에는 ½이 없습니다.

    ½은 제곱 오차의 것으로, 미분할 때 나오는 2를 없애려고 붙입니다.
    """
    return right.CEcost(a, y) / 2


@misconception("CEcost")
def cost_takes_the_log_of_zero(a, y):
    """You take the logarithm of 0 where a is exactly 0 or 1.

    Clip a to [1e-10, 1 - 1e-10] before the logarithm, as the docstring says.

    ko: a가 정확히 0이나 1인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 설명에 있는 대로 a를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_of_one_class(a, y):
    """You count the samples of class 1 only: the term (1 - y) log(1 - a) is missing.

    For y = 0 the first term is 0 whatever a is; the second one must say how wrong a is.

    ko: 클래스 1인 샘플만 셉니다. (1 - y) log(1 - a) 항이 빠졌습니다.

    y = 0이면 첫째 항은 a와 관계없이 0입니다. a가 얼마나 틀렸는지는 둘째 항이 알려 줍니다.
    """
    return -np.mean(y * np.log(np.clip(a, 1e-10, 1 - 1e-10)))


@misconception("CEcost")
def cost_of_swapped_labels(a, y):
    """The two terms have changed places: y log(1 - a) + (1 - y) log(a).

    Where y is 1, log(a) counts: a near 1 must cost almost nothing.

    ko: 두 항이 뒤바뀌어 y log(1 - a) + (1 - y) log(a)가 되었습니다.

    y가 1이면 log(a)를 셉니다. a가 1에 가까우면 비용이 거의 없어야 합니다.
    """
    return right.CEcost(a, 1 - y)


@misconception("CEcost")
def cost_of_swapped_arguments(a, y):
    """You take the logarithm of the labels: a and y have changed places.

    The labels y weigh the terms; the logarithms are those of the probabilities a.

    ko: a와 y가 뒤바뀌어 정답의 로그를 구합니다.

    정답 y는 각 항에 곱하는 값이고, 로그는 확률 a에 대해 구합니다.
    """
    y = np.clip(y, 1e-10, 1 - 1e-10)
    return -np.mean(a * np.log(y) + (1 - a) * np.log(1 - y))


@misconception("CEcost")
def cost_with_a_difference(a, y):
    """Between the two terms stands a minus; it must be a plus.

    The minus in front of the sum turns both logarithms round, so they are added.

    ko: 두 항 사이에 마이너스가 있습니다. 플러스여야 합니다.

    합 앞의 마이너스가 두 로그의 부호를 모두 바꾸므로 두 항은 더합니다.
    """
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(a) - (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_of_each_sample(a, y):
    """You return the cost of each sample; the mean over them is missing.

    The result is one number: take np.mean of it all.

    ko: 샘플마다의 비용을 돌려줍니다. 평균을 구하지 않았습니다.

    결과는 수 하나입니다. 전체에 np.mean을 적용하세요.
    """
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_is_the_squared_error(a, y):
    """You return the mean squared error, not the cross-entropy.

    The cross-entropy takes the logarithm of the probability that was given to the true label.

    ko: 교차 엔트로피가 아니라 평균 제곱 오차입니다.

    교차 엔트로피는 정답에 준 확률의 로그를 구합니다.
    """
    return np.mean((a - y) ** 2)


@misconception("CEcost")
def cost_clips_in_place(a, y):
    """You clip the probabilities in place: the caller's array is changed.

    Write a = np.clip(a, ...), without out=a or a[...] =: that makes a new array.

    ko: 입력 배열 자체를 제한해서 호출한 쪽의 확률이 바뀝니다.

    out=a나 a[...] =를 쓰지 말고 a = np.clip(a, ...)로 쓰세요. 그러면 새 배열이 생깁니다.
    """
    np.clip(a, 1e-10, 1 - 1e-10, out=a)
    return right.CEcost(a, y)


@misconception("CEcost")
def cost_skips_the_first_sample(a, y):
    """The first sample is left out of the sum, which you still divide by m.

    In Python the first sample is number 0: let the loop begin there, range(m).

    ko: m으로 나누면서 합에는 첫 샘플을 빠뜨렸습니다.

    파이썬에서 첫 샘플은 0번입니다. 반복문을 range(m)으로 0번부터 시작하세요.
    """
    return right.CEcost(a[1:], y[1:]) * (len(y) - 1) / len(y) if len(y) > 1 else 0.0
