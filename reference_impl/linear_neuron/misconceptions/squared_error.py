"""Known ways to get the squared error wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("squared_error")
def error_without_a_half(y, y_hat):
    """The ½ is missing.

    E = (y - y_hat)² / 2. The lecture drops the 2 of the slope silently; with the ½ it never comes.

    ko: ½이 빠졌습니다.

    E = (y - y_hat)² / 2입니다. 강의는 기울기의 2를 말없이 지우지만 ½이 있으면 2가 생기지 않습니다.
    """
    return (y - y_hat) ** 2


@misconception("squared_error")
def error_without_square(y, y_hat):
    """The square is missing.

    E = (y - y_hat)² / 2.

    ko: 제곱이 빠졌습니다.

    E = (y - y_hat)² / 2입니다.
    """
    return (y - y_hat) / 2


@misconception("squared_error")
def error_absolute(y, y_hat):
    """You take the absolute error, not half its square.

    E = (y - y_hat)² / 2.

    ko: 제곱의 절반이 아니라 절댓값을 구했습니다.

    E = (y - y_hat)² / 2입니다.
    """
    return np.abs(y - y_hat)


@misconception("squared_error")
def error_summed(y, y_hat):
    """You add the errors up; one for each prediction is wanted.

    No sum and no mean belongs here.

    ko: 오차를 모두 더했습니다. 예측마다 하나씩이어야 합니다.

    여기에는 합도 평균도 없습니다.
    """
    return np.sum((y - y_hat) ** 2) / 2


@misconception("squared_error")
def error_averaged(y, y_hat):
    """You take the mean of the errors; one for each prediction is wanted.

    No sum and no mean belongs here.

    ko: 오차의 평균을 구했습니다. 예측마다 하나씩이어야 합니다.

    여기에는 합도 평균도 없습니다.
    """
    return np.mean((y - y_hat) ** 2) / 2
