"""Known ways to get scores, predictions and accuracy of the layer wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as right


@misconception("SingleLayer")
class forpass_without_bias:
    """The scores lack the bias.

    z = x w + b: add self.b in forpass.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = x w + b입니다. forpass에서 self.b를 더하세요.
    """

    def forpass(self, x):
        return np.dot(x, self.w)


@misconception("SingleLayer")
class forpass_gives_probabilities:
    """forpass returns probabilities; it must return the scores z.

    The sigmoid comes afterwards, in activation.

    ko: forpass가 확률을 돌려줍니다. 점수 z를 돌려주어야 합니다.

    시그모이드는 그다음에 activation에서 적용합니다.
    """

    def forpass(self, x):
        return right.sigmoid(np.dot(x, self.w) + self.b)


@misconception("SingleLayer")
class activation_missing:
    """activation returns the scores as they are.

    Apply your sigmoid.

    ko: activation이 점수를 그대로 돌려줍니다.

    직접 만든 sigmoid를 적용하세요.
    """

    def activation(self, z):
        return z


@misconception("SingleLayer")
class predict_compares_scores_with_a_half:
    """You compare the score z with 0.5; a probability of ½ is a score of 0.

    Either z > 0, or sigmoid(z) > 0.5.

    ko: 점수 z를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z > 0 또는 sigmoid(z) > 0.5로 비교하세요.
    """

    def predict(self, x):
        return self.forpass(x) > 0.5


@misconception("SingleLayer")
class predict_compares_probabilities_with_zero:
    """You compare a probability with 0: everything is predicted True.

    Either sigmoid(z) > 0.5, or z > 0.

    ko: 확률을 0과 비교해서 모든 예측이 True가 됩니다.

    sigmoid(z) > 0.5 또는 z > 0으로 비교하세요.
    """

    def predict(self, x):
        return self.activation(self.forpass(x)) > 0


@misconception("SingleLayer")
class predict_gives_the_other_class:
    """You predict True where class 0 is the more probable one.

    True stands for class 1, that is z > 0.

    ko: 클래스 0의 확률이 더 높은 곳을 True로 예측합니다.

    True는 클래스 1, 곧 z > 0을 뜻합니다.
    """

    def predict(self, x):
        return self.forpass(x) < 0


@misconception("SingleLayer")
class predict_gives_numbers:
    """predict returns the numbers 0 and 1; it must return True and False.

    A comparison gives True and False by itself: return it as it is.

    ko: predict가 숫자 0과 1을 돌려줍니다. True와 False를 돌려주어야 합니다.

    비교하면 그대로 True와 False가 됩니다. 그 결과를 돌려주세요.
    """

    def predict(self, x):
        return super().predict(x).astype(int)


@misconception("SingleLayer")
class predict_gives_probabilities:
    """predict returns probabilities; it must decide: True or False.

    Compare: z > 0.

    ko: predict가 확률을 돌려줍니다. True 또는 False로 판정해야 합니다.

    z > 0으로 비교하세요.
    """

    def predict(self, x):
        return self.activation(self.forpass(x))


@misconception("SingleLayer")
class predict_is_flat:
    """predict returns a flat array; it must be a column (m, 1).

    forpass gives a column: compare it as it is, without ravel or [:, 0].

    ko: predict가 1차원 배열을 돌려줍니다. 열 (m, 1)이어야 합니다.

    forpass가 열을 주므로 ravel이나 [:, 0] 없이 그대로 비교하세요.
    """

    def predict(self, x):
        return super().predict(x)[:, 0]


@misconception("SingleLayer")
class score_of_flat_labels:
    """You compare a column of predictions with flat labels: that compares each with all.

    (m, 1) == (m,) gives an (m, m) matrix. Turn y into a column first: y.reshape(-1, 1).

    ko: 열인 예측을 1차원 정답과 비교해서 모든 쌍을 비교하게 됩니다.

    (m, 1) == (m,)의 결과는 (m, m) 행렬입니다. 먼저 y.reshape(-1, 1)로 y를 열로 만드세요.
    """

    def score(self, x, y):
        return np.mean(self.predict(x) == y)


@misconception("SingleLayer")
class score_is_a_count:
    """score returns how many labels are right; it must return their share.

    Divide by the number of samples, or take np.mean.

    ko: score가 맞힌 개수를 돌려줍니다. 비율을 돌려주어야 합니다.

    샘플 수로 나누거나 np.mean을 쓰세요.
    """

    def score(self, x, y):
        return super().score(x, y) * len(x)


@misconception("SingleLayer")
class score_in_percent:
    """score returns percent; it must return a number between 0 and 1.

    Leave out the factor 100.

    ko: score가 퍼센트를 돌려줍니다. 0과 1 사이의 수여야 합니다.

    100을 곱하지 마세요.
    """

    def score(self, x, y):
        return super().score(x, y) * 100


@misconception("SingleLayer")
class score_of_the_errors:
    """score returns the share that is wrong.

    Count where prediction and label are equal: ==, not !=.

    ko: score가 틀린 비율을 돌려줍니다.

    예측과 정답이 같은(==) 것을 세세요. !=가 아닙니다.
    """

    def score(self, x, y):
        return 1 - super().score(x, y)
