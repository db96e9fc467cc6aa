"""Known ways to get the softmax of columns wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid
from reference_impl.stochastic_gradient_descent import reference as right


@misconception("softmax")
def softmax_of_the_whole_array(Z):
    """You take maximum and sum over the whole array, as the lecture's code does.

    Each column is a sample of its own: axis=0, keepdims=True. With one sample it goes unnoticed.

    ko: 강의 코드처럼 배열 전체의 최댓값과 합을 씁니다.

    열마다 샘플 하나입니다. axis=0, keepdims=True를 쓰세요. 샘플이 하나일 때는 드러나지 않습니다.
    """
    exp_Z = np.exp(Z - np.max(Z))
    return exp_Z / np.sum(exp_Z)


@misconception("softmax")
def softmax_of_rows(Z):
    """You sum along the rows; in this assignment a column is a sample.

    The sum runs over the classes, down each column: axis=0, keepdims=True.

    ko: 행을 따라 더합니다. 이 과제에서는 열이 샘플입니다.

    합은 각 열에서 클래스에 대해 구합니다. axis=0, keepdims=True를 쓰세요.
    """
    exp_Z = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return exp_Z / np.sum(exp_Z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_overflows(Z):
    """Your softmax is right for small scores, but exp overflows for large ones.

    Take the largest score of each column from the column first: the result stays the same.

    ko: 점수가 작으면 맞지만 크면 exp에서 오버플로가 납니다.

    먼저 각 열에서 그 열의 가장 큰 점수를 빼세요. 결과는 같습니다.
    """
    exp_Z = np.exp(Z)
    return exp_Z / np.sum(exp_Z, axis=0, keepdims=True)


@misconception("softmax")
def softmax_with_one_maximum(Z):
    """You take the largest score of the whole array; each column needs its own maximum.

    A column that lies far below becomes 0 / 0. Use Z.max(axis=0, keepdims=True).

    ko: 배열 전체의 최댓값을 뺍니다. 열마다 자기 최댓값을 빼야 합니다.

    훨씬 작은 점수로 된 열은 0 / 0이 됩니다. Z.max(axis=0, keepdims=True)를 쓰세요.
    """
    exp_Z = np.exp(Z - np.max(Z))
    return exp_Z / np.sum(exp_Z, axis=0, keepdims=True)


@misconception("softmax")
def softmax_of_probabilities(Z):
    """You put the scores through a sigmoid first; the softmax takes the scores themselves.

    Leave out the sigmoid: exp(Z) over the sum of its column.

    ko: 점수에 먼저 시그모이드를 적용했습니다. 소프트맥스는 점수를 그대로 받습니다.

    시그모이드 없이 exp(Z)를 그 열의 합으로 나누세요.
    """
    return right.softmax(sigmoid(Z))
