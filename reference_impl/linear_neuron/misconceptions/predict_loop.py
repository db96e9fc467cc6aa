"""Known ways to get the prediction by a loop wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("predict_loop")
def bias_in_the_loop(x, w, b):
    """You add the bias in each round of the loop: with D features it comes in D times.

    Add it once, after the loop. The lecture prints it inside.

    ko: 반복할 때마다 절편을 더해서 특성이 D개이면 D번 더해집니다.

    반복문이 끝난 뒤 한 번만 더하세요. 강의에는 반복문 안에 적혀 있습니다.
    """
    return np.dot(w, x) + len(x) * b


@misconception("predict_loop")
def bias_missing_in_the_loop(x, w, b):
    """The bias is missing.

    Add b once, after the loop.

    ko: 절편이 빠졌습니다.

    반복문이 끝난 뒤 b를 한 번 더하세요.
    """
    return np.dot(w, x)


@misconception("predict_loop")
def loop_keeps_the_last_feature(x, w, b):
    """Only the last feature counts: each round overwrites the sum.

    prediction += w[j] * x[j], not prediction = ...

    ko: 반복할 때마다 합을 덮어써서 마지막 특성만 계산됩니다.

    prediction = ...이 아니라 prediction += w[j] * x[j]입니다.
    """
    return w[-1] * x[-1] + b


@misconception("predict_loop")
def loop_stops_early(x, w, b):
    """The last feature is left out.

    range(len(x)) reaches the last index; range(len(x) - 1) does not.

    ko: 마지막 특성이 빠졌습니다.

    range(len(x))는 마지막 인덱스까지 가고 range(len(x) - 1)은 가지 못합니다.
    """
    return np.dot(w[:-1], x[:-1]) + b


@misconception("predict_loop")
def loop_with_a_sigmoid(x, w, b):
    """You apply a sigmoid; the linear neuron has none.

    Return the weighted sum plus the bias as it is.

    ko: 시그모이드를 적용했습니다. 선형 뉴런에는 없습니다.

    가중합에 절편을 더한 값을 그대로 돌려주세요.
    """
    return 1 / (1 + np.exp(-(np.dot(w, x) + b)))
