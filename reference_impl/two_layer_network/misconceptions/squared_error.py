"""Known ways to get the squared error wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.two_layer_network import reference as right


@misconception("MSEcost")
def cost_without_a_half(A2, Y):
    """The ½ is missing, as in the lecture's code; its formula has it.

    Divide by 2m. Without the ½ the slope is no longer the error itself, but twice that.

    ko: 강의 코드처럼 ½이 빠졌습니다. 강의의 수식에는 있습니다.

    2m으로 나누세요. ½이 없으면 기울기가 오차 자체가 아니라 그 두 배가 됩니다.
    """
    return 2 * right.MSEcost(A2, Y)


@misconception("MSEcost")
def cost_is_a_sum(A2, Y):
    """You add up the cost of all samples, but do not divide by m.

    Columns are samples: m is Y.shape[1].

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    열이 샘플이므로 m은 Y.shape[1]입니다.
    """
    return right.MSEcost(A2, Y) * Y.shape[1]


@misconception("MSEcost")
def cost_over_rows(A2, Y):
    """You divide by the number of rows; columns are samples here.

    m is Y.shape[1]; len(Y) counts the outputs.

    ko: 행의 수로 나누었습니다. 여기서는 열이 샘플입니다.

    m은 Y.shape[1]입니다. len(Y)는 출력의 수입니다.
    """
    return right.MSEcost(A2, Y) * Y.shape[1] / len(Y)


@misconception("MSEcost")
def cost_over_all_entries(A2, Y):
    """You take the mean over all entries; the outputs of a sample are added up.

    Sum over everything and divide by 2m alone.

    ko: 모든 원소의 평균을 구했습니다. 한 샘플의 출력들은 더합니다.

    전부 더한 다음 2m으로만 나누세요.
    """
    return right.MSEcost(A2, Y) / len(Y)


@misconception("MSEcost")
def cost_without_square(A2, Y):
    """The square is missing: errors of opposite signs cancel.

    (y - y_hat)².

    ko: 제곱이 빠져서 부호가 반대인 오차가 서로 지워집니다.

    (y - y_hat)²입니다.
    """
    return np.sum(Y - A2) / (2 * Y.shape[1])


@misconception("MSEcost")
def cost_with_a_root(A2, Y):
    """You take the square root at the end; none belongs there.

    E is half the mean squared error itself.

    ko: 마지막에 제곱근을 구했습니다. 제곱근은 없습니다.

    E는 평균 제곱 오차의 절반 자체입니다.
    """
    return np.sqrt(right.MSEcost(A2, Y))
