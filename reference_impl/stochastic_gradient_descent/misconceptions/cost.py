"""Known ways to get the cross-entropy of columns wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.stochastic_gradient_descent import reference as right


@misconception("CEcost")
def cost_is_a_sum(A2, Y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples, and these are columns: m is Y.shape[1].

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균이고 샘플은 열입니다. m은 Y.shape[1]입니다.
    """
    return right.CEcost(A2, Y) * Y.shape[1]


@misconception("CEcost")
def cost_over_classes(A2, Y):
    """You divide by the number of classes: len(Y) counts the rows.

    Columns are samples here: m is Y.shape[1].

    ko: 클래스의 수로 나누었습니다. len(Y)는 행을 셉니다.

    여기서는 열이 샘플이므로 m은 Y.shape[1]입니다.
    """
    return right.CEcost(A2, Y) * Y.shape[1] / len(Y)


@misconception("CEcost")
def cost_over_all_entries(A2, Y):
    """You take the mean over all entries; the cost is a mean over the samples.

    np.mean divides by m times the number of classes. Sum over everything and divide by m alone.

    ko: 모든 원소에 대한 평균을 구합니다. 비용은 샘플에 대한 평균입니다.

    np.mean은 m 곱하기 클래스 수로 나눕니다. 전부 더한 다음 m으로만 나누세요.
    """
    return right.CEcost(A2, Y) / len(Y)


@misconception("CEcost")
def cost_without_minus(A2, Y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(A2, Y)


@misconception("CEcost")
def cost_takes_the_log_of_zero(A2, Y):
    """You take the logarithm of 0 where a probability is exactly 0, as the lecture's code does.

    0 times log 0 is nan. Use np.maximum(A2, 1e-10) first.

    ko: 강의 코드처럼 확률이 정확히 0인 곳에서 0의 로그를 구합니다.

    0 곱하기 log 0은 nan입니다. 먼저 np.maximum(A2, 1e-10)을 쓰세요.
    """
    return -np.sum(Y * np.log(A2)) / Y.shape[1]
