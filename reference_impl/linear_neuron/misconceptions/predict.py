"""Known ways to get the prediction of all samples wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("predict")
def predict_without_bias(X, w, b):
    """The bias is missing.

    y_hat = X w + b.

    ko: 절편이 빠졌습니다.

    y_hat = X w + b입니다.
    """
    return np.dot(X, w)


@misconception("predict")
def predict_in_a_column(X, w, b):
    """Your predictions are a column; they must be flat, (N,).

    X (N, D) times w (D,) is flat by itself.

    ko: 예측이 열입니다. 1차원 (N,)이어야 합니다.

    X (N, D) 곱하기 w (D,)는 그대로 1차원입니다.
    """
    return (np.dot(X, w) + b).reshape(-1, 1)


@misconception("predict")
def predict_weighs_without_sum(X, w, b):
    """You multiply features and weights, but do not add the products up.

    * works entry by entry; @ or np.dot also sums over the features.

    ko: 특성과 가중치를 곱하기만 하고 더하지 않았습니다.

    *는 원소끼리 곱하고, @나 np.dot은 특성에 대해 더하기까지 합니다.
    """
    return X * w + b


@misconception("predict")
def predict_sums_everything(X, w, b):
    """You add up the products of all samples: one number comes out.

    Sum over the features only, axis=1: one prediction a sample.

    ko: 모든 샘플의 곱을 더해서 수 하나가 나옵니다.

    특성에 대해서만(axis=1) 더하세요. 샘플마다 예측 하나입니다.
    """
    return np.sum(X * w) + b
