"""Known ways to get the predictions wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


@misconception("predict")
def predict_gives_probabilities(W, b, X):
    """You return probabilities; predict must decide: 0 or 1.

    Compare with 0.5.

    ko: predict가 확률을 돌려줍니다. 0 또는 1로 판정해야 합니다.

    0.5와 비교하세요.
    """
    return sigmoid(np.dot(W.T, X) + b)


@misconception("predict")
def predict_compares_scores_with_a_half(W, b, X):
    """You compare the score z with 0.5; a probability of ½ is a score of 0.

    Either z > 0, or sigmoid(z) > 0.5.

    ko: 점수 z를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z > 0 또는 sigmoid(z) > 0.5로 비교하세요.
    """
    return (np.dot(W.T, X) + b > 0.5).astype(int)


@misconception("predict")
def predict_compares_probabilities_with_zero(W, b, X):
    """You compare a probability with 0: everything is predicted 1.

    Either sigmoid(z) > 0.5, or z > 0.

    ko: 확률을 0과 비교해서 모든 예측이 1이 됩니다.

    sigmoid(z) > 0.5 또는 z > 0으로 비교하세요.
    """
    return (sigmoid(np.dot(W.T, X) + b) > 0).astype(int)


@misconception("predict")
def predict_without_bias(W, b, X):
    """The scores lack the bias.

    z = W.T x + b.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = W.T x + b입니다.
    """
    return (np.dot(W.T, X) > 0).astype(int)


@misconception("predict")
def predict_in_a_column(W, b, X):
    """Your predictions are a column; samples are columns, so they form a row (1, m).

    W.T X is (1, m) by itself.

    ko: 예측이 열입니다. 샘플이 열이므로 예측은 행 (1, m)입니다.

    W.T X는 그대로 (1, m)입니다.
    """
    return (np.dot(X.T, W) + b > 0).astype(int)
