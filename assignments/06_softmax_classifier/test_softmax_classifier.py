"""Visible checks of the softmax classifier: values known by hand, properties, modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient

GRADIENTS = ("w1_grad", "b1_grad", "w2_grad", "b2_grad")


def tiny_network(student):
    """Return a network of one feature, one unit and two classes: class 0 where x > 0."""
    network = student.MultiClassNetwork(units=1)
    network.w1, network.b1 = np.array([[1.0]]), np.array([0.0])
    network.w2, network.b2 = np.array([[1.0, -1.0]]), np.array([0.0, 1.0])
    return network


@pytest.mark.task("softmax")
def test_softmax_by_hand(student):
    """The scores 0, ln 2 and ln 5 get the probabilities 1/8, 2/8 and 5/8.

    ko: 점수 0, ln 2, ln 5의 확률은 1/8, 2/8, 5/8입니다.
    """
    z = np.log([[1.0, 2.0, 5.0], [2.0, 1.0, 1.0]])
    expected = np.array([[0.125, 0.25, 0.625], [0.5, 0.25, 0.25]])
    expect.close(student.softmax(z), expected, what="softmax(z)", given={"z": z})


@pytest.mark.task("softmax")
def test_softmax_of_the_lecture(student):
    """The two examples of the lecture come out as there, to two decimals.

    ko: 강의의 두 예제가 소수점 둘째 자리까지 강의와 같게 나옵니다.
    """
    z = np.array([[2.20, 1.39, 0.85], [0.0, -1.39, -2.20]])
    printed = np.array([[0.59, 0.26, 0.15], [0.74, 0.18, 0.08]])
    probabilities = student.softmax(z)
    expect.close(probabilities, printed, what="softmax(z)", given={"z": z}, rtol=0, atol=0.005)


@pytest.mark.task("softmax")
def test_rows_are_distributions(student, rng):
    """Each row of the softmax sums to 1.

    ko: 소프트맥스의 각 행의 합은 1입니다.
    """
    z = rng.normal(size=(4, 5))
    probabilities = expect.of_kind(student.softmax(z), z, what="softmax(z)", given={"z": z})
    sums = probabilities.sum(axis=1)
    expect.close(sums, np.ones(4), what="softmax(z).sum(axis=1)", given={"z": z})


@pytest.mark.task("softmax")
def test_softmax_of_large_scores(student):
    """Scores as large as 10000 get finite probabilities, row by row, without a warning.

    ko: 점수가 10000만큼 커도 경고 없이 행마다 유한한 확률이 나옵니다.
    """
    z = np.array([[1e4, 1e4], [0.0, 0.0], [-1e4, -1e4], [1000.0, -1000.0]])
    expected = np.array([[0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [1.0, 0.0]])
    outcome = student.softmax.call(z)
    expect.close(outcome.value, expected, what="softmax(z)", given={"z": z})
    expect.quiet(outcome, what="softmax(z)", given={"z": z})


@pytest.mark.task("one_hot_encoding")
def test_one_hot_by_hand(student):
    """The labels 2, 0, 1 and 0 of three classes become the rows with a 1 in that column.

    ko: 클래스가 세 개일 때 정답 2, 0, 1, 0은 해당 열이 1인 행이 됩니다.
    """
    y = np.array([2, 0, 1, 0])
    expected = np.array([[0.0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]])
    encoded = student.one_hot_encoding(y, 3)
    given = {"y": y, "n_y": 3}
    expect.equal(encoded, expected, what="one_hot_encoding(y, n_y)", given=given, kinds="fiu")


@pytest.mark.task("one_hot_encoding")
def test_one_hot_of_absent_classes(student):
    """A class that no label names still has its column, of zeros.

    ko: 정답에 한 번도 나오지 않는 클래스에도 0으로 채운 열이 있습니다.
    """
    y = np.array([1, 1])
    expected = np.array([[0.0, 1, 0, 0], [0, 1, 0, 0]])
    encoded = student.one_hot_encoding(y, 4)
    given = {"y": y, "n_y": 4}
    expect.equal(encoded, expected, what="one_hot_encoding(y, n_y)", given=given, kinds="fiu")


@pytest.mark.task("CEcost")
def test_cost_by_hand(student):
    """Probabilities of 1/2 and 1/4 for the right classes of two samples cost 1.5 ln 2.

    ko: 두 샘플의 정답 클래스 확률이 1/2과 1/4이면 비용은 1.5 ln 2입니다.
    """
    A = np.array([[0.5, 0.25, 0.25], [0.25, 0.25, 0.5]])
    Y = np.array([[1.0, 0, 0], [0, 1, 0]])
    cost = student.CEcost(A, Y)
    expect.close(cost, 1.5 * np.log(2), what="CEcost(A, Y)", given={"A": A, "Y": Y}, m=2)


@pytest.mark.task("CEcost")
def test_cost_of_a_guess(student):
    """Who gives each of 5 classes the same probability pays ln 5.

    ko: 클래스 5개에 같은 확률을 주면 비용은 ln 5입니다.
    """
    A, Y = np.full((3, 5), 0.2), np.eye(5)[[4, 0, 2]]
    cost = student.CEcost(A, Y)
    expect.close(cost, np.log(5), what="CEcost(A, Y)", given={"A": A, "Y": Y}, m=3)


@pytest.mark.task("CEcost")
def test_cost_of_certainty(student):
    """The cost stays finite, without a warning, where probabilities are exactly 0 or 1.

    ko: 확률이 정확히 0이나 1이어도 비용은 경고 없이 유한합니다.
    """
    A, Y = np.array([[1.0, 0, 0], [0.5, 0.25, 0.25]]), np.array([[0.0, 1, 0], [1, 0, 0]])
    outcome = student.CEcost.call(A, Y)
    by_hand = -(np.log(1e-10) + np.log(0.5)) / 2
    expect.close(outcome.value, by_hand, what="CEcost(A, Y)", given={"A": A, "Y": Y}, m=2)
    expect.quiet(outcome, what="CEcost(A, Y)", given={"A": A, "Y": Y})


@pytest.mark.task("MultiClassNetwork")
def test_initial_weights(student):
    """The initial weights have the right shapes, zero biases, and repeat with the seed.

    ko: 초기 가중치의 모양이 맞고 절편은 0이며, 시드가 같으면 같은 값이 나옵니다.
    """
    network, twin = student.MultiClassNetwork(units=5), student.MultiClassNetwork(units=5)
    network.init_weights(3, 4)
    twin.init_weights(3, 4)
    expect.of_kind(network.w1, np.zeros((3, 5)), what="network.w1")
    expect.of_kind(network.w2, np.zeros((5, 4)), what="network.w2")
    expect.close(network.b1, np.zeros(5), what="network.b1")
    expect.close(network.b2, np.zeros(4), what="network.b2")
    expect.equal(twin.w1, network.w1, what="MultiClassNetwork(units=5).w1")


@pytest.mark.task("MultiClassNetwork")
def test_forpass_by_hand(student):
    """A hidden layer of 1/2 gives the scores that were worked out by hand.

    ko: 은닉층의 출력이 1/2일 때 점수가 손으로 계산한 값과 같습니다.
    """
    network = student.MultiClassNetwork(units=1)
    network.w1, network.b1 = np.array([[0.0]]), np.array([0.0])
    network.w2, network.b2 = np.array([[4.0, -2.0]]), np.array([1.0, 0.0])
    x = np.array([[2.0], [-3.0]])
    expected = np.array([[3.0, -1.0], [3.0, -1.0]])
    expect.close(network.forpass(x), expected, what="network.forpass(x)", given={"x": x})


@pytest.mark.task("MultiClassNetwork")
def test_backprop_is_a_slope(student, rng):
    """The gradient is the slope of the sum of err * scores over m, for any err.

    ko: 어떤 err에 대해서도 기울기는 err * 점수의 합을 m으로 나눈 값의 기울기와 같습니다.
    """
    # err is what the cost's slope is in the scores, so with err fixed this linear cost has the
    # very gradient that backprop gives; a wrong forpass is another check's business
    x, err = rng.normal(size=(6, 3)), rng.normal(size=(6, 4))
    weights = {
        "w1": rng.normal(size=(3, 5)),
        "b1": rng.normal(size=5),
        "w2": rng.normal(size=(5, 4)),
        "b2": rng.normal(size=4),
    }
    network = student.MultiClassNetwork(units=5)

    network.w1, network.b1, network.w2, network.b2 = weights.values()

    def hidden_layer(theta):
        return 1 / (1 + np.exp(-(x @ theta["w1"] + theta["b1"])))

    def cost(theta):
        return np.sum(err * (hidden_layer(theta) @ theta["w2"] + theta["b2"])) / 6

    network.forpass(x)
    network.a1 = hidden_layer(weights)
    call = "network.backprop(x, err)"
    gradients = dict(
        zip(weights, expect.results(network.backprop(x, err), GRADIENTS, what=call), strict=True)
    )
    gradient.check(cost, weights, gradients, rng=rng, what=call, m=6)


@pytest.mark.task("MultiClassNetwork")
def test_one_epoch_is_one_step(student, rng):
    """One epoch takes your own gradient once from each weight and bias, and notes your own cost.

    ko: 한 에포크는 가중치와 절편에서 직접 구한 기울기를 한 번 빼고 직접 구한 비용을 기록합니다.
    """
    x, y = rng.normal(size=(20, 3)), np.eye(4)[np.arange(20) % 4]
    start, network = student.MultiClassNetwork(units=5), student.MultiClassNetwork(units=5)
    start.init_weights(3, 4)
    scores = expect.of_kind(start.forpass(x), y, what="network.forpass(x)")
    probabilities = expect.of_kind(student.softmax(scores), y, what="softmax(network.forpass(x))")
    gradients = start.backprop(x, probabilities - y)
    w1_grad, b1_grad, w2_grad, b2_grad = expect.results(
        gradients, GRADIENTS, what="network.backprop(x, err)"
    )
    network.fit(x, y, epochs=1)
    (loss,) = expect.results(network.losses, ["losses[0]"], what="network.losses")
    expect.close(loss, student.CEcost(probabilities, y), what="network.losses[0]", m=20)
    expect.close(network.w1, start.w1 - w1_grad, what="network.w1")
    expect.close(network.b1, start.b1 - b1_grad, what="network.b1")
    expect.close(network.w2, start.w2 - w2_grad, what="network.w2")
    expect.close(network.b2, start.b2 - b2_grad, what="network.b2")


@pytest.mark.task("MultiClassNetwork", needs=["test_backprop_is_a_slope"])
def test_one_loss_an_epoch(student, rng):
    """30 epochs leave 30 losses, and the last is smaller than the first.

    ko: 30 에포크를 학습하면 손실이 30개 남고, 마지막 손실이 첫 손실보다 작습니다.
    """
    x, y = rng.normal(size=(20, 3)), np.eye(4)[np.arange(20) % 4]
    network = student.MultiClassNetwork(units=5)
    network.fit(x, y, epochs=30)
    names = [f"losses[{epoch}]" for epoch in range(30)]
    losses = np.array(expect.results(network.losses, names, what="network.losses"))
    expect.of_kind(losses, np.zeros(30), what="np.array(network.losses)")
    expect.less(losses[-1], losses[0], what="network.losses[-1]")


@pytest.mark.task("MultiClassNetwork")
def test_predict_and_score_by_hand(student):
    """A network that says class 0 where x > 0 predicts 0, 1, 0, 1; 3 of 4 labels fit.

    ko: x > 0이면 클래스 0이라고 답하는 신경망은 0, 1, 0, 1로 예측하고, 정답 4개 중 3개가 맞습니다.
    """
    x, y = np.array([[1.0], [-1.0], [2.0], [-3.0]]), np.eye(2)[[0, 1, 0, 0]]
    network = tiny_network(student)
    predicted = network.predict(x)
    expected = np.array([0, 1, 0, 1])
    expect.equal(predicted, expected, what="network.predict(x)", given={"x": x}, kinds="iu")
    expect.close(network.score(x, y), 0.75, what="network.score(x, y)", given={"x": x, "y": y})


@pytest.mark.task("MultiClassNetwork", needs=["test_backprop_is_a_slope"])
def test_accuracy_on_a_few_images(student, data):
    """50 epochs on 500 images tell at least 40 % of new digits right; guessing tells 10 %.

    ko: 이미지 500장으로 50 에포크를 학습하면 새 숫자의 40 % 이상을 맞힙니다. 찍으면 10 %입니다.
    """
    x, y = data.X_train.array[:500], np.eye(10)[data.y_train.array[:500]]
    network = student.MultiClassNetwork(units=50)
    network.fit(x, y, epochs=50)
    predicted = network.predict(data.X_test)
    expect.of_kind(predicted, data.y_test, what="network.predict(X_test)", kinds="iu")
    accuracy = np.mean(predicted == data.y_test)
    expect.at_least(accuracy, 0.4, what="np.mean(network.predict(X_test) == y_test)")
