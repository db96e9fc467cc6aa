"""Known ways to get the decision of a neuron wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


def _features(X, squared):
    return X**2 if squared else X


@misconception("decision")
def decision_without_bias(X, W, squared=False):
    """The bias W[0] is missing.

    z = W[0] + W[1] x_1 + ...

    ko: 절편 W[0]이 빠졌습니다.

    z = W[0] + W[1] x_1 + ...입니다.
    """
    return np.where(_features(X, squared) @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_with_bias_last(X, W, squared=False):
    """You take the last entry of W for the bias; it is the first.

    W[0] is the bias, W[1:] are the weights.

    ko: W의 마지막 원소를 절편으로 썼습니다. 절편은 첫 원소입니다.

    W[0]이 절편이고 W[1:]이 가중치입니다.
    """
    return np.where(W[-1] + _features(X, squared) @ W[:-1] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_ignores_squared(X, W, squared=False):
    """You never square the features.

    With squared=True the squares are weighed.

    ko: 특성을 제곱하지 않습니다.

    squared=True이면 제곱한 값에 가중치를 곱합니다.
    """
    return np.where(W[0] + X @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_always_squared(X, W, squared=False):
    """You always square the features, whatever `squared` says.

    Only with squared=True.

    ko: squared와 관계없이 항상 특성을 제곱합니다.

    squared=True일 때만 제곱하세요.
    """
    return np.where(W[0] + X**2 @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_compares_scores_with_a_half(X, W, squared=False):
    """You compare the score z with 1/2; a probability of 1/2 is a score of 0.

    z >= 0.

    ko: 점수 z를 1/2과 비교합니다. 확률 1/2에 해당하는 점수는 0입니다.

    z >= 0으로 비교하세요.
    """
    return np.where(W[0] + _features(X, squared) @ W[1:] >= 0.5, 1.0, 0.0)


@misconception("decision")
def decision_gives_probabilities(X, W, squared=False):
    """You return probabilities; the class is wanted, 0 or 1.

    1 where z >= 0.

    ko: 확률을 돌려줍니다. 클래스인 0 또는 1이 필요합니다.

    z >= 0인 곳이 1입니다.
    """
    return sigmoid(W[0] + _features(X, squared) @ W[1:])
