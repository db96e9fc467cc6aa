"""Hidden checks of logistic regression: fresh inputs against the oracle, extremes, real data."""

import numpy as np
import pytest

from autograder import expect, gradient
from reference_impl.inputs import telling, undecided
from reference_impl.logistic_regression import reference

# document 002 prints these two figures
PUBLISHED_LOSS = 20.50999850682708
PUBLISHED_ACCURACY = 0.9649122807017544

GRADIENTS = ("w_grad", "b_grad")


def samples(rng, m=9, n=4):
    """Return samples with labels of both classes."""
    return rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2)


def set_up(student, w, b):
    """Return a student's layer with these weights."""
    layer = student.SingleLayer()
    layer.w, layer.b = w, b
    return layer


def trained(student, X, y, **epochs):
    """Return a student's layer after training."""
    layer = student.SingleLayer()
    layer.fit(X, y, **epochs)
    return layer


def losses_of(layer, epochs):
    """Return the losses as an array of one number an epoch."""
    names = [f"losses[{epoch}]" for epoch in range(epochs)]
    return np.array(expect.results(layer.losses, names, what="layer.losses"))


@pytest.mark.task("sigmoid")
@pytest.mark.parametrize("shape", [(7,), (6, 1), (3, 4)])
def test_sigmoid_of_any_shape(student, rng, shape):
    """The sigmoid of random scores is right, whatever their shape.

    ko: 점수의 모양이 무엇이든 무작위 점수의 시그모이드가 맞습니다.
    """
    z = rng.normal(scale=4.0, size=shape)
    z.flat[0] = rng.uniform(12.0, 14.0)  # where the sigmoid is not yet 1
    expect.close(student.sigmoid(z), reference.sigmoid(z), what="sigmoid(z)", given={"z": z})


@pytest.mark.task("sigmoid")
def test_sigmoid_up_to_ten_thousand(student, rng):
    """The sigmoid is right and without a warning for all scores from -10000 to 10000.

    ko: -10000부터 10000까지의 모든 점수에서 시그모이드가 경고 없이 맞습니다.
    """
    sizes = np.concatenate([[0.0, 1e4], 10 ** rng.uniform(-3, 4, size=60)])
    z = np.concatenate([sizes, -sizes])
    outcome = student.sigmoid.call(z)
    expect.close(outcome.value, reference.sigmoid(z), what="sigmoid(z)", given={"z": z})
    expect.quiet(outcome, what="sigmoid(z)", given={"z": z})


@pytest.mark.task("sigmoid")
def test_sigmoid_leaves_its_argument(student, rng):
    """The sigmoid does not change the scores that it is given.

    ko: 시그모이드는 입력으로 받은 점수를 바꾸지 않습니다.
    """
    z = np.concatenate([rng.uniform(-2000, 2000, size=4), rng.uniform(-3, 3, size=4)])
    outcome = student.sigmoid.call(z)
    expect.close(outcome.value, reference.sigmoid(z), what="sigmoid(z)", given={"z": z})
    expect.unchanged(outcome, z, what="sigmoid(z)")


@pytest.mark.task("CEcost")
@pytest.mark.parametrize("shape", [(9,), (9, 1)])
def test_cost_of_random_predictions(student, rng, shape):
    """The cost of random predictions is right, flat or in a column.

    ko: 무작위 예측의 비용이 1차원 배열에서도 열 벡터에서도 맞습니다.
    """
    a = rng.uniform(0.02, 0.98, size=shape)
    y = rng.integers(2, size=shape)
    given = {"a": a, "y": y}
    cost = student.CEcost(a, y)
    expect.close(cost, reference.CEcost(a, y), what="CEcost(a, y)", given=given, m=9)


@pytest.mark.task("CEcost")
def test_cost_at_the_ends(student, rng):
    """Where a is exactly 0 or 1 it counts as 1e-10 or 1 - 1e-10, without a warning.

    ko: a가 정확히 0이나 1이면 경고 없이 1e-10이나 1 - 1e-10으로 계산합니다.
    """
    a = np.concatenate([[0.0, 1.0, 0.0, 1.0], rng.uniform(size=3)])
    y = np.array([0, 1, 1, 0, 1, 0, 1])
    given = {"a": a, "y": y}
    outcome = student.CEcost.call(a, y)
    expect.close(outcome.value, reference.CEcost(a, y), what="CEcost(a, y)", given=given, m=7)
    expect.quiet(outcome, what="CEcost(a, y)", given=given)


@pytest.mark.task("CEcost")
def test_cost_leaves_its_arguments(student, rng):
    """The cost does not change the probabilities and labels that it is given.

    ko: 비용 함수는 입력으로 받은 확률과 정답을 바꾸지 않습니다.
    """
    # so near 0 and 1 that a clip in place shows, and yet a missing clip does not
    a = np.concatenate([[1e-12, 1 - 1e-12], rng.uniform(0.1, 0.9, size=2)])
    y = np.array([0, 1, 1, 0])
    outcome = student.CEcost.call(a, y)
    expect.close(outcome.value, reference.CEcost(a, y), what="CEcost(a, y)", m=4)
    expect.unchanged(outcome, a, y, what="CEcost(a, y)")


@pytest.mark.task("backprop")
@pytest.mark.parametrize("shape", [(9, 1), (9,), (1, 1)])
def test_backprop_of_random_errors(student, rng, shape):
    """The gradient of random errors is right, in a column, flat, and for a single sample.

    ko: 무작위 오차의 기울기가 열 벡터, 1차원 배열, 샘플 하나에서 모두 맞습니다.
    """
    X, err = rng.normal(size=(shape[0], 4)), rng.normal(size=shape)
    call, given = "backprop(X, err)", {"X": X, "err": err}
    w_expected, b_expected = reference.gradients(X, err)
    w_grad, b_grad = expect.results(student.backprop(X, err), GRADIENTS, what=call)
    expect.close(w_grad, w_expected, what="w_grad", given=given, m=shape[0])
    expect.close(b_grad, b_expected, what="b_grad", given=given, m=shape[0])


@pytest.mark.task("backprop")
def test_backprop_is_the_slope_of_the_cost(student, rng):
    """The gradient agrees with the numerical slope of the mean cross-entropy.

    ko: 기울기가 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    X, y = samples(rng)
    # where a neuron is certain and wrong, 1 - a has few digits left and the cost is rough
    parameters = {"w": rng.normal(scale=0.5, size=(4, 1)), "b": rng.normal(scale=0.5)}

    def cost(theta):
        return reference.cost(X, y, theta["w"], theta["b"])

    err = reference.sigmoid(reference.forward(X, **parameters)) - y.reshape(-1, 1)
    call = "backprop(X, err)"
    w_grad, b_grad = expect.results(student.backprop(X, err), GRADIENTS, what=call)
    gradient.check(cost, parameters, {"w": w_grad, "b": b_grad}, rng=rng, what=call, m=9)


@pytest.mark.task("backprop")
def test_backprop_leaves_its_arguments(student, rng):
    """The gradient is computed without a change to the samples and errors.

    ko: 기울기를 구하면서 입력 샘플과 오차를 바꾸지 않습니다.
    """
    X, err = rng.normal(size=(5, 3)), rng.normal(size=(5, 1))
    call, outcome = "backprop(X, err)", student.backprop.call(X, err)
    w_expected, b_expected = reference.gradients(X, err)
    w_grad, b_grad = expect.results(outcome.value, GRADIENTS, what=call)
    expect.close(w_grad, w_expected, what="w_grad", m=5)
    expect.close(b_grad, b_expected, what="b_grad", m=5)
    expect.unchanged(outcome, X, err, what=call)


@pytest.mark.task("SingleLayer")
def test_forpass_of_random_samples(student, rng):
    """The scores of random samples are right, in a column.

    ko: 무작위 샘플의 점수가 맞고 열 벡터로 나옵니다.
    """
    X, w, b = rng.normal(size=(9, 4)), rng.normal(size=(4, 1)), rng.normal()
    z = set_up(student, w, b).forpass(X)
    given = {"x": X, "w": w, "b": b}
    expect.close(z, reference.forward(X, w, b), what="layer.forpass(x)", given=given)


@pytest.mark.task("SingleLayer")
def test_activation_is_the_sigmoid(student, rng):
    """The activation of a column of scores is the sigmoid of each, without a warning.

    ko: 활성화 함수는 점수 열 벡터의 각 원소에 경고 없이 시그모이드를 적용합니다.
    """
    z = np.concatenate([rng.normal(scale=3.0, size=8), [-1e4, 1e4]]).reshape(-1, 1)
    outcome = student.SingleLayer().activation.call(z)
    expect.close(outcome.value, reference.sigmoid(z), what="layer.activation(z)", given={"z": z})
    expect.quiet(outcome, what="layer.activation(z)", given={"z": z})


@pytest.mark.task("SingleLayer")
def test_method_backprop_is_the_gradient(student, rng):
    """The layer's own backprop gives the mean gradient of weights and bias.

    ko: 클래스의 backprop 메서드가 가중치와 절편의 평균 기울기를 돌려줍니다.
    """
    X, err = rng.normal(size=(9, 4)), rng.normal(size=(9, 1))
    layer = set_up(student, rng.normal(size=(4, 1)), rng.normal())
    call, given = "layer.backprop(x, err)", {"x": X, "err": err}
    w_grad, b_grad = expect.results(layer.backprop(X, err), GRADIENTS, what=call)
    w_expected, b_expected = reference.gradients(X, err)
    expect.close(w_grad, w_expected, what="w_grad", given=given, m=9)
    expect.close(b_grad, b_expected, what="b_grad", given=given, m=9)


@pytest.mark.task("SingleLayer")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_weights_step_by_step(student, rng, epochs):
    """After 1, 2 and 5 epochs the weights and the bias are right.

    ko: 1, 2, 5 에포크 뒤의 가중치와 절편이 맞습니다.
    """
    X, y = samples(rng)
    layer = trained(student, X, y, epochs=epochs)
    expected = reference.train(X, y, epochs)
    given = {"x": X, "y": y, "epochs": epochs}
    expect.close(layer.w, expected.w, what="layer.w", given=given)
    expect.close(layer.b, expected.b, what="layer.b", given=given)


@pytest.mark.task("SingleLayer")
def test_losses_step_by_step(student, rng):
    """Each epoch appends the cross-entropy summed over the samples, before its step.

    ko: 에포크마다 가중치를 바꾸기 전의 교차 엔트로피 합을 losses에 추가합니다.
    """
    X, y = samples(rng)
    layer = trained(student, X, y, epochs=4)
    expected = reference.train(X, y, epochs=4).losses
    given = {"x": X, "y": y, "epochs": 4}
    expect.close(losses_of(layer, 4), expected, what="layer.losses", given=given, m=9)


@pytest.mark.task("SingleLayer")
def test_losses_stay_finite(student):
    """The losses stay finite where the neuron is certain and wrong.

    ko: 뉴런이 확신하면서 틀리는 경우에도 손실은 유한합니다.
    """
    X, y = np.array([[100.0], [-100.0], [1.0]]), np.array([0, 1, 1])
    layer = trained(student, X, y, epochs=2)
    expected = reference.train(X, y, epochs=2).losses
    given = {"x": X, "y": y, "epochs": 2}
    expect.close(losses_of(layer, 2), expected, what="layer.losses", given=given, m=3)


@pytest.mark.task("SingleLayer")
def test_fit_starts_afresh(student, rng):
    """A second call of fit starts again from weights 1 and bias 0.

    ko: fit을 다시 부르면 가중치 1, 절편 0에서 새로 시작합니다.
    """
    X, y = samples(rng)
    layer = trained(student, X, y, epochs=3)
    layer.fit(X, y, epochs=1)
    expected = reference.train(X, y, epochs=1)
    expect.close(layer.w, expected.w, what="layer.w", given={"x": X, "y": y, "epochs": 1})
    expect.close(layer.b, expected.b, what="layer.b", given={"x": X, "y": y, "epochs": 1})


@pytest.mark.task("SingleLayer")
def test_fit_leaves_its_arguments(student, rng):
    """Training does not change the samples and labels that it is given.

    ko: 학습하면서 입력으로 받은 샘플과 정답을 바꾸지 않습니다.
    """
    X, y = samples(rng)
    layer = student.SingleLayer()
    outcome = layer.fit.call(X, y, epochs=2)
    expect.close(layer.w, reference.train(X, y, epochs=2).w, what="layer.w")
    expect.unchanged(outcome, X, y, what="layer.fit(x, y)")


@pytest.mark.task("SingleLayer")
def test_predictions_of_random_samples(student, rng):
    """The predictions are a column of True and False, right for random samples.

    ko: 예측은 True와 False로 된 열 벡터이며 무작위 샘플에서 맞습니다.
    """
    X, w, b = undecided(rng)
    predicted = set_up(student, w, b).predict(X)
    expected = reference.predict(X, w, b)
    given = {"x": X, "w": w, "b": b}
    expect.equal(predicted, expected, what="layer.predict(x)", given=given, kinds="b")


@pytest.mark.task("SingleLayer")
def test_score_of_random_samples(student, rng):
    """The score is the share of flat labels that are predicted.

    ko: score는 1차원 정답 배열 중에서 맞힌 비율입니다.
    """

    def draw():
        X, w, b = undecided(rng, m=41)
        missed = rng.permutation(41) < 6  # a share that no comparison of the wrong things gives
        return X, (reference.predict(X, w, b)[:, 0] != missed).astype(int), w, b

    def without_bias(X, y, w, _b):
        return [reference.accuracy(X, y, w, 0.0)]

    X, y, w, b = telling(draw, reference.accuracy, without_bias)
    score = set_up(student, w, b).score(X, y)
    given = {"x": X, "y": y, "w": w, "b": b}
    expected = reference.accuracy(X, y, w, b)
    expect.close(score, expected, what="layer.score(x, y)", given=given)


@pytest.mark.task("SingleLayer", weight=2)
def test_published_figures(student, data):
    """1000 epochs on the scaled breast-cancer data reach the accuracy and loss of the lecture.

    ko: 스케일을 맞춘 유방암 데이터로 1000 에포크를 학습하면 강의의 정확도와 손실이 나옵니다.
    """
    layer = trained(student, data.X_train_scaled, data.y_train, epochs=1000)
    last_loss = losses_of(layer, 1000)[-1]
    expect.close(last_loss, PUBLISHED_LOSS, what="layer.losses[-1]", m=len(data.y_train.array))
    predicted = layer.predict(data.X_test_scaled)
    labels = data.y_test.reshape(-1, 1) == 1
    expect.of_kind(predicted, labels, what="layer.predict(X_test_scaled)", kinds="b")
    accuracy = "np.mean(layer.predict(X_test_scaled) == y_test)"
    expect.close(np.mean(predicted == labels), PUBLISHED_ACCURACY, what=accuracy)
