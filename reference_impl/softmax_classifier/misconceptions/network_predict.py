"""Known ways to get predictions and accuracy of the network wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.softmax_classifier import reference as right


@misconception("MultiClassNetwork")
class predict_across_samples:
    """You look for the largest score across the samples (axis=0), not across the classes.

    Rows are samples: np.argmax(..., axis=1).

    ko: 클래스가 아니라 샘플 사이에서(axis=0) 가장 큰 점수를 찾습니다.

    행이 샘플이므로 np.argmax(..., axis=1)을 쓰세요.
    """

    def predict(self, x):
        return np.argmax(self.forpass(x), axis=0)


@misconception("MultiClassNetwork")
class predict_the_least_probable:
    """You return the least probable class.

    np.argmax, not np.argmin.

    ko: 확률이 가장 낮은 클래스를 돌려줍니다.

    np.argmin이 아니라 np.argmax입니다.
    """

    def predict(self, x):
        return np.argmin(self.forpass(x), axis=1)


@misconception("MultiClassNetwork")
class predict_gives_the_score:
    """You return the largest score itself; the number of its class is wanted.

    np.max gives the value, np.argmax its place.

    ko: 가장 큰 점수 자체를 돌려줍니다. 그 클래스의 번호가 필요합니다.

    np.max는 값을, np.argmax는 그 위치를 줍니다.
    """

    def predict(self, x):
        return np.max(self.forpass(x), axis=1)


@misconception("MultiClassNetwork")
class predict_gives_probabilities:
    """predict returns the probabilities of all classes; the number of one class is wanted.

    Take the place of the largest in each row: np.argmax(..., axis=1).

    ko: predict가 모든 클래스의 확률을 돌려줍니다. 클래스 번호 하나가 필요합니다.

    np.argmax(..., axis=1)로 행마다 가장 큰 값의 위치를 구하세요.
    """

    def predict(self, x):
        return right.softmax(self.forpass(x))


@misconception("MultiClassNetwork")
class predict_gives_a_column:
    """predict returns a column; the class numbers form a flat array (m,).

    np.argmax(..., axis=1) is flat by itself.

    ko: predict가 열을 돌려줍니다. 클래스 번호는 1차원 배열 (m,)이어야 합니다.

    np.argmax(..., axis=1)의 결과는 그대로 1차원입니다.
    """

    def predict(self, x):
        return super().predict(x).reshape(-1, 1)


@misconception("MultiClassNetwork")
class score_of_one_hot_labels:
    """You compare class numbers with one-hot rows.

    Turn the labels into class numbers first: np.argmax(y, axis=1).

    ko: 클래스 번호를 원-핫 행과 비교합니다.

    먼저 np.argmax(y, axis=1)로 정답을 클래스 번호로 바꾸세요.
    """

    def score(self, x, y):
        return np.mean(self.predict(x).reshape(-1, 1) == y)
