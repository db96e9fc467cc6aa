"""Visible checks of logistic regression: values known by hand, properties, a modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient

X = np.array([[1.0, 2.0], [3.0, 4.0]])
ERR = np.array([[0.5], [-0.25]])


@pytest.mark.task("sigmoid")
def test_sigmoid_by_hand(student):
    """The sigmoid of 0, ln 3 and -ln 3 is 1/2, 3/4 and 1/4.

    ko: 0, ln 3, -ln 3의 시그모이드는 1/2, 3/4, 1/4입니다.
    """
    z = np.array([0.0, np.log(3), -np.log(3)])
    expect.close(student.sigmoid(z), np.array([0.5, 0.75, 0.25]), what="sigmoid(z)", given={"z": z})


@pytest.mark.task("sigmoid")
def test_sigmoid_is_symmetric(student, rng):
    """The sigmoid of -z is 1 minus the sigmoid of z, for a matrix of scores as well.

    ko: -z의 시그모이드는 1에서 z의 시그모이드를 뺀 값이며, 점수가 행렬이어도 같습니다.
    """
    z = rng.normal(size=(4, 3))
    positive, negative = student.sigmoid(z), student.sigmoid(-z)
    expect.of_kind(positive, z, what="sigmoid(z)", given={"z": z})
    expect.close(negative, 1 - positive, what="sigmoid(-z)", given={"z": z})


@pytest.mark.task("sigmoid")
def test_sigmoid_far_out(student):
    """For scores far from 0 the sigmoid is 0 or 1, without a warning.

    ko: 0에서 아주 먼 점수의 시그모이드는 경고 없이 0 또는 1이 됩니다.
    """
    z = np.array([-1e4, -1000.0, 1e4])
    outcome = student.sigmoid.call(z)
    expect.close(outcome.value, np.array([0.0, 0.0, 1.0]), what="sigmoid(z)", given={"z": z})
    expect.quiet(outcome, what="sigmoid(z)", given={"z": z})


@pytest.mark.task("CEcost")
def test_cost_by_hand(student):
    """For a = (0.5, 0.25) and y = (1, 0) the cost is -(log 0.5 + log 0.75) / 2.

    ko: a = (0.5, 0.25), y = (1, 0)일 때 비용은 -(log 0.5 + log 0.75) / 2입니다.
    """
    a, y = np.array([0.5, 0.25]), np.array([1, 0])
    cost = student.CEcost(a, y)
    by_hand = -(np.log(0.5) + np.log(0.75)) / 2
    expect.close(cost, by_hand, what="CEcost(a, y)", given={"a": a, "y": y}, m=2)


@pytest.mark.task("CEcost")
def test_cost_of_a_guess(student):
    """Who answers 0.5 for each of 8 samples pays ln 2, and columns give one number too.

    ko: 샘플 8개에 모두 0.5라고 답하면 비용은 ln 2이며, 열 벡터를 넣어도 수 하나가 나옵니다.
    """
    a, y = np.full((8, 1), 0.5), np.array([[0], [1], [0], [0]] * 2)
    cost = student.CEcost(a, y)
    expect.close(cost, np.log(2), what="CEcost(a, y)", given={"a": a, "y": y}, m=8)


@pytest.mark.task("CEcost")
def test_cost_of_certainty(student):
    """The cost stays finite, without a warning, where a is exactly 0 or 1.

    ko: a가 정확히 0이나 1이어도 비용은 경고 없이 유한합니다.
    """
    a, y = np.array([0.0, 1.0, 0.0, 1.0, 1.0]), np.array([0, 1, 1, 0, 0])
    outcome = student.CEcost.call(a, y)
    by_hand = -3 * np.log(1e-10) / 5
    expect.close(outcome.value, by_hand, what="CEcost(a, y)", given={"a": a, "y": y}, m=5)
    expect.quiet(outcome, what="CEcost(a, y)", given={"a": a, "y": y})


@pytest.mark.task("backprop")
def test_backprop_by_hand(student):
    """Two samples with two features give the gradient that was worked out by hand.

    ko: 특성이 두 개인 샘플 두 개의 기울기가 손으로 계산한 값과 같습니다.
    """
    call, given = "backprop(X, err)", {"X": X, "err": ERR}
    w_grad, b_grad = expect.results(student.backprop(X, ERR), ("w_grad", "b_grad"), what=call)
    expect.close(w_grad, np.array([[-0.125], [0.0]]), what="w_grad", given=given, m=2)
    expect.close(b_grad, 0.125, what="b_grad", given=given, m=2)


@pytest.mark.task("backprop")
def test_backprop_of_flat_errors(student):
    """A flat array of errors gives a flat gradient of the weights.

    ko: 오차가 1차원 배열이면 가중치의 기울기도 1차원 배열입니다.
    """
    err = ERR[:, 0]
    call, given = "backprop(X, err)", {"X": X, "err": err}
    w_grad, b_grad = expect.results(student.backprop(X, err), ("w_grad", "b_grad"), what=call)
    expect.close(w_grad, np.array([-0.125, 0.0]), what="w_grad", given=given, m=2)
    expect.close(b_grad, 0.125, what="b_grad", given=given, m=2)


@pytest.mark.task("backprop")
def test_backprop_is_a_slope(student, rng):
    """With err = z - y the gradient is the slope of half the mean squared error.

    ko: err = z - y이면 이 기울기는 평균 제곱 오차 절반의 기울기와 같습니다.
    """
    # backprop sees err alone: the linear neuron's gradient has the same form, and its cost
    # needs neither sigmoid nor CEcost
    x, y = rng.normal(size=(6, 3)), rng.normal(size=(6, 1))
    parameters = {"w": rng.normal(size=(3, 1)), "b": rng.normal()}

    def cost(theta):
        return 0.5 * np.mean((x @ theta["w"] + theta["b"] - y) ** 2)

    err = x @ parameters["w"] + parameters["b"] - y
    call = "backprop(X, err)"
    w_grad, b_grad = expect.results(student.backprop(x, err), ("w_grad", "b_grad"), what=call)
    gradient.check(cost, parameters, {"w": w_grad, "b": b_grad}, rng=rng, what=call, m=6)


@pytest.mark.task("SingleLayer")
def test_forpass_by_hand(student):
    """The scores of two samples are the weighted sums plus the bias, in a column.

    ko: 두 샘플의 점수는 가중합에 절편을 더한 값이며, 열 벡터로 나옵니다.
    """
    layer = student.SingleLayer()
    layer.w, layer.b = np.array([[3.0], [-1.0]]), 0.5
    given = {"x": X, "w": np.array([[3.0], [-1.0]]), "b": 0.5}
    expect.close(layer.forpass(X), np.array([[1.5], [5.5]]), what="layer.forpass(x)", given=given)


@pytest.mark.task("SingleLayer")
def test_first_epoch_by_hand(student):
    """One epoch on two samples gives the weight, bias and loss that were worked out by hand.

    ko: 샘플 두 개로 한 에포크를 학습하면 가중치, 절편, 손실이 손으로 계산한 값과 같습니다.
    """
    x, y = np.array([[1.0], [-1.0]]), np.array([1, 1])
    layer, given = student.SingleLayer(), {"x": x, "y": y}
    layer.fit(x, y, epochs=1)
    (loss,) = expect.results(layer.losses, ["losses[0]"], what="layer.losses")
    by_hand = np.log(1 + np.exp(-1)) + np.log(1 + np.e)
    expect.close(loss, by_hand, what="layer.losses[0]", given=given, m=2)
    expect.close(layer.w, np.array([[0.5 + 1 / (1 + np.e)]]), what="layer.w", given=given)
    expect.close(layer.b, 0.5, what="layer.b", given=given)


@pytest.mark.task("SingleLayer")
def test_one_loss_an_epoch(student, data):
    """100 epochs are the default, leave 100 losses, and the last is smaller than the first.

    ko: 기본값은 100 에포크이고 손실이 100개 남으며, 마지막 손실이 첫 손실보다 작습니다.
    """
    layer = student.SingleLayer()
    layer.fit(data.X_train_scaled, data.y_train)
    names = [f"losses[{epoch}]" for epoch in range(100)]
    losses = np.array(expect.results(layer.losses, names, what="layer.losses"))
    expect.of_kind(losses, np.zeros(100), what="np.array(layer.losses)")
    expect.less(losses[-1], losses[0], what="layer.losses[-1]")


@pytest.mark.task("SingleLayer")
def test_predict_and_score_by_hand(student):
    """Scores of 1, -1, 2 and -3 are predicted True, False, True, False; 3 of 4 labels fit.

    ko: 점수 1, -1, 2, -3은 True, False, True, False로 예측하고, 정답 4개 중 3개가 맞습니다.
    """
    x, y = np.array([[1.0], [-1.0], [2.0], [-3.0]]), np.array([1, 0, 1, 1])
    layer = student.SingleLayer()
    layer.w, layer.b = np.array([[1.0]]), 0.0
    predicted = np.array([[True], [False], [True], [False]])
    expect.equal(layer.predict(x), predicted, what="layer.predict(x)", given={"x": x}, kinds="b")
    expect.close(layer.score(x, y), 0.75, what="layer.score(x, y)", given={"x": x, "y": y})


@pytest.mark.task("SingleLayer")
def test_accuracy_on_breast_cancer(student, data):
    """100 epochs on the scaled data tell at least 90 % of new tumours right.

    ko: 스케일을 맞춘 데이터로 100 에포크를 학습하면 새 종양의 90 % 이상을 맞힙니다.
    """
    layer = student.SingleLayer()
    layer.fit(data.X_train_scaled, data.y_train, epochs=100)
    predicted = layer.predict(data.X_test_scaled)
    labels = data.y_test.reshape(-1, 1) == 1
    expect.of_kind(predicted, labels, what="layer.predict(X_test_scaled)", kinds="b")
    expect.at_least(
        np.mean(predicted == labels), 0.9, what="np.mean(layer.predict(X_test_scaled) == y_test)"
    )
