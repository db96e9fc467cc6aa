"""Visible checks of logistic regression: values known by hand, properties, a modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient

X = np.array([[1.0, 2.0], [3.0, 4.0]])
ERR = np.array([[0.5], [-0.25]])

# with these weights all samples have a score of 0
ON_THE_LINE = np.array([[1.0, 1.0], [4.0, 3.0], [-2.0, -1.0]])
W, B, ONES, LAM = np.array([[2.0], [-3.0]]), 1.0, np.array([1, 1, 1]), 0.2
REGULARISED = {"X": ON_THE_LINE, "y": ONES, "w": W, "b": B, "lam": LAM}

CHAIN = ("dJ_da", "da_dz", "dz_dw", "dJ_dw")
CHAIN_CALL = "derivative_chain(X, y, w, b)"

# document 002 prints this neuron, and how many of the tumours it tells right
PUBLISHED_W = np.array(
    [
        [4440.212, -1928.85, 23190.26, 4827.0, 19.50985, -111.43633],
        [-207.648288, -79.223429, 25.6121, 19.9302, -24.332, -219.0927],
        [-760.099, -14990.006, 0.747466, -34.960363, -50.0837511, -8.964863],
        [-4.735032, -1.330994, 4749.717, -4819.84, 21232.34, -9475.8],
        [6.09926, -427.42556, -599.597289, -148.91581, -44.1484, -7.82273],
    ]
).ravel()
PUBLISHED_B, PUBLISHED_ACCURACY = 569.0, 0.7982456140350877


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


@pytest.mark.task("derivative_chain")
def test_chain_by_hand(student):
    """Two samples with a probability of 1/2 give the factors that were worked out by hand.

    ko: 확률이 1/2인 샘플 두 개의 인수들이 손으로 계산한 값과 같습니다.
    """
    x, y = ON_THE_LINE[:2], np.array([1, 0])
    found = student.derivative_chain(x, y, W, B)
    dJ_da, da_dz, dz_dw, dJ_dw = expect.results(found, CHAIN, what=CHAIN_CALL)
    given = {"X": x, "y": y, "w": W, "b": B}
    expect.close(dJ_da, np.array([[-1.0], [1.0]]), what="dJ_da", given=given, m=2)
    expect.close(da_dz, np.array([[0.25], [0.25]]), what="da_dz", given=given)
    expect.close(dz_dw, x, what="dz_dw", given=given)
    expect.close(dJ_dw, np.array([[0.75], [0.5]]), what="dJ_dw", given=given, m=2)


@pytest.mark.task("derivative_chain")
def test_slope_of_the_sigmoid_cancels(student, rng):
    """The first two factors multiply to (a - y) / m: the slope of the sigmoid is gone.

    ko: 처음 두 인수를 곱하면 (a - y) / m입니다. 시그모이드의 기울기는 약분됩니다.
    """
    x, y, w, b = problem(rng)
    found = student.derivative_chain(x, y, w, b)
    dJ_da, da_dz, _dz_dw, _dJ_dw = expect.results(found, CHAIN, what=CHAIN_CALL)
    column, given = np.zeros((6, 1)), {"X": x, "y": y, "w": w, "b": b}
    dJ_da = expect.of_kind(dJ_da, column, what="dJ_da", given=given)
    da_dz = expect.of_kind(da_dz, column, what="da_dz", given=given)
    expect.finite(dJ_da, what="dJ_da", given=given)
    expect.finite(da_dz, what="da_dz", given=given)
    errors = (1 / (1 + np.exp(-(x @ w + b))) - y.reshape(-1, 1)) / 6
    expect.close(dJ_da * da_dz, errors, what="dJ_da * da_dz", given=given, m=6)


@pytest.mark.task("derivative_chain")
def test_product_is_a_slope(student, rng):
    """The product is the slope of the mean cross-entropy, measured numerically.

    ko: 곱은 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    x, y, w, b = problem(rng)
    found = student.derivative_chain(x, y, w, b)
    _dJ_da, _da_dz, _dz_dw, dJ_dw = expect.results(found, CHAIN, what=CHAIN_CALL)
    gradient.check(
        lambda theta: mean_cross_entropy(x, y, theta["w"], b),
        {"w": w},
        {"w": dJ_dw},
        rng=rng,
        what="dJ_dw",
        m=6,
    )


@pytest.mark.task("LogisticNeuron")
def test_score_of_one_sample_by_hand(student):
    """The score of one sample is the weighted sum plus the bias, one number.

    ko: 샘플 하나의 점수는 가중합에 절편을 더한 수 하나입니다.
    """
    neuron, w = student.LogisticNeuron(), np.array([3.0, -1.0])
    neuron.w, neuron.b = w, 0.5
    given = {"x": X[0], "w": w, "b": 0.5}
    expect.close(neuron.forpass(X[0]), 1.5, what="neuron.forpass(x)", given=given)


@pytest.mark.task("LogisticNeuron")
def test_gradient_of_one_sample_by_hand(student):
    """For x = (1, 2) and err = -0.5 the gradient is (-0.5, -1) and -0.5, without any mean.

    ko: x = (1, 2), err = -0.5이면 기울기는 (-0.5, -1)과 -0.5입니다. 평균을 내지 않습니다.
    """
    call, given = "neuron.backprop(x, err)", {"x": X[0], "err": -0.5}
    found = student.LogisticNeuron().backprop(X[0], -0.5)
    w_grad, b_grad = expect.results(found, ("w_grad", "b_grad"), what=call)
    expect.close(w_grad, np.array([-0.5, -1.0]), what="w_grad", given=given)
    expect.close(b_grad, -0.5, what="b_grad", given=given)


@pytest.mark.task("LogisticNeuron")
def test_two_steps_by_hand(student):
    """One epoch over two samples makes the two steps that were worked out by hand.

    ko: 샘플 두 개로 한 에포크를 학습하면 손으로 계산한 두 걸음과 같습니다.
    """
    x, y = np.array([[0.0], [-0.5]]), np.array([1, 1])
    neuron, given = student.LogisticNeuron(), {"x": x, "y": y, "epochs": 1}
    neuron.fit(x, y, epochs=1)
    expect.close(neuron.w, np.array([0.75]), what="neuron.w", given=given)
    expect.close(neuron.b, 1.0, what="neuron.b", given=given)


@pytest.mark.task("LogisticNeuron")
def test_decisions_by_hand(student):
    """Scores of 1, -1, 0.25 and -3 are predicted True, False, True, False, in a flat array.

    ko: 점수 1, -1, 0.25, -3은 True, False, True, False로 예측하며 결과는 1차원 배열입니다.
    """
    x, predicted = np.array([[1.0], [-1.0], [0.25], [-3.0]]), np.array([True, False, True, False])
    neuron = student.LogisticNeuron()
    neuron.w, neuron.b = np.array([1.0]), 0.0
    expect.equal(neuron.predict(x), predicted, what="neuron.predict(x)", given={"x": x}, kinds="b")


@pytest.mark.task("LogisticNeuron", weight=2)
def test_neuron_of_the_lecture(student, data):
    """100 epochs, the default, on the unscaled data give the lecture's neuron and its accuracy.

    ko: 스케일을 맞추지 않은 데이터로 100 에포크(기본값)를 학습하면 강의의 뉴런과 정확도가 나옵니다.
    """
    neuron = student.LogisticNeuron()
    neuron.fit(data.X_train, data.y_train)
    expect.close(neuron.w, PUBLISHED_W, what="neuron.w")
    expect.close(neuron.b, PUBLISHED_B, what="neuron.b")
    predicted, labels = neuron.predict(data.X_test), data.y_test == 1
    expect.of_kind(predicted, labels, what="neuron.predict(X_test)", kinds="b")
    accuracy = "np.mean(neuron.predict(X_test) == y_test)"
    expect.close(np.mean(predicted == labels), PUBLISHED_ACCURACY, what=accuracy)


@pytest.mark.task("l1_cost")
def test_l1_cost_by_hand(student):
    """For w = (2, -3) and lam = 0.2 the cost is log 2 plus 0.2 * (2 + 3); the bias is free.

    ko: w = (2, -3), lam = 0.2일 때 비용은 log 2에 0.2 * (2 + 3)을 더한 값이며 절편은 세지 않습니다.
    """
    cost = student.l1_cost(ON_THE_LINE, ONES, W, B, LAM)
    expect.close(cost, np.log(2) + 1.0, what="l1_cost(X, y, w, b, lam)", given=REGULARISED)


@pytest.mark.task("l1_cost")
def test_l1_cost_without_penalty(student, rng):
    """With lam = 0 the cost is the mean cross-entropy.

    ko: lam = 0이면 비용은 평균 교차 엔트로피입니다.
    """
    x, y, w, b = problem(rng)
    cost, given = student.l1_cost(x, y, w, b, 0.0), {"X": x, "y": y, "w": w, "b": b, "lam": 0.0}
    mean = mean_cross_entropy(x, y, w, b)
    expect.close(cost, mean, what="l1_cost(X, y, w, b, lam)", given=given, m=6)


@pytest.mark.task("l1_grad")
def test_l1_gradient_by_hand(student):
    """For w = (2, -3) and lam = 0.2 the penalty adds 0.2 and -0.2 to the gradient.

    ko: w = (2, -3), lam = 0.2일 때 벌점은 기울기에 0.2와 -0.2를 더합니다.
    """
    call, found = "l1_grad(X, y, w, b, lam)", student.l1_grad(ON_THE_LINE, ONES, W, B, LAM)
    w_grad, b_grad = expect.results(found, ("w_grad", "b_grad"), what=call)
    expect.close(w_grad, np.array([[-0.3], [-0.7]]), what="w_grad", given=REGULARISED)
    expect.close(b_grad, -0.5, what="b_grad", given=REGULARISED)


@pytest.mark.task("l1_grad")
def test_l1_gradient_is_a_slope(student, rng):
    """The gradient is the slope of the cost with its penalty, measured numerically.

    ko: 기울기가 벌점을 더한 비용을 수치 미분한 값과 같습니다.
    """
    x, y, w, b = problem(rng)
    call, found = "l1_grad(X, y, w, b, lam)", student.l1_grad(x, y, w, b, LAM)
    w_grad, b_grad = expect.results(found, ("w_grad", "b_grad"), what=call)

    def cost(theta):
        return mean_cross_entropy(x, y, **theta) + LAM * np.sum(np.abs(theta["w"]))

    slopes = {"w": w_grad, "b": b_grad}
    gradient.check(cost, {"w": w, "b": b}, slopes, rng=rng, what=call, m=6)


@pytest.mark.task("l2_cost")
def test_l2_cost_by_hand(student):
    """For w = (2, -3) and lam = 0.2 the cost is log 2 plus 0.2 * (4 + 9); the bias is free.

    ko: w = (2, -3), lam = 0.2일 때 비용은 log 2에 0.2 * (4 + 9)를 더한 값이며 절편은 세지 않습니다.
    """
    cost = student.l2_cost(ON_THE_LINE, ONES, W, B, LAM)
    expect.close(cost, np.log(2) + 2.6, what="l2_cost(X, y, w, b, lam)", given=REGULARISED)


@pytest.mark.task("l2_cost")
def test_l2_cost_without_penalty(student, rng):
    """With lam = 0 the cost is the mean cross-entropy.

    ko: lam = 0이면 비용은 평균 교차 엔트로피입니다.
    """
    x, y, w, b = problem(rng)
    cost, given = student.l2_cost(x, y, w, b, 0.0), {"X": x, "y": y, "w": w, "b": b, "lam": 0.0}
    mean = mean_cross_entropy(x, y, w, b)
    expect.close(cost, mean, what="l2_cost(X, y, w, b, lam)", given=given, m=6)


@pytest.mark.task("l2_grad")
def test_l2_gradient_by_hand(student):
    """For w = (2, -3) and lam = 0.2 the penalty adds 0.8 and -1.2 to the gradient.

    ko: w = (2, -3), lam = 0.2일 때 벌점은 기울기에 0.8과 -1.2를 더합니다.
    """
    call, found = "l2_grad(X, y, w, b, lam)", student.l2_grad(ON_THE_LINE, ONES, W, B, LAM)
    w_grad, b_grad = expect.results(found, ("w_grad", "b_grad"), what=call)
    expect.close(w_grad, np.array([[0.3], [-1.7]]), what="w_grad", given=REGULARISED)
    expect.close(b_grad, -0.5, what="b_grad", given=REGULARISED)


@pytest.mark.task("l2_grad")
def test_l2_gradient_is_a_slope(student, rng):
    """The gradient is the slope of the cost with its penalty, measured numerically.

    ko: 기울기가 벌점을 더한 비용을 수치 미분한 값과 같습니다.
    """
    x, y, w, b = problem(rng)
    call, found = "l2_grad(X, y, w, b, lam)", student.l2_grad(x, y, w, b, LAM)
    w_grad, b_grad = expect.results(found, ("w_grad", "b_grad"), what=call)

    def cost(theta):
        return mean_cross_entropy(x, y, **theta) + LAM * np.sum(theta["w"] ** 2)

    slopes = {"w": w_grad, "b": b_grad}
    gradient.check(cost, {"w": w, "b": b}, slopes, rng=rng, what=call, m=6)


def problem(rng):
    """Return six samples, their labels, weights away from 0 and a bias."""
    w = rng.uniform(0.3, 1.0, size=(3, 1)) * np.array([[1], [-1], [1]])
    return rng.normal(size=(6, 3)), np.array([0, 1, 1, 0, 1, 1]), w, rng.normal()


def mean_cross_entropy(x, y, w, b):
    """Return the cost without a penalty, from the formula."""
    a = 1 / (1 + np.exp(-(x @ w + b)))[:, 0]
    return -np.mean(np.where(y == 1, np.log(a), np.log(1 - a)))
