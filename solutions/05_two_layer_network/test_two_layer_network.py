"""Visible checks of the two-layer network: values known by hand, properties, a modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.i18n import Text

# two samples, two features, two units: the sigmoids are 1/2, 3/4, 1/4 and 1/2
X = np.eye(2)
W1 = np.array([[-np.log(3), np.log(3)], [-2 * np.log(3), 0.0]])
B1 = np.array([np.log(3), 0.0])
A1 = np.array([[0.5, 0.75], [0.25, 0.5]])
W2 = np.array([[4.0], [-2.0]])
B2 = 0.5
Z2 = np.array([[1.0], [0.5]])
ERR = np.array([[0.5], [-0.25]])

NETWORK = {"x": X, "w1": W1, "b1": B1, "w2": W2, "b2": B2}
SAME_WEIGHTS = Text(
    en="seeds 3 and 4 give the same weights. Use self.seed as the seed.",
    ko="시드 3과 4에서 같은 가중치가 나옵니다. self.seed를 시드로 쓰세요.",
)
GRADIENTS = ("w1_grad", "b1_grad", "w2_grad", "b2_grad")


def set_weights(network, w1, b1, w2, b2):
    """Give a network these weights, and return it."""
    network.w1, network.b1, network.w2, network.b2 = w1, b1, w2, b2
    return network


@pytest.mark.task("MSEcost")
def test_squared_error_by_hand(student):
    """Four samples with errors of 0.5, 0.25, 0 and 0 cost (0.25 + 0.0625) / 2 / 4.

    ko: 오차가 0.5, 0.25, 0, 0인 샘플 네 개의 비용은 (0.25 + 0.0625) / 2 / 4입니다.
    """
    A2, Y = np.array([[0.5, 0.25, 0.0, 1.0]]), np.array([[1, 0, 0, 1]])
    cost = student.MSEcost(A2, Y)
    expect.close(cost, 0.3125 / 2 / 4, what="MSEcost(A2, Y)", given={"A2": A2, "Y": Y}, m=4)


@pytest.mark.task("MSEcost")
def test_squared_error_of_three_outputs(student):
    """Outputs are added up and samples averaged: three errors of 1 for each sample cost 3/2.

    ko: 출력은 더하고 샘플은 평균을 냅니다. 샘플마다 오차 1이 세 개면 비용은 3/2입니다.
    """
    A2, Y = np.zeros((3, 4)), np.ones((3, 4))
    cost = student.MSEcost(A2, Y)
    expect.close(cost, 1.5, what="MSEcost(A2, Y)", given={"A2": A2, "Y": Y}, m=4)


@pytest.mark.task("MSEcost")
def test_slope_of_the_squared_error(student, rng):
    """The slope of the cost in the direction U is the sum of (A2 - Y) / m * U: no factor 2.

    ko: U 방향으로 잰 비용의 기울기는 (A2 - Y) / m * U의 합이며, 2가 곱해지지 않습니다.
    """
    A2, Y, U = rng.normal(size=(3, 2, 5))
    # a central difference is exact for a square
    slope = (student.MSEcost(A2 + U, Y) - student.MSEcost(A2 - U, Y)) / 2
    call = "(MSEcost(A2 + U, Y) - MSEcost(A2 - U, Y)) / 2"
    given = {"A2": A2, "Y": Y, "U": U}
    expect.close(slope, np.sum((A2 - Y) / 5 * U), what=call, given=given, m=5)


@pytest.mark.task("DualLayer")
def test_start_at_one(student):
    """The network has 10 units unless told otherwise, and starts at weights 1 and biases 0.

    ko: 따로 정하지 않으면 은닉 뉴런은 10개이고, 가중치는 1, 절편은 0에서 시작합니다.
    """
    network, given = student.DualLayer(), {"n_features": 3}
    network.init_weights(3)
    expect.close(network.w1, np.ones((3, 10)), what="network.w1", given=given)
    expect.close(network.b1, np.zeros(10), what="network.b1", given=given)
    expect.close(network.w2, np.ones((10, 1)), what="network.w2", given=given)
    expect.equal(network.b2, 0, what="network.b2", given=given, kinds="iuf")


@pytest.mark.task("DualLayer")
def test_activation_by_hand(student):
    """The activation of 0, ln 3 and -ln 3 is 1/2, 3/4 and 1/4; far out it is 0 or 1.

    ko: 0, ln 3, -ln 3의 활성화 값은 1/2, 3/4, 1/4이고, 아주 먼 점수에서는 경고 없이 0이나 1입니다.
    """
    z = np.array([0.0, np.log(3), -np.log(3), 1e4, -1e4])
    outcome = student.DualLayer().activation.call(z)
    call, expected = "network.activation(z)", np.array([0.5, 0.75, 0.25, 1.0, 0.0])
    expect.close(outcome.value, expected, what=call, given={"z": z})
    expect.quiet(outcome, what=call, given={"z": z})


@pytest.mark.task("DualLayer")
def test_forpass_by_hand(student):
    """Two samples give the scores that were worked out by hand, and a1 is kept.

    ko: 샘플 두 개의 점수가 손으로 계산한 값과 같고, 은닉층의 출력은 a1에 남습니다.
    """
    network = set_weights(student.DualLayer(units=2), W1, B1, W2, B2)
    expect.close(network.forpass(X), Z2, what="network.forpass(x)", given=NETWORK)
    expect.close(network.a1, A1, what="network.a1", given=NETWORK)


@pytest.mark.task("DualLayer")
def test_backprop_by_hand(student):
    """Two samples give the four gradients that were worked out by hand.

    ko: 샘플 두 개로 구한 기울기 네 개가 손으로 계산한 값과 같습니다.
    """
    network = set_weights(student.DualLayer(units=2), W1, B1, W2, B2)
    network.forpass(X)
    grads = expect.results(network.backprop(X, ERR), GRADIENTS, what="network.backprop(x, err)")
    w1_grad, b1_grad, w2_grad, b2_grad = grads
    given = NETWORK | {"err": ERR}
    expect.close(b2_grad, 0.125, what="b2_grad", given=given, m=2)
    expect.close(w2_grad, np.array([[0.09375], [0.125]]), what="w2_grad", given=given, m=2)
    expect.close(b1_grad, np.array([0.15625, -0.03125]), what="b1_grad", given=given, m=2)
    expected = np.array([[0.25, -0.09375], [-0.09375, 0.0625]])
    expect.close(w1_grad, expected, what="w1_grad", given=given, m=2)


@pytest.mark.task("DualLayer")
def test_backprop_is_a_slope(student, rng):
    """The four gradients are the slopes of the mean cross-entropy of your own forpass.

    ko: 기울기 네 개가 여러분의 forpass로 계산한 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    expect_slope(student.DualLayer(units=4), rng)


def expect_slope(network, rng):
    """Expect the gradients of a network of 4 units to be the slopes of the cost."""
    x, y = rng.normal(size=(6, 3)), rng.permutation([[0], [1]] * 3)
    w1, b1, w2 = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=(4, 1))
    parameters = {"w1": w1, "b1": b1, "w2": w2, "b2": rng.normal()}

    def cost(theta):
        z2 = set_weights(network, theta["w1"], theta["b1"], theta["w2"], theta["b2"]).forpass(x)
        return float(np.mean(np.logaddexp(0, z2) - y * z2))

    a = network.activation(set_weights(network, **parameters).forpass(x))
    call = "network.backprop(x, a - y)"
    grads = expect.results(network.backprop(x, a - y), GRADIENTS, what=call)
    named = dict(zip(parameters, grads, strict=True))
    gradient.check(cost, parameters, named, rng=rng, what=call, m=6, own=True)


@pytest.mark.task("DualLayer")
def test_one_step_by_hand(student):
    """One step of training returns the probabilities before it, and moves all four parameters.

    ko: training 한 걸음은 걸음 전의 확률을 돌려주고, 네 매개변수를 모두 바꿉니다.
    """
    x, y = np.ones((2, 1)), np.array([[1], [1]])
    zero, four = np.array([[0.0]]), np.array([[4.0]])
    # z1 = 0, a1 = 1/2, z2 = 4/2 - 2 = 0, a = 1/2: the error is -1/2 for both samples
    network = set_weights(student.DualLayer(units=1), zero, zero[0], four, -2.0)
    given = {"x": x, "y": y, "w1": zero, "b1": zero[0], "w2": four, "b2": -2.0}
    a = network.training(x, y, 2)
    expect.close(a, np.full((2, 1), 0.5), what="network.training(x, y, m)", given=given)
    expect.close(network.b2, -1.5, what="network.b2", given=given)
    expect.close(network.w2, np.array([[4.25]]), what="network.w2", given=given)
    expect.close(network.b1, np.array([0.5]), what="network.b1", given=given)
    expect.close(network.w1, np.array([[0.5]]), what="network.w1", given=given)


@pytest.mark.task("DualLayer")
def test_first_loss_by_hand(student):
    """The first loss of two samples is the mean that was worked out by hand.

    ko: 샘플 두 개의 첫 손실이 손으로 계산한 평균과 같습니다.
    """
    x, y = np.zeros((2, 1)), np.array([1, 0])
    network, given = student.DualLayer(units=2), {"x": x, "y": y}
    network.fit(x, y, epochs=1)
    (loss,) = expect.results(network.losses, ["losses[0]"], what="network.losses")
    by_hand = (np.log(1 + np.exp(-1)) + np.log(1 + np.e)) / 2
    expect.close(loss, by_hand, what="network.losses[0]", given=given, m=2)


@pytest.mark.task("DualLayer", needs=["test_backprop_is_a_slope"])
def test_one_loss_an_epoch(student, data):
    """100 epochs are the default, leave 100 losses, and the last is smaller than the first.

    ko: 기본값은 100 에포크이고 손실이 100개 남으며, 마지막 손실이 첫 손실보다 작습니다.
    """
    network = student.DualLayer()
    network.fit(data.X_train_scaled, data.y_train)
    losses = network.losses
    expect.equal(np.size(losses), 100, what="len(network.losses)")
    expect.finite(losses[0], what="network.losses[0]")
    expect.less(losses[-1], float(losses[0]), what="network.losses[-1]")


@pytest.mark.task("DualLayer")
def test_predict_and_score_by_hand(student):
    """Scores of 1, 0.2, -1 and -3 are predicted True, True, False, False; 3 of 4 labels fit.

    ko: 점수 1, 0.2, -1, -3은 True, True, False, False로 예측하고, 정답 4개 중 3개가 맞습니다.
    """
    # a1 is 1, 4/5, 1/2 and 0
    x, y = np.array([[1e3], [np.log(4)], [0.0], [-1e3]]), np.array([1, 1, 0, 1])
    one, four = np.array([[1.0]]), np.array([[4.0]])
    network = set_weights(student.DualLayer(units=1), one, np.zeros(1), four, -3.0)
    given = {"x": x, "y": y, "w1": one, "b1": np.zeros(1), "w2": four, "b2": -3.0}
    predicted = np.array([[True], [True], [False], [False]])
    expect.equal(network.predict(x), predicted, what="network.predict(x)", given=given, kinds="b")
    expect.close(network.score(x, y), 0.75, what="network.score(x, y)", given=given)


@pytest.mark.task("DualLayer", needs=["test_backprop_is_a_slope"])
def test_accuracy_on_breast_cancer(student, data):
    """100 epochs on the scaled data tell at least 80 % of new tumours right.

    ko: 스케일을 맞춘 데이터로 100 에포크를 학습하면 새 종양의 80 % 이상을 맞힙니다.
    """
    network = student.DualLayer()
    network.fit(data.X_train_scaled, data.y_train, epochs=100)
    predicted = network.predict(data.X_test_scaled)
    labels = data.y_test.reshape(-1, 1) == 1
    expect.of_kind(predicted, labels, what="network.predict(X_test_scaled)")
    accuracy = "np.mean(network.predict(X_test_scaled) == y_test)"
    # a right answer reaches 0.877; mistakes reach 0.85 with short steps, else 0.59 at most
    expect.at_least(np.mean(predicted == labels), 0.8, what=accuracy)


@pytest.mark.task("RandomInitNetwork")
def test_random_start_has_the_right_shapes(student):
    """The random weights have the shapes of the ones in DualLayer, and the biases are 0.

    ko: 무작위 가중치의 모양은 DualLayer의 가중치와 같고, 절편은 0입니다.
    """
    network, given = student.RandomInitNetwork(units=4), {"n_features": 3, "units": 4}
    network.init_weights(3)
    expect.of_kind(network.w1, np.zeros((3, 4)), what="network.w1", given=given)
    expect.of_kind(network.w2, np.zeros((4, 1)), what="network.w2", given=given)
    expect.close(network.b1, np.zeros(4), what="network.b1", given=given)
    expect.equal(network.b2, 0, what="network.b2", given=given, kinds="iuf")


@pytest.mark.task("RandomInitNetwork")
def test_seed_decides_the_start(student, rng):
    """The same seed gives the same weights each time, another seed gives others.

    ko: 시드가 같으면 늘 같은 가중치가 나오고, 시드가 다르면 다른 가중치가 나옵니다.
    """
    seed = int(rng.integers(2**31))
    network, again = student.RandomInitNetwork(seed=seed), student.RandomInitNetwork(seed=seed)
    other = student.RandomInitNetwork(seed=seed + 1)
    network.init_weights(5)
    again.init_weights(5)
    other.init_weights(5)
    given = {"seed": seed, "n_features": 5}
    expect.close(again.w1, network.w1, what="again.w1", given=given)
    expect.close(again.w2, network.w2, what="again.w2", given=given)
    expect.that(not np.array_equal(other.w1, network.w1), SAME_WEIGHTS, what="RandomInitNetwork")


@pytest.mark.task("RandomInitNetwork")
def test_spread_of_the_start(student):
    """The 5000 weights of 100 features and 50 units have mean 0 and standard deviation 1.

    ko: 특성 100개, 뉴런 50개일 때 가중치 5000개의 평균은 0, 표준 편차는 1입니다.
    """
    network, given = student.RandomInitNetwork(units=50), {"n_features": 100, "units": 50}
    network.init_weights(100)
    w1 = expect.of_kind(network.w1, np.zeros((100, 50)), what="network.w1", given=given)
    # five standard errors of 5000 draws: 5 / sqrt(5000) and 5 / sqrt(2 * 5000)
    expect.close(np.mean(w1), 0.0, what="np.mean(network.w1)", given=given, atol=0.071)
    expect.close(np.std(w1), 1.0, what="np.std(network.w1)", given=given, atol=0.05)


@pytest.mark.task("RandomInitNetwork", weight=0)
def test_gradient_of_a_random_start(student, rng):
    """The gradients inherited from DualLayer are right: the points for that are there.

    ko: DualLayer에서 물려받은 기울기가 맞습니다. 배점은 DualLayer에 있습니다.
    """
    network = student.RandomInitNetwork(units=4)
    network.init_weights(3)
    expect_slope(network, rng)


@pytest.mark.task("RandomInitNetwork", needs=["test_gradient_of_a_random_start"])
def test_random_start_learns_sooner(student, data):
    """After 100 epochs the random start has a smaller loss than the start at one.

    ko: 100 에포크 뒤에는 무작위로 시작한 쪽이 1에서 시작한 쪽보다 손실이 작습니다.
    """
    ones, random = student.DualLayer(), student.RandomInitNetwork()
    # fit belongs to DualLayer: without a start of its own this task is not even begun
    random.init_weights(30)
    ones.fit(data.X_train_scaled, data.y_train)
    random.fit(data.X_train_scaled, data.y_train)
    expect.less(random.losses[-1], float(ones.losses[-1]), what="random.losses[-1]")


def expect_epochs(student, ones, random, goal, expected):
    """Expect these three epochs of a comparison."""
    names = ("ones_epoch", "random_epoch", "lead")
    given = {"ones": ones, "random": random, "goal": goal}
    epochs = student.compare_losses(ones, random, goal)
    epochs = expect.results(epochs, names, what="compare_losses(ones, random, goal)")
    expect.equal(epochs[0], expected[0], what="ones_epoch", given=given, kinds="iu")
    expect.equal(epochs[1], expected[1], what="random_epoch", given=given, kinds="iu")
    expect.equal(epochs[2], expected[2], what="lead", given=given, kinds="iu")


@pytest.mark.task("compare_losses")
def test_curves_by_hand(student):
    """Two short curves that rise again and cross are compared as on paper, epochs from 0.

    ko: 다시 오르고 서로 엇갈리는 두 곡선을 비교한 결과가 종이에 적은 것과 같습니다.
        에포크는 0부터 셉니다.
    """
    ones, random = [5.0, 3.0, 4.0, 2.0, 1.5], [6.0, 3.5, 2.5, 2.6, 0.5]
    expect_epochs(student, ones, random, 3.0, (1, 2, 4))


@pytest.mark.task("compare_losses")
def test_goal_out_of_reach(student):
    """A goal that a curve does not reach gives -1; one that it has at once gives 0.

    ko: 곡선이 목표에 닿지 못하면 -1, 처음부터 닿아 있으면 0입니다.
    """
    expect_epochs(student, [4.0, 3.0, 2.5], [2.0, 1.5, 1.0], 2.0, (-1, 0, 0))


@pytest.mark.task("compare_losses")
def test_equal_is_not_below(student):
    """Who ends level with the other is not below for good: lead is -1.

    ko: 마지막에 값이 같아지면 끝까지 더 작은 것이 아니므로 lead는 -1입니다.
    """
    expect_epochs(student, [3.0, 2.0, 1.0], [2.0, 1.5, 1.0], 1.0, (2, 2, -1))
