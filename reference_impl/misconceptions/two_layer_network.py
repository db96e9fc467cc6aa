"""Known ways to get the network with one hidden layer and one output wrong."""

import numpy as np

from reference_impl import two_layer_network as right
from reference_impl.misconceptions import misconception, style
from reference_impl.misconceptions._hidden_layer import *  # noqa: F403


@misconception("MSEcost")
def cost_without_a_half(A2, Y):
    """The ½ is missing, as in the lecture's code; its formula has it.

    Divide by 2m. Without the ½ the slope is no longer the error itself, but twice that.

    ko: 강의 코드처럼 ½이 빠졌습니다. 강의의 수식에는 있습니다.

    2m으로 나누세요. ½이 없으면 기울기가 오차 자체가 아니라 그 두 배가 됩니다.
    """
    return 2 * right.MSEcost(A2, Y)


@misconception("MSEcost")
def cost_is_a_sum(A2, Y):
    """You add up the cost of all samples, but do not divide by m.

    Columns are samples: m is Y.shape[1].

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    열이 샘플이므로 m은 Y.shape[1]입니다.
    """
    return right.MSEcost(A2, Y) * Y.shape[1]


@misconception("MSEcost")
def cost_over_rows(A2, Y):
    """You divide by the number of rows; columns are samples here.

    m is Y.shape[1]; len(Y) counts the outputs.

    ko: 행의 수로 나누었습니다. 여기서는 열이 샘플입니다.

    m은 Y.shape[1]입니다. len(Y)는 출력의 수입니다.
    """
    return right.MSEcost(A2, Y) * Y.shape[1] / len(Y)


@misconception("MSEcost")
def cost_over_all_entries(A2, Y):
    """You take the mean over all entries; the outputs of a sample are added up.

    Sum over everything and divide by 2m alone.

    ko: 모든 원소의 평균을 구했습니다. 한 샘플의 출력들은 더합니다.

    전부 더한 다음 2m으로만 나누세요.
    """
    return right.MSEcost(A2, Y) / len(Y)


@misconception("MSEcost")
def cost_without_square(A2, Y):
    """The square is missing: errors of opposite signs cancel.

    (y - y_hat)².

    ko: 제곱이 빠져서 부호가 반대인 오차가 서로 지워집니다.

    (y - y_hat)²입니다.
    """
    return np.sum(Y - A2) / (2 * Y.shape[1])


@misconception("MSEcost")
def cost_with_a_root(A2, Y):
    """You take the square root at the end; none belongs there.

    E is half the mean squared error itself.

    ko: 마지막에 제곱근을 구했습니다. 제곱근은 없습니다.

    E는 평균 제곱 오차의 절반 자체입니다.
    """
    return np.sqrt(right.MSEcost(A2, Y))


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


NAMES = ("w1", "b1", "w2", "b2")


def _train(network, x, y, names=NAMES, rate=1.0):
    """Make a step and return the probabilities before it."""
    a = network.activation(network.forpass(x))
    for name, gradient in zip(NAMES, network.backprop(x, a - y), strict=True):
        if name in names:
            setattr(network, name, getattr(network, name) - rate * gradient)
    return a


@misconception("DualLayer")
class training_goes_uphill:
    """The step goes uphill: you add the gradients, or the error is y - a.

    Subtract the gradients, and make the error a - y.

    ko: 기울기를 더하거나 오차를 y - a로 구해서 비용이 커지는 쪽으로 갑니다.

    기울기를 빼고, 오차는 a - y로 구하세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, rate=-1.0)


@misconception("DualLayer")
class training_learns_slowly:
    """You multiply the gradients by a small learning rate; here it is 1.

    Each weight minus its gradient, with nothing in front of it.

    ko: 기울기에 작은 학습률을 곱했습니다. 여기서 학습률은 1입니다.

    기울기 앞에 아무것도 곱하지 말고 빼세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, rate=0.1)


@misconception("DualLayer")
class training_forgets_the_biases:
    """Neither bias is ever updated.

    Each step changes all four: w1, b1, w2 and b2.

    ko: 두 절편이 한 번도 바뀌지 않습니다.

    w1, b1, w2, b2를 모두 바꾸세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, names=("w1", "w2"))


@misconception("DualLayer")
class training_forgets_the_hidden_layer:
    """Only the output layer learns: w1 and b1 stay as they were.

    Each step changes all four: w1, b1, w2 and b2.

    ko: 출력층만 학습합니다. w1과 b1이 처음 그대로입니다.

    w1, b1, w2, b2를 모두 바꾸세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, names=("w2", "b2"))


@misconception("DualLayer")
class training_hidden_error_from_moved_weights:
    """You move the output layer first and take the hidden layer's error from the moved w2.

    All four gradients belong to one forward pass: compute them all, then make all steps.

    ko: 출력층을 먼저 바꾸고, 바뀐 w2로 은닉층의 오차를 구합니다.

    네 기울기는 같은 순전파에서 나옵니다. 모두 구한 다음 모두 바꾸세요.
    """

    def training(self, x, y, m):
        a = self.activation(self.forpass(x))
        _, _, w2_grad, b2_grad = self.backprop(x, a - y)
        self.w2, self.b2 = self.w2 - w2_grad, self.b2 - b2_grad
        w1_grad, b1_grad, _, _ = self.backprop(x, a - y)
        self.w1, self.b1 = self.w1 - w1_grad, self.b1 - b1_grad
        return a


@misconception("DualLayer")
class training_returns_after_the_step:
    """You return the probabilities after the step; those before it are wanted.

    Keep the a of the forward pass that made the step.

    ko: 가중치를 바꾼 뒤의 확률을 돌려줍니다. 바꾸기 전의 확률이어야 합니다.

    가중치를 바꾸는 데 쓴 순전파의 a를 돌려주세요.
    """

    def training(self, x, y, m):
        _train(self, x, y)
        return self.activation(self.forpass(x))


@misconception("DualLayer")
class fit_starts_anew_each_epoch:
    """init_weights stands inside the loop: nothing is learned.

    Call it once, before the loop.

    ko: init_weights가 반복문 안에 있어서 아무것도 배우지 못합니다.

    반복문 앞에서 한 번만 부르세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            super().fit(x, y, 1)


@misconception("DualLayer")
class fit_stops_an_epoch_early:
    """You train one epoch too few.

    range(epochs) has epochs rounds; range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 epochs번 돌고 range(1, epochs)는 한 번 적게 돕니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs - 1)


@misconception("DualLayer")
class losses_are_sums:
    """losses holds the sum over the samples; here it must hold the mean.

    Divide by m.

    ko: losses에 샘플에 대한 합이 들어 있습니다. 여기서는 평균이 들어가야 합니다.

    m으로 나누세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = [loss * len(x) for loss in self.losses]


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


@style("RandomInitNetwork")
class DrawsByAGenerator:
    """Draws the weights from the new kind of generator."""

    def init_weights(self, n_features):
        rng = np.random.default_rng(self.seed)
        self.w1, self.b1 = rng.normal(size=(n_features, self.units)), np.zeros(self.units)
        self.w2, self.b2 = rng.normal(size=(self.units, 1)), 0.0


@misconception("compare_losses")
def compare_with_less(ones, random, goal):
    """A loss equal to the goal does not count for you; it does: at most, <=.

    np.less_equal, not np.less.

    ko: 목표와 같은 손실을 세지 않았습니다. 이하(<=)이므로 세어야 합니다.

    np.less가 아니라 np.less_equal입니다.
    """
    below = np.nextafter(goal, -np.inf)
    return tuple(right.compare_losses(ones, random, below))


@misconception("compare_losses")
def compare_from_one(ones, random, goal):
    """You count the epochs from 1; they count from 0.

    The index of the loss in the list is the number of its epoch.

    ko: 에포크를 1부터 셌습니다. 0부터 세어야 합니다.

    리스트에서 손실의 인덱스가 에포크 번호입니다.
    """
    found = right.compare_losses(ones, random, goal)
    return tuple(each + 1 if each >= 0 else each for each in found)


@misconception("compare_losses")
def compare_first_time_below(ones, random, goal):
    """Your third result is the first epoch in which random is below, not the one for good.

    Later epochs must all be below as well: look at the curves from the end.

    ko: 셋째 결과가 끝까지 아래에 있기 시작한 에포크가 아니라 처음 아래로 내려간 에포크입니다.

    그 뒤의 모든 에포크에서도 아래여야 합니다. 곡선을 끝에서부터 보세요.
    """
    below = np.less(random, ones)
    lead = int(np.argmax(below)) if below.any() else -1
    return *right.compare_losses(ones, random, goal)[:2], lead


@misconception("compare_losses")
def compare_zero_for_never(ones, random, goal):
    """You answer 0 where there is no such epoch; the answer is -1 there.

    np.argmax gives 0 if nothing is True: ask np.any first.

    ko: 그런 에포크가 없을 때 0이라고 답합니다. -1이어야 합니다.

    np.argmax는 True가 없으면 0을 줍니다. 먼저 np.any로 확인하세요.
    """
    return tuple(max(each, 0) for each in right.compare_losses(ones, random, goal))


@misconception("compare_losses")
def compare_swapped(ones, random, goal):
    """The two curves have changed places.

    First ones, then random; the lead is random's.

    ko: 두 곡선이 뒤바뀌었습니다.

    ones가 먼저이고 random이 다음이며, 앞서는 쪽은 random입니다.
    """
    return tuple(right.compare_losses(random, ones, goal))
