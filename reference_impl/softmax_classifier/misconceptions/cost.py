"""Known ways to get the cross-entropy of classes wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.softmax_classifier import reference as right


@misconception("CEcost")
def cost_is_a_sum(A, Y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples: divide by len(Y).

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균입니다. len(Y)로 나누세요.
    """
    return right.CEcost(A, Y) * len(Y)


@misconception("CEcost")
def cost_over_all_entries(A, Y):
    """You take the mean over all entries; the cost is a mean over the samples.

    np.mean divides by m times K. Sum over everything and divide by m alone.

    ko: 모든 원소에 대한 평균을 구합니다. 비용은 샘플에 대한 평균입니다.

    np.mean은 m 곱하기 K로 나눕니다. 전부 더한 다음 m으로만 나누세요.
    """
    return right.CEcost(A, Y) / Y.shape[1]


@misconception("CEcost")
def cost_over_classes(A, Y):
    """You divide by the number of classes; m is the number of samples.

    Rows are samples: m is len(Y).

    ko: 클래스의 수로 나누었습니다. m은 샘플의 수입니다.

    행이 샘플이므로 m은 len(Y)입니다.
    """
    return right.CEcost(A, Y) * len(Y) / Y.shape[1]


@misconception("CEcost")
def cost_divides_twice(A, Y):
    """You divide by m twice.

    Either np.mean over the samples, or np.sum and one division by m.

    ko: m으로 두 번 나누었습니다.

    샘플에 대해 np.mean을 쓰거나, np.sum을 쓰고 m으로 한 번만 나누세요.
    """
    return right.CEcost(A, Y) / len(Y)


@misconception("CEcost")
def cost_without_minus(A, Y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(A, Y)


@misconception("CEcost")
def cost_in_bits(A, Y):
    """You use the logarithm of base 2; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 2인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(A, Y) / np.log(2)


@misconception("CEcost")
def cost_takes_the_log_of_zero(A, Y):
    """You take the logarithm of 0 where a probability is exactly 0.

    Clip A to [1e-10, 1 - 1e-10] before the logarithm, as the docstring says.

    ko: 확률이 정확히 0인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 설명에 있는 대로 A를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    return -np.sum(Y * np.log(A)) / len(Y)


@misconception("CEcost")
def cost_of_two_classes(A, Y):
    """You use the formula of two classes: the term (1 - Y) log(1 - A) does not belong here.

    Each row already has a column for every class; only the one of the right class counts.

    ko: 클래스가 둘일 때의 식을 썼습니다. (1 - Y) log(1 - A) 항은 여기에 없습니다.

    행마다 모든 클래스의 열이 있고, 그중 정답 클래스의 열만 셉니다.
    """
    A = np.clip(A, 1e-10, 1 - 1e-10)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / len(Y)


@misconception("CEcost")
def cost_of_all_classes(A, Y):
    """You add up the logarithms of all classes; Y is missing.

    Multiply by Y: it is 1 for the right class and 0 for all others.

    ko: 모든 클래스의 로그를 더합니다. Y가 빠졌습니다.

    Y를 곱하세요. 정답 클래스에서 1이고 나머지에서는 0입니다.
    """
    return -np.sum(np.log(np.clip(A, 1e-10, 1 - 1e-10))) / len(Y)


@misconception("CEcost")
def cost_of_each_sample(A, Y):
    """You return the cost of each sample; the mean over them is missing.

    The result is one number.

    ko: 샘플마다의 비용을 돌려줍니다. 평균을 구하지 않았습니다.

    결과는 수 하나입니다.
    """
    return -np.sum(Y * np.log(np.clip(A, 1e-10, 1 - 1e-10)), axis=1)


@misconception("CEcost")
def cost_of_swapped_arguments(A, Y):
    """You take the logarithm of the labels: A and Y have changed places.

    The labels Y weigh the terms; the logarithms are those of the probabilities A.

    ko: A와 Y가 뒤바뀌어 정답의 로그를 구합니다.

    정답 Y는 각 항에 곱하는 값이고, 로그는 확률 A에 대해 구합니다.
    """
    return -np.sum(A * np.log(np.clip(Y, 1e-10, 1 - 1e-10))) / len(Y)


@misconception("CEcost")
def cost_is_the_squared_error(A, Y):
    """You return a squared error, not the cross-entropy.

    The cross-entropy takes the logarithm of the probability that was given to the true class.

    ko: 교차 엔트로피가 아니라 제곱 오차입니다.

    교차 엔트로피는 정답 클래스에 준 확률의 로그를 구합니다.
    """
    return np.sum((A - Y) ** 2) / len(Y)


@misconception("CEcost")
def cost_clips_in_place(A, Y):
    """You clip the probabilities in place: the caller's array is changed.

    Write A = np.clip(A, ...), without out=A or A[...] =: that makes a new array.

    ko: 확률 배열 자체를 제한해서 호출한 쪽의 배열이 바뀝니다.

    out=A나 A[...] =를 쓰지 말고 A = np.clip(A, ...)로 쓰세요. 그러면 새 배열이 생깁니다.
    """
    np.clip(A, 1e-10, 1 - 1e-10, out=A)
    return right.CEcost(A, Y)


@misconception("CEcost")
def cost_is_the_entropy(A, Y):
    """You weigh the logarithms by A: that is the entropy of your own probabilities.

    The labels weigh them: Y * log(A). Only the right class of each sample counts.

    ko: 로그에 A를 곱했습니다. 그것은 예측한 확률 자신의 엔트로피입니다.

    정답을 곱해야 합니다. Y * log(A)이며, 샘플마다 정답 클래스만 셉니다.
    """
    A = np.clip(A, 1e-10, 1 - 1e-10)
    return -np.sum(A * np.log(A)) / len(A)
