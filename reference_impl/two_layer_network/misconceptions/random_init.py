"""Other right ways to draw initial weights, and known ways to get them wrong."""

import numpy as np

from autograder.misconceptions import misconception, style


@style("RandomInitNetwork")
class DrawsByAGenerator:
    """Draws the weights from the new kind of generator."""

    def init_weights(self, n_features):
        rng = np.random.default_rng(self.seed)
        self.w1, self.b1 = rng.normal(size=(n_features, self.units)), np.zeros(self.units)
        self.w2, self.b2 = rng.normal(size=(self.units, 1)), 0.0


def _set(network, w1, w2):
    """Set the weights, and the biases to 0."""
    network.w1, network.b1, network.w2, network.b2 = w1, np.zeros(network.units), w2, 0.0


@misconception("RandomInitNetwork")
class start_of_ones:
    """The weights still start at 1.

    Draw them: rng.normal(0, 1, shape), with a generator made of self.seed.

    ko: 가중치가 여전히 1에서 시작합니다.

    self.seed로 만든 생성기로 rng.normal(0, 1, 모양)처럼 뽑으세요.
    """

    def init_weights(self, n_features):
        _set(self, np.ones((n_features, self.units)), np.ones((self.units, 1)))


@misconception("RandomInitNetwork")
class start_ignores_the_seed:
    """The seed of the network is ignored: every network starts from the same weights.

    Seed with self.seed, not with a fixed number.

    ko: 신경망의 시드를 쓰지 않아서 모든 신경망이 같은 가중치에서 시작합니다.

    정해 둔 수가 아니라 self.seed로 시드를 정하세요.
    """

    def init_weights(self, n_features):
        rng = np.random.RandomState(0)
        _set(self, rng.normal(size=(n_features, self.units)), rng.normal(size=(self.units, 1)))


@misconception("RandomInitNetwork")
class start_seeded_twice:
    """You seed before w2 again, so w2 holds the first numbers of w1 once more.

    Seed once, before w1, and draw w2 from the same generator.

    ko: w2 앞에서 시드를 다시 정해서 w2에 w1의 처음 수들이 되풀이됩니다.

    시드는 w1 앞에서 한 번만 정하고 w2도 같은 생성기로 뽑으세요.
    """

    def init_weights(self, n_features):
        w1 = np.random.RandomState(self.seed).normal(size=(n_features, self.units))
        _set(self, w1, np.random.RandomState(self.seed).normal(size=(self.units, 1)))


@misconception("RandomInitNetwork")
class start_of_equal_units:
    """All hidden units start with the same weights: you draw one number for each feature.

    Draw the whole matrix, shape (n_features, units). Units that start alike stay alike.

    ko: 특성마다 수를 하나씩만 뽑아서 은닉 뉴런이 모두 같은 가중치로 시작합니다.

    모양이 (n_features, units)인 행렬 전체를 뽑으세요. 똑같이 시작한 뉴런은 계속 똑같습니다.
    """

    def init_weights(self, n_features):
        rng = np.random.RandomState(self.seed)
        column = rng.normal(size=(n_features, 1))
        _set(self, np.repeat(column, self.units, axis=1), rng.normal(size=(self.units, 1)))


@misconception("RandomInitNetwork")
class start_of_positive_weights:
    """You draw from 0 to 1, all positive; the weights must come from N(0, 1).

    rng.normal, not rng.rand or rng.uniform.

    ko: 0과 1 사이에서 뽑아 모두 양수입니다. 가중치는 N(0, 1)에서 뽑아야 합니다.

    rng.rand나 rng.uniform이 아니라 rng.normal을 쓰세요.
    """

    def init_weights(self, n_features):
        rng = np.random.RandomState(self.seed)
        _set(self, rng.rand(n_features, self.units), rng.rand(self.units, 1))


@misconception("RandomInitNetwork")
class start_of_small_weights:
    """You multiply the weights by 0.01; here they keep the standard deviation 1.

    Leave what rng.normal gives as it is.

    ko: 가중치에 0.01을 곱했습니다. 여기서는 표준 편차가 1이어야 합니다.

    rng.normal이 준 값을 그대로 쓰세요.
    """

    def init_weights(self, n_features):
        rng = np.random.RandomState(self.seed)
        w1, w2 = rng.normal(size=(n_features, self.units)), rng.normal(size=(self.units, 1))
        _set(self, 0.01 * w1, 0.01 * w2)
