"""Known ways to get a cost with a penalty on the weights wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as logistic_regression
from reference_impl.logistic_regression import regularisation


@misconception("l1_cost")
def l1_divided_by_m(X, y, w, b, lam):
    """You divide the penalty by m; only J is a mean over the samples.

    The penalty is added once, as it is.

    ko: 벌점을 m으로 나누었습니다. 샘플에 대한 평균은 J뿐입니다.

    벌점은 그대로 한 번만 더합니다.
    """
    return regularisation.l1_cost(X, y, w, b, lam / len(X))


@misconception("l2_cost")
def l2_divided_by_m(X, y, w, b, lam):
    """You divide the penalty by m; only J is a mean over the samples.

    The penalty is added once, as it is.

    ko: 벌점을 m으로 나누었습니다. 샘플에 대한 평균은 J뿐입니다.

    벌점은 그대로 한 번만 더합니다.
    """
    return regularisation.l2_cost(X, y, w, b, lam / len(X))


@misconception("l1_cost")
def l1_subtracted(X, y, w, b, lam):
    """You subtract the penalty: large weights make your cost smaller.

    A penalty is added.

    ko: 벌점을 뺐습니다. 가중치가 클수록 비용이 작아집니다.

    벌점은 더해야 합니다.
    """
    return regularisation.l1_cost(X, y, w, b, -lam)


@misconception("l2_cost")
def l2_subtracted(X, y, w, b, lam):
    """You subtract the penalty: large weights make your cost smaller.

    A penalty is added.

    ko: 벌점을 뺐습니다. 가중치가 클수록 비용이 작아집니다.

    벌점은 더해야 합니다.
    """
    return regularisation.l2_cost(X, y, w, b, -lam)


@misconception("l1_cost")
def l1_of_the_bias(X, y, w, b, lam):
    """The bias pays as well; it must be free.

    Sum over w only.

    ko: 절편에도 벌점을 매겼습니다. 절편에는 벌점이 없습니다.

    w에 대해서만 더하세요.
    """
    return regularisation.l1_cost(X, y, w, b, lam) + lam * np.abs(b)


@misconception("l2_cost")
def l2_of_the_bias(X, y, w, b, lam):
    """The bias pays as well; it must be free.

    Sum over w only.

    ko: 절편에도 벌점을 매겼습니다. 절편에는 벌점이 없습니다.

    w에 대해서만 더하세요.
    """
    return regularisation.l2_cost(X, y, w, b, lam) + lam * b**2


@misconception("l1_cost")
def l1_of_a_summed_cost(X, y, w, b, lam):
    """You add the penalty to the sum of the losses; J is their mean.

    The lecture prints a sum, for which lam would weigh m times less. CEcost gives the mean.

    ko: 손실의 합에 벌점을 더했습니다. J는 평균입니다.

    강의에 적힌 것은 합이며, 그러면 lam의 비중이 m배 작아집니다. 평균은 CEcost가 구해 줍니다.
    """
    cost = logistic_regression.cost(X, y, w, b)
    return regularisation.l1_cost(X, y, w, b, lam) + (len(X) - 1) * cost


@misconception("l2_cost")
def l2_of_a_summed_cost(X, y, w, b, lam):
    """You add the penalty to the sum of the losses; J is their mean.

    The lecture prints a sum, for which lam would weigh m times less. CEcost gives the mean.

    ko: 손실의 합에 벌점을 더했습니다. J는 평균입니다.

    강의에 적힌 것은 합이며, 그러면 lam의 비중이 m배 작아집니다. 평균은 CEcost가 구해 줍니다.
    """
    cost = logistic_regression.cost(X, y, w, b)
    return regularisation.l2_cost(X, y, w, b, lam) + (len(X) - 1) * cost


@misconception("l1_cost")
def l1_without_sizes(X, y, w, b, lam):
    """You add up the weights with their signs: a negative weight lowers your cost.

    Take the size of each weight first: np.abs(w).

    ko: 가중치를 부호가 있는 채로 더해서, 음수인 가중치가 비용을 낮춥니다.

    먼저 np.abs(w)로 가중치마다 크기를 구하세요.
    """
    return logistic_regression.cost(X, y, w, b) + lam * np.sum(w)


@misconception("l1_cost")
def l1_is_l2(X, y, w, b, lam):
    """You take the squares of the weights; l1_cost takes their sizes.

    The penalty is lam times the sum of |w[j]|.

    ko: 가중치의 제곱을 썼습니다. l1_cost에서는 크기를 씁니다.

    벌점은 |w[j]|의 합에 lam을 곱한 것입니다.
    """
    return regularisation.l2_cost(X, y, w, b, lam)


@misconception("l1_cost")
def l1_is_a_mean(X, y, w, b, lam):
    """You take the mean of the weights' sizes; the penalty is their sum.

    np.sum, not np.mean.

    ko: 가중치 크기의 평균을 썼습니다. 벌점은 합입니다.

    np.mean이 아니라 np.sum을 쓰세요.
    """
    return regularisation.l1_cost(X, y, w, b, lam / len(w))


@misconception("l2_cost")
def l2_with_a_half(X, y, w, b, lam):
    """You halve the penalty; this formula has no ½.

    lam times the sum of the squares, as it is.

    ko: 벌점에 ½을 곱했습니다. 이 수식에는 ½이 없습니다.

    제곱의 합에 lam만 곱하세요.
    """
    return regularisation.l2_cost(X, y, w, b, lam / 2)


@misconception("l2_cost")
def l2_with_a_root(X, y, w, b, lam):
    """You take the length of w, a square root; the penalty is the sum of the squares itself.

    np.linalg.norm takes the root. np.sum(w**2) does not.

    ko: w의 길이, 곧 제곱근을 썼습니다. 벌점은 제곱의 합 그대로입니다.

    np.linalg.norm은 제곱근을 구합니다. np.sum(w**2)을 쓰세요.
    """
    return logistic_regression.cost(X, y, w, b) + lam * np.linalg.norm(w)


@misconception("l2_cost")
def l2_squares_the_sum(X, y, w, b, lam):
    """You square the sum of the weights; the penalty is the sum of their squares.

    Square each weight first, then sum: np.sum(w**2).

    ko: 가중치의 합을 제곱했습니다. 벌점은 제곱의 합입니다.

    가중치를 하나씩 제곱한 다음 더하세요. np.sum(w**2)입니다.
    """
    return logistic_regression.cost(X, y, w, b) + lam * np.sum(w) ** 2


@misconception("l2_cost")
def l2_is_l1(X, y, w, b, lam):
    """You take the sizes of the weights; l2_cost takes their squares.

    The penalty is lam times the sum of w[j]**2.

    ko: 가중치의 크기를 썼습니다. l2_cost에서는 제곱을 씁니다.

    벌점은 w[j]**2의 합에 lam을 곱한 것입니다.
    """
    return regularisation.l1_cost(X, y, w, b, lam)
