"""Known ways to get weights, scores and gradients of the network wrong."""

import numpy as np

from autograder.misconceptions import misconception, style
from reference_impl.softmax_classifier import reference as right


@style("MultiClassNetwork")
class SeedsTheGlobalGenerator:
    """Draws the weights as the lecture does."""

    def init_weights(self, n_features, n_classes):
        np.random.seed(self.seed)
        self.w1 = np.random.normal(0, 1, (n_features, self.units))
        self.b1 = np.zeros(self.units)
        self.w2 = np.random.normal(0, 1, (self.units, n_classes))
        self.b2 = np.zeros(n_classes)


@style("MultiClassNetwork")
class DrawsTheOutputFirst:
    """Draws w2 before w1."""

    def init_weights(self, n_features, n_classes):
        rng = np.random.default_rng(self.seed)
        self.w2 = rng.normal(0, 1, (self.units, n_classes))
        self.b2 = np.zeros(n_classes)
        self.w1 = rng.normal(0, 1, (n_features, self.units))
        self.b1 = np.zeros(self.units)


@misconception("MultiClassNetwork")
class init_without_the_seed:
    """The initial weights do not follow the seed: they are the same for every seed.

    Seed the generator with self.seed, not with a fixed number.

    ko: 초기 가중치가 시드를 따르지 않고 어떤 시드에서나 같습니다.

    정해진 수가 아니라 self.seed로 생성기의 시드를 정하세요.
    """

    def init_weights(self, n_features, n_classes):
        given, self.seed = self.seed, 0
        super().init_weights(n_features, n_classes)
        self.seed = given


@misconception("MultiClassNetwork")
class init_uniformly:
    """The initial weights are uniform between 0 and 1; they must be normal, N(0, 1).

    Use normal or standard_normal, not random or rand.

    ko: 초기 가중치가 0과 1 사이의 균등 분포입니다. 정규 분포 N(0, 1)이어야 합니다.

    random이나 rand가 아니라 normal이나 standard_normal을 쓰세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        rng = np.random.default_rng(self.seed)
        self.w1 = rng.random(self.w1.shape)
        self.w2 = rng.random(self.w2.shape)


@misconception("MultiClassNetwork")
class init_with_zeros:
    """All initial weights are 0: all hidden units stay alike for ever.

    Draw w1 and w2 at random; only the biases start at 0.

    ko: 초기 가중치가 모두 0이어서 은닉 뉴런이 끝까지 똑같습니다.

    w1과 w2는 무작위로 뽑고 절편만 0에서 시작하세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        self.w1, self.w2 = self.w1 * 0.0, self.w2 * 0.0


@misconception("MultiClassNetwork")
class init_with_ones:
    """All initial weights are 1: all hidden units stay alike for ever.

    Draw w1 and w2 at random.

    ko: 초기 가중치가 모두 1이어서 은닉 뉴런이 끝까지 똑같습니다.

    w1과 w2를 무작위로 뽑으세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        self.w1, self.w2 = self.w1 * 0.0 + 1.0, self.w2 * 0.0 + 1.0


@misconception("MultiClassNetwork")
class sigmoid_overflows:
    """The sigmoid's values are right, but exp(-z) overflows for scores far below 0.

    Clip z before you call exp.

    ko: 시그모이드의 값은 맞지만 점수가 0보다 아주 작으면 exp(-z)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 z를 제한하세요.
    """

    def sigmoid(self, z):
        return 1 / (1 + np.exp(-z))


@misconception("MultiClassNetwork")
class forpass_gives_probabilities:
    """forpass returns probabilities; it must return the scores, before softmax.

    softmax comes in fit.

    ko: forpass가 확률을 돌려줍니다. 소프트맥스를 거치기 전의 점수를 돌려주어야 합니다.

    softmax는 fit에서 적용합니다.
    """

    def forpass(self, x):
        return right.softmax(super().forpass(x))


@misconception("MultiClassNetwork")
class forpass_with_a_sigmoid_too_many:
    """You apply the sigmoid to the scores of the output as well.

    Only the hidden layer has one; softmax turns the scores into probabilities.

    ko: 출력층의 점수에도 시그모이드를 적용합니다.

    시그모이드는 은닉층에만 있습니다. 점수를 확률로 바꾸는 것은 softmax입니다.
    """

    def forpass(self, x):
        return self.sigmoid(super().forpass(x))


@misconception("MultiClassNetwork")
class output_bias_summed_over_classes:
    """b2_grad is summed over the classes as well, as the lecture prints it.

    There it is always about 0. Sum over the samples only, np.sum(err, axis=0) / m: one number for
    each class.

    ko: 강의에 적힌 대로 b2_grad를 클래스에 대해서도 더했습니다.

    그러면 항상 거의 0입니다. np.sum(err, axis=0) / m처럼 샘플에 대해서만 더하세요. 클래스마다 수
    하나입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, _ = super().backprop(x, err)
        return w1_grad, b1_grad, w2_grad, np.sum(err) / len(x)


@misconception("MultiClassNetwork")
class biases_kept_as_rows:
    """The gradients of the biases are rows (1, K); they must be flat.

    b1 and b2 are flat arrays, and so are their gradients: leave keepdims out.

    ko: 절편의 기울기가 (1, K) 모양의 행입니다. 1차원이어야 합니다.

    b1과 b2가 1차원 배열이므로 기울기도 그렇습니다. keepdims를 빼세요.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad, b1_grad.reshape(1, -1), w2_grad, b2_grad.reshape(1, -1)
