"""Visible checks of the network: values known by hand, properties, a modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient, wording
from autograder.i18n import Text

# the example of the docstrings: one feature, one hidden neuron, two classes
A0 = np.array([[2.0]])
W1, B1 = np.array([[3.0]]), np.array([[-6.0]])
W2, B2 = np.array([[4.0], [0.0]]), np.array([[np.log(3) - 2], [0.0]])
Y = np.array([[1.0], [0.0]])

FORWARD = ("Z1", "A1", "Z2", "A2")
GRADIENTS = ("dW1", "db1", "dW2", "db2")
CURVES = ("self_accuracy", "test_accuracy")
BACKPROP = "backprop(A0, Z1, A1, A2, Y, W2)"


@pytest.mark.task("g")
def test_g_by_hand(student):
    """The sigmoid of 0, ln 3 and -ln 3 is 1/2, 3/4 and 1/4.

    ko: 0, ln 3, -ln 3의 시그모이드는 1/2, 3/4, 1/4입니다.
    """
    x = np.array([0.0, np.log(3), -np.log(3)])
    expect.close(student.g(x), np.array([0.5, 0.75, 0.25]), what="g(x)", given={"x": x})


@pytest.mark.task("g")
def test_g_far_out(student):
    """For scores far from 0 the sigmoid is 0 or 1, without a warning.

    ko: 0에서 아주 먼 점수의 시그모이드는 경고 없이 0 또는 1이 됩니다.
    """
    x = np.array([[-1e4], [-1000.0], [1000.0], [1e4]])
    outcome = student.g.call(x)
    ends = np.array([[0.0], [0.0], [1.0], [1.0]])
    expect.close(outcome.value, ends, what="g(x)", given={"x": x})
    expect.quiet(outcome, what="g(x)", given={"x": x})


@pytest.mark.task("g_prime")
def test_slope_by_hand(student):
    """The slope at 0 is 1/4, and 3/16 at ln 3 and at -ln 3.

    ko: 기울기는 0에서 1/4이고, ln 3과 -ln 3에서 3/16입니다.
    """
    x = np.array([[0.0, np.log(3), -np.log(3)]])
    by_hand = np.array([[1 / 4, 3 / 16, 3 / 16]])
    expect.close(student.g_prime(x), by_hand, what="g_prime(x)", given={"x": x})


@pytest.mark.task("g_prime")
def test_slope_of_your_own_sigmoid(student, rng):
    """The slope agrees with your g, moved a little to either side.

    ko: 기울기가 g의 입력을 양쪽으로 조금씩 움직여 잰 값과 같습니다.
    """
    x = rng.normal(scale=2.0, size=(3, 4))
    slope = expect.of_kind(student.g_prime(x), x, what="g_prime(x)", given={"x": x})
    expect.close(slope, gradient.slope(student.g, x), what="g_prime(x)", given={"x": x}, rtol=1e-5)


@pytest.mark.task("softmax")
def test_softmax_by_hand(student):
    """The columns (0, ln 3) and (1, 1) become (1/4, 3/4) and (1/2, 1/2).

    ko: 열 (0, ln 3)과 (1, 1)은 (1/4, 3/4)과 (1/2, 1/2)이 됩니다.
    """
    Z = np.array([[0.0, 1.0], [np.log(3), 1.0]])
    by_hand = np.array([[0.25, 0.5], [0.75, 0.5]])
    expect.close(student.softmax(Z), by_hand, what="softmax(Z)", given={"Z": Z})


@pytest.mark.task("softmax")
def test_softmax_of_dog_cat_tiger(student):
    """Scores with the sigmoids 0.9, 0.8, 0.7 get 27/46, 12/46, 7/46: each column sums to 1.

    ko: 시그모이드가 0.9, 0.8, 0.7인 점수는 27/46, 12/46, 7/46이 되며, 각 열의 합은 1입니다.
    """
    # exp(score) = sigmoid / (1 - sigmoid): 9, 4, 7/3 in the first column, 1/9, 3/7, 1 in the second
    Z = np.log(np.array([[9.0, 1 / 9], [4.0, 3 / 7], [7 / 3, 1.0]]))
    by_hand = np.array([[27 / 46, 7 / 97], [12 / 46, 27 / 97], [7 / 46, 63 / 97]])
    expect.close(student.softmax(Z), by_hand, what="softmax(Z)", given={"Z": Z})


@pytest.mark.task("softmax")
def test_softmax_of_large_scores(student):
    """Scores of thousands are no trouble: no warning, nothing but finite numbers.

    ko: 점수가 수천이어도 경고 없이 유한한 수만 나옵니다.
    """
    Z = np.array([[1000.0, -5000.0, 3.0], [0.0, -5000.0, 3.0 + np.log(3)]])
    outcome = student.softmax.call(Z)
    by_hand = np.array([[1.0, 0.5, 0.25], [0.0, 0.5, 0.75]])
    expect.close(outcome.value, by_hand, what="softmax(Z)", given={"Z": Z})
    expect.quiet(outcome, what="softmax(Z)", given={"Z": Z})


@pytest.mark.task("CEcost")
def test_cost_by_hand(student):
    """Right classes with probabilities 1/2 and 1/4 cost (log 2 + log 4) / 2.

    ko: 정답 클래스의 확률이 1/2과 1/4이면 비용은 (log 2 + log 4) / 2입니다.
    """
    A2, labels = np.array([[0.5, 0.5], [0.25, 0.25], [0.25, 0.25]]), np.eye(3)[:, :2]
    cost, by_hand = student.CEcost(A2, labels), 1.5 * np.log(2)
    expect.close(cost, by_hand, what="CEcost(A2, Y)", given={"A2": A2, "Y": labels}, m=2)


@pytest.mark.task("CEcost")
def test_cost_of_a_guess(student):
    """Who gives each of 10 digits the probability 1/10 pays ln 10, whatever the labels are.

    ko: 숫자 10개에 모두 확률 1/10을 주면 정답이 무엇이든 비용은 ln 10입니다.
    """
    A2, labels = np.full((10, 4), 0.1), np.eye(10)[:, [7, 0, 0, 9]]
    cost = student.CEcost(A2, labels)
    expect.close(cost, np.log(10), what="CEcost(A2, Y)", given={"A2": A2, "Y": labels}, m=4)


@pytest.mark.task("CEcost")
def test_cost_of_certainty(student):
    """Probability 0 for the right class costs 10 ln 10, as 1e-10 does, without a warning.

    ko: 정답 클래스의 확률이 0이면 비용은 1e-10일 때와 같은 10 ln 10이며, 경고가 없습니다.
    """
    A2, labels = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[1.0, 1.0], [0.0, 0.0]])
    outcome, given = student.CEcost.call(A2, labels), {"A2": A2, "Y": labels}
    # the other sample, told with certainty, costs nothing
    expect.close(outcome.value, 5 * np.log(10), what="CEcost(A2, Y)", given=given, m=2)
    expect.quiet(outcome, what="CEcost(A2, Y)", given=given)


@pytest.mark.task("forpass")
def test_forpass_by_hand(student):
    """The smallest network gives the four results that were worked out by hand.

    ko: 가장 작은 신경망의 네 결과가 손으로 계산한 값과 같습니다.
    """
    call, given = "forpass(A0, W1, b1, W2, b2)", example()
    Z1, A1, Z2, A2 = expect.results(student.forpass(A0, W1, B1, W2, B2), FORWARD, what=call)
    expect.close(Z1, np.array([[0.0]]), what="Z1", given=given)
    expect.close(A1, np.array([[0.5]]), what="A1", given=given)
    expect.close(Z2, np.array([[np.log(3)], [0.0]]), what="Z2", given=given)
    expect.close(A2, np.array([[0.75], [0.25]]), what="A2", given=given)


@pytest.mark.task("forpass")
def test_forpass_keeps_samples_apart(student, rng):
    """Three samples at once give the same as each of them alone.

    ko: 샘플 세 개를 한꺼번에 넣은 결과가 하나씩 넣은 결과와 같습니다.
    """
    samples, weights = rng.normal(size=(4, 3)), random_weights(rng)
    call, given = "forpass(A0, W1, b1, W2, b2)", {"A0": samples} | weights
    together = expect.results(student.forpass(samples, *weights.values()), FORWARD, what=call)
    alone = [
        expect.results(student.forpass(column, *weights.values()), FORWARD, what=call)
        for column in np.split(samples, 3, axis=1)
    ]
    for result, (name, rows) in enumerate(zip(FORWARD, (5, 5, 3, 3), strict=True)):
        columns = [
            expect.of_kind(results[result], np.empty((rows, 1)), what=name, given=given)
            for results in alone
        ]
        expect.close(together[result], np.hstack(columns), what=name, given=given)
    scores = weights["W1"] @ samples + weights["b1"]
    expect.close(together[0], scores, what=FORWARD[0], given=given)


@pytest.mark.task("backprop")
def test_backprop_by_hand(student):
    """One sample gives the four gradients that were worked out by hand.

    ko: 샘플 하나의 기울기 네 개가 손으로 계산한 값과 같습니다.
    """
    Z1, A1, A2 = np.array([[0.0]]), np.array([[0.5]]), np.array([[0.75], [0.25]])
    given = {"A0": A0, "Z1": Z1, "A1": A1, "A2": A2, "Y": Y, "W2": W2}
    found = gradients_of(student, *given.values())
    expect.close(found["W2"], np.array([[-0.125], [0.125]]), what="dW2", given=given)
    expect.close(found["b2"], np.array([[-0.25], [0.25]]), what="db2", given=given)
    expect.close(found["W1"], np.array([[-0.5]]), what="dW1", given=given)
    expect.close(found["b1"], np.array([[-0.25]]), what="db1", given=given)


@pytest.mark.task("backprop")
@pytest.mark.parametrize("m", [1, 6])
def test_backprop_is_a_slope(student, rng, m):
    """The gradients have the right shapes and are the slopes of your own cost, for any m.

    ko: 샘플이 몇 개든 기울기의 모양이 맞고, 직접 작성한 비용을 수치 미분한 값과 같습니다.
    """
    samples, weights = rng.normal(size=(4, m)), random_weights(rng)
    labels = np.eye(3)[:, rng.integers(3, size=m)]
    # shapes do not depend on the numbers: this much needs no forpass
    Z1, A1, A2 = rng.normal(size=(5, m)), rng.uniform(size=(5, m)), rng.uniform(size=(3, m))
    shaped = gradients_of(student, samples, Z1, A1, A2, labels, weights["W2"])
    for name, theta in weights.items():
        expect.of_kind(shaped[name], theta, what=f"d{name}")

    def cost(theta):
        return float(student.CEcost(student.forpass(samples, *theta.values())[3], labels))

    Z1, A1, _Z2, A2 = student.forpass(samples, *weights.values())
    found = gradients_of(student, samples, Z1, A1, A2, labels, weights["W2"])
    gradient.check(cost, weights, found, rng=rng, what=BACKPROP, m=m, called="d{}", own=True)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_one_sample_by_hand(student):
    """One sample with eta = 1 makes the step that was worked out by hand.

    ko: eta = 1로 샘플 하나를 학습하면 손으로 계산한 만큼 한 걸음 움직입니다.
    """
    network, given = example_network(student), example() | {"X": A0, "y": np.array([0])}
    network.fit(A0, np.array([0]))
    (cost,) = numbers(network.cost_, 1, "network.cost_")
    expect.close(cost, np.log(4 / 3), what="network.cost_[0]", given=given)
    expect.close(network.W2, np.array([[4.125], [-0.125]]), what="network.W2", given=given)
    b2 = np.array([[np.log(3) - 1.75], [-0.25]])
    expect.close(network.b2, b2, what="network.b2", given=given)
    expect.close(network.W1, np.array([[3.5]]), what="network.W1", given=given)
    expect.close(network.b1, np.array([[-5.75]]), what="network.b1", given=given)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_two_samples_are_two_steps(student, rng):
    """Two samples at once make the same two steps as one after the other in two calls.

    ko: 샘플 두 개를 한 번에 학습해도 한 개씩 두 번에 나누어 학습한 것과 똑같이 두 걸음 움직입니다.
    """
    X, y, weights = rng.normal(size=(2, 4)), np.array([2, 0]), random_weights(rng)
    at_once, in_turn = small_network(student, weights), small_network(student, weights)
    at_once.fit(X, y)
    in_turn.fit(X[:1], y[:1])
    in_turn.fit(X[1:], y[1:])
    given = {"X": X, "y": y} | weights
    for name in ("W2", "b2", "W1", "b1"):
        what = f"network.{name}"
        wanted = expect.of_kind(getattr(in_turn, name), weights[name], what=what, given=given)
        expect.close(getattr(at_once, name), wanted, what=what, given=given)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_one_cost_a_sample(student, rng):
    """Three epochs over five samples leave 15 costs.

    ko: 샘플 다섯 개를 세 에포크 학습하면 비용이 15개 남습니다.
    """
    network = student.LogisticNeuron_stochastic(4, 6, 3, eta=0.1, epochs=3, seed=0)
    network.fit(rng.normal(size=(5, 4)), np.array([0, 2, 1, 0, 2]))
    costs = numbers(network.cost_, 15, "network.cost_")
    expect.finite(costs, what="network.cost_")


@pytest.mark.task("LogisticNeuron_stochastic")
def test_predict_and_evaluate_by_hand(student):
    """The smallest network says class 0 for x = 5 and class 1 for x = -5; 3 of 4 labels fit.

    ko: 가장 작은 신경망은 x = 5를 클래스 0, x = -5를 클래스 1로 보고, 정답 4개 중 3개를 맞힙니다.
    """
    X, y = np.array([[5.0], [-5.0], [6.0], [7.0]]), np.array([0, 1, 1, 0])
    network, given = example_network(student), example() | {"X": X}
    predicted = network.predict(X)
    expect.equal(
        predicted, np.array([0, 1, 0, 0]), what="network.predict(X)", given=given, kinds="iu"
    )
    given |= {"y": y}
    expect.close(network.evaluate(X, y), 0.75, what="network.evaluate(X, y)", given=given)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_digits_are_read(student, data):
    """After one epoch with eta = 0.1 at least 70 % of new digits are read right.

    ko: eta = 0.1로 한 에포크를 학습하면 새 숫자의 70 % 이상을 바르게 읽습니다.
    """
    n_x = data.X_train.array.shape[1]
    network = student.LogisticNeuron_stochastic(n_x, 100, 10, eta=0.1, epochs=1, seed=1)
    network.fit(data.X_train, data.y_train)
    predicted, what = network.predict(data.X_test), "network.predict(X_test)"
    expect.of_kind(predicted, data.y_test, what=what, kinds="iu")
    expect.at_least(np.mean(predicted == data.y_test), 0.7, what=f"np.mean({what} == y_test)")


@pytest.mark.task("accuracy_curve")
def test_curve_has_a_point_an_epoch(student, rng):
    """Four epochs give four accuracies a curve, and the last are those of the trained network.

    ko: 네 에포크를 학습하면 곡선마다 정확도가 네 개이고, 마지막 값은 학습을 마친 뒤의 정확도입니다.
    """
    X, y = rng.normal(size=(30, 4)), rng.integers(3, size=30)
    network = student.LogisticNeuron_stochastic(4, 6, 3, eta=0.3, epochs=4, seed=0)
    own, new = expect.results(
        student.accuracy_curve(network, X[:20], y[:20], X[20:], y[20:]),
        CURVES,
        what="accuracy_curve(network, X, y, X_test, y_test)",
    )
    on_own, on_new = numbers(own, 4, "self_accuracy"), numbers(new, 4, "test_accuracy")
    expect.close(on_own[-1], network.evaluate(X[:20], y[:20]), what="self_accuracy[-1]")
    expect.close(on_new[-1], network.evaluate(X[20:], y[20:]), what="test_accuracy[-1]")


@pytest.mark.task("accuracy_curve")
def test_curve_trains_once(student, rng):
    """The network sees each sample once an epoch: four epochs over 20 samples leave 80 costs.

    ko: 에포크마다 샘플을 한 번씩만 보므로, 샘플 20개를 네 에포크 학습하면 비용이 80개 남습니다.
    """
    X, y = rng.normal(size=(20, 4)), rng.integers(3, size=20)
    network = student.LogisticNeuron_stochastic(4, 6, 3, eta=0.3, epochs=4, seed=0)
    student.accuracy_curve(network, X, y, X, y)
    expect.equal(len(network.cost_), 80, what="len(network.cost_)")


def example():
    """Return the docstrings' network by name, for the message."""
    return {"A0": A0, "W1": W1, "b1": B1, "W2": W2, "b2": B2}


def example_network(student):
    """Return the docstrings' network, with a learning rate of 1 and for one epoch."""
    network = student.LogisticNeuron_stochastic(1, 1, 2, eta=1.0, epochs=1)
    network.W1, network.b1, network.W2, network.b2 = W1, B1, W2, B2
    return network


def small_network(student, weights):
    """Return a network with these weights, for one epoch."""
    network = student.LogisticNeuron_stochastic(4, 5, 3, eta=0.5, epochs=1)
    for name, value in weights.items():
        setattr(network, name, value)
    return network


def numbers(values, count, what):
    """Return a student's list of so many numbers as an array."""
    listed = isinstance(values, list | tuple) and len(values) == count
    yours = wording.describe(values)
    wanted = Text(
        en=f"must be a list of {count} numbers; yours is {yours}.",
        ko=f"수 {count}개의 리스트여야 합니다. 받은 것: {yours}.",
    )
    expect.that(listed, wanted, what=what)
    return np.array(values, dtype=float)


def gradients_of(student, *arguments):
    """Return a student's four gradients by the names of what they belong to."""
    found = expect.results(student.backprop(*arguments), GRADIENTS, what=BACKPROP)
    return dict(zip(("W1", "b1", "W2", "b2"), found, strict=True))


def random_weights(rng, n_x=4, n_h=5, n_y=3):
    """Return weights and biases by name, in the order in which forpass takes them."""
    return {
        "W1": rng.normal(size=(n_h, n_x)),
        "b1": rng.normal(size=(n_h, 1)),
        "W2": rng.normal(size=(n_y, n_h)),
        "b2": rng.normal(size=(n_y, 1)),
    }
