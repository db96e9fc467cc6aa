"""Known ways to get weights, scores and predictions of the network wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("DualLayer")
class init_with_zeros:
    """The weights start at 0; in DualLayer they start at 1.

    np.ones for w1 and w2, zeros for the biases.

    ko: 가중치가 0에서 시작합니다. DualLayer에서는 1에서 시작합니다.

    w1과 w2는 np.ones, 절편은 0입니다.
    """

    def init_weights(self, n_features):
        super().init_weights(n_features)
        self.w1, self.w2 = 0 * self.w1, 0 * self.w2


@misconception("DualLayer")
class activation_overflows:
    """The sigmoid's values are right, but exp(-z) overflows for scores far below 0.

    Clip z before you call exp.

    ko: 시그모이드의 값은 맞지만 점수가 0보다 아주 작으면 exp(-z)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 z를 제한하세요.
    """

    def activation(self, z):
        return 1 / (1 + np.exp(-z))


@misconception("DualLayer")
class forpass_gives_probabilities:
    """You return probabilities; forpass must return the scores z2.

    The output's sigmoid comes in training.

    ko: 확률을 돌려줍니다. forpass는 점수 z2를 돌려주어야 합니다.

    출력의 시그모이드는 training에서 적용합니다.
    """

    def forpass(self, x):
        return self.activation(super().forpass(x))


@misconception("DualLayer")
class output_bias_is_an_array:
    """The gradient of b2 is an array; it must be a single number.

    Sum over everything, without axis and without keepdims.

    ko: b2의 기울기가 배열입니다. 수 하나여야 합니다.

    axis와 keepdims 없이 전부 더하세요.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, _ = super().backprop(x, err)
        return w1_grad, b1_grad, w2_grad, np.sum(err, axis=0) / len(x)


@misconception("DualLayer")
class predict_compares_scores_with_a_half:
    """You compare the score with 0.5; a probability of ½ is a score of 0.

    Either z2 > 0, or the sigmoid of it > 0.5.

    ko: 점수를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z2 > 0 또는 그 시그모이드 > 0.5로 비교하세요.
    """

    def predict(self, x):
        return self.forpass(x) > 0.5


@misconception("DualLayer")
class predict_gives_numbers:
    """You return the numbers 0 and 1; predict must return True and False.

    A comparison gives True and False by itself: return it as it is.

    ko: 숫자 0과 1을 돌려줍니다. predict는 True와 False를 돌려주어야 합니다.

    비교하면 그대로 True와 False가 됩니다. 그 결과를 돌려주세요.
    """

    def predict(self, x):
        return super().predict(x).astype(int)


@misconception("DualLayer")
class score_of_flat_labels:
    """You compare a column of predictions with flat labels: that compares each with all.

    (m, 1) == (m,) gives an (m, m) matrix. Turn y into a column first: y.reshape(-1, 1).

    ko: 열인 예측을 1차원 정답과 비교해서 모든 쌍을 비교하게 됩니다.

    (m, 1) == (m,)의 결과는 (m, m) 행렬입니다. 먼저 y.reshape(-1, 1)로 y를 열로 만드세요.
    """

    def score(self, x, y):
        return np.mean(self.predict(x) == y)
