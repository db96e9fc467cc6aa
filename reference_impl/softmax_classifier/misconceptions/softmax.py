"""Known ways to get the softmax of rows wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.softmax_classifier import reference as right


@misconception("softmax")
def softmax_of_the_whole_array(z):
    """You divide by the sum over the whole array: all samples share one distribution.

    Each row is a sample of its own: sum with axis=1, keepdims=True.

    ko: 배열 전체의 합으로 나누어서 모든 샘플이 분포 하나를 나누어 가집니다.

    행마다 샘플 하나입니다. axis=1, keepdims=True로 더하세요.
    """
    exp_z = np.exp(z - np.max(z))
    return exp_z / np.sum(exp_z)


@misconception("softmax")
def softmax_of_columns(z):
    """You sum over the samples (axis=0); the sum runs over the classes of each row.

    Rows are samples: axis=1, keepdims=True.

    ko: 샘플에 대해(axis=0) 더합니다. 각 행의 클래스에 대해 더해야 합니다.

    행이 샘플이므로 axis=1, keepdims=True로 더하세요.
    """
    exp_z = np.exp(z - np.max(z, axis=0))
    return exp_z / np.sum(exp_z, axis=0)


@misconception("softmax")
def softmax_overflows(z):
    """Your softmax is right for small scores, but exp overflows for large ones.

    Take the largest score of each row from the row first: the result stays the same.

    ko: 점수가 작으면 맞지만 크면 exp에서 오버플로가 납니다.

    먼저 각 행에서 그 행의 가장 큰 점수를 빼세요. 결과는 같습니다.
    """
    exp_z = np.exp(z)
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_with_one_maximum(z):
    """You take the largest score of the whole array; each row needs its own maximum.

    A row that lies far below becomes 0 / 0. Use z.max(axis=1, keepdims=True).

    ko: 배열 전체의 최댓값을 뺍니다. 행마다 자기 최댓값을 빼야 합니다.

    훨씬 작은 점수로 된 행은 0 / 0이 됩니다. z.max(axis=1, keepdims=True)를 쓰세요.
    """
    exp_z = np.exp(z - np.max(z))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_clipped_below(z):
    """You clip the scores below at -100 and not above, as the lecture prints it.

    Scores above 709 still overflow, and scores below -100 all become alike. Take the row's
    maximum from the row instead.

    ko: 강의에 적힌 대로 점수를 아래로 -100에서만 제한하고 위로는 제한하지 않습니다.

    709보다 큰 점수는 여전히 넘치고 -100보다 작은 점수는 모두 같아집니다. 대신 행의 최댓값을 빼세요.
    """
    exp_z = np.exp(np.clip(z, -100, None))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_clipped(z):
    """You clip the scores: those beyond the bound all become alike.

    Scores may be as large as 10000. Take the row's maximum from the row; nothing is lost by that.

    ko: 점수를 제한해서 한계를 넘는 점수가 모두 같아집니다.

    점수는 10000까지 커질 수 있습니다. 행의 최댓값을 빼면 아무것도 잃지 않습니다.
    """
    exp_z = np.exp(np.clip(z, -500, 500))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_of_minus_z(z):
    """The sign of the scores is turned round: the largest score gets the smallest probability.

    It is exp(z), not exp(-z); and it is z minus the maximum, not the maximum minus z.

    ko: 점수의 부호가 반대여서 가장 큰 점수가 가장 작은 확률을 받습니다.

    exp(-z)가 아니라 exp(z)이고, 최댓값에서 z를 빼는 것이 아니라 z에서 최댓값을 뺍니다.
    """
    return right.softmax(-z)


@misconception("softmax")
def softmax_without_exp(z):
    """You divide the scores by their sum; the exponential is missing.

    Scores may be negative. exp makes them positive first.

    ko: 점수를 점수의 합으로 나눕니다. 지수 함수가 빠졌습니다.

    점수는 음수일 수 있습니다. 먼저 exp로 양수로 만드세요.
    """
    return z / np.sum(z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_is_a_sigmoid(z):
    """You return the sigmoid of each score; the rows do not sum to 1.

    Divide exp(z) by the sum of the exponentials of its row.

    ko: 각 점수의 시그모이드를 돌려주어서 행의 합이 1이 아닙니다.

    exp(z)를 그 행의 지수 값들의 합으로 나누세요.
    """
    return right.sigmoid(z)


@misconception("softmax")
def softmax_without_the_sum(z):
    """You return the exponentials; the division by their sum is missing.

    Divide each row by its own sum.

    ko: 지수 값을 그대로 돌려줍니다. 합으로 나누지 않았습니다.

    각 행을 그 행의 합으로 나누세요.
    """
    return np.exp(z - np.max(z, axis=1, keepdims=True))


@misconception("softmax")
def softmax_changes_its_argument(z):
    """You change the scores in place: the caller's array is changed.

    z -= ... changes the array itself; z = z - ... makes a new one.

    ko: 점수 배열 자체를 바꾸어서 호출한 쪽의 배열이 바뀝니다.

    z -= ...은 배열 자체를 바꾸고, z = z - ...은 새 배열을 만듭니다.
    """
    z -= np.max(z, axis=1, keepdims=True)
    return right.softmax(z)


@misconception("softmax")
def softmax_in_float32(z):
    """You work in float32, which keeps only 7 digits.

    Leave the numbers in float64, as they come.

    ko: 유효 숫자가 7자리뿐인 float32로 계산합니다.

    입력된 그대로 float64로 두세요.
    """
    return right.softmax(z).astype(np.float32)


@misconception("softmax")
def softmax_of_probabilities(z):
    """You put the scores through a sigmoid first; the softmax takes the scores themselves.

    Leave out the sigmoid: exp(z) over the sum of its row.

    ko: 점수에 먼저 시그모이드를 적용했습니다. 소프트맥스는 점수를 그대로 받습니다.

    시그모이드 없이 exp(z)를 그 행의 합으로 나누세요.
    """
    return right.softmax(right.sigmoid(z))
