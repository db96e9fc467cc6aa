"""Hidden checks of the network: fresh inputs against the oracle, extremes, real digits."""

import numpy as np
import pytest

from autograder import expect, gradient, wording
from autograder.i18n import Text
from reference_impl.stochastic_gradient_descent import reference

FORWARD = ("Z1", "A1", "Z2", "A2")
GRADIENTS = ("dW1", "db1", "dW2", "db2")
CURVES = ("self_accuracy", "test_accuracy")
BACKPROP = "backprop(A0, Z1, A1, A2, Y, W2)"


def random_weights(rng, n_x=4, n_h=5, n_y=3, scale=1.0):
    """Return weights and biases of a small network."""
    shapes = (n_h, n_x), (n_h, 1), (n_y, n_h), (n_y, 1)
    return reference.Weights(*(rng.normal(scale=scale, size=shape) for shape in shapes))


def one_hot(rng, m, n_y=3):
    """Return labels of random classes, one a column."""
    return reference.one_hot_encoding(rng.integers(n_y, size=m), n_y)


def data_set(rng, m=12, n_x=4, n_y=3):
    """Return samples, one a row, and their classes."""
    return rng.normal(size=(m, n_x)), rng.integers(n_y, size=m)


def network_of(student, weights, eta, epochs):
    """Return a student's network with these weights."""
    n_y, n_h = weights.W2.shape
    n_x = weights.W1.shape[1]
    network = student.LogisticNeuron_stochastic(n_x, n_h, n_y, eta=eta, epochs=epochs)
    network.W1, network.b1, network.W2, network.b2 = weights
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


def expect_weights(network, expected, given, **tolerance):
    """Compare the weights and biases of a network with those expected."""
    for name, value in expected._asdict().items():
        what = f"network.{name}"
        expect.close(getattr(network, name), value, what=what, given=given, **tolerance)


@pytest.mark.task("g")
@pytest.mark.parametrize("shape", [(7,), (6, 1), (3, 4)])
def test_g_of_any_shape(student, rng, shape):
    """The sigmoid of random scores is right, whatever their shape.

    ko: 점수의 모양이 무엇이든 무작위 점수의 시그모이드가 맞습니다.
    """
    x = rng.normal(scale=4.0, size=shape)
    expect.close(student.g(x), reference.g(x), what="g(x)", given={"x": x})


@pytest.mark.task("g")
def test_g_up_to_ten_thousand(student, rng):
    """The sigmoid is right, without a warning, for all scores from -10000 to 10000.

    ko: -10000부터 10000까지의 모든 점수에서 시그모이드가 경고 없이 맞습니다.
    """
    x = far_and_near(rng)
    outcome = student.g.call(x)
    expect.close(outcome.value, reference.g(x), what="g(x)", given={"x": x})
    expect.quiet(outcome, what="g(x)", given={"x": x})


@pytest.mark.task("g")
def test_g_leaves_its_argument(student, rng):
    """The sigmoid does not change the scores that it is given.

    ko: 시그모이드는 입력으로 받은 점수를 바꾸지 않습니다.
    """
    x = rng.uniform(-2000, 2000, size=8)
    outcome = student.g.call(x)
    expect.close(outcome.value, reference.g(x), what="g(x)")
    expect.unchanged(outcome, x, what="g(x)")


@pytest.mark.task("g_prime")
@pytest.mark.parametrize("shape", [(7,), (6, 1), (3, 4)])
def test_slope_of_any_shape(student, rng, shape):
    """The slope at random scores is right, whatever their shape.

    ko: 점수의 모양이 무엇이든 무작위 점수에서 기울기가 맞습니다.
    """
    x = rng.normal(scale=3.0, size=shape)
    expect.close(student.g_prime(x), reference.g_prime(x), what="g_prime(x)", given={"x": x})


@pytest.mark.task("g_prime")
def test_slope_up_to_ten_thousand(student, rng):
    """The slope is right, without a warning, for all scores from -10000 to 10000.

    ko: -10000부터 10000까지의 모든 점수에서 기울기가 경고 없이 맞습니다.
    """
    x = far_and_near(rng)
    outcome = student.g_prime.call(x)
    expect.close(outcome.value, reference.g_prime(x), what="g_prime(x)", given={"x": x})
    expect.quiet(outcome, what="g_prime(x)", given={"x": x})


@pytest.mark.task("g_prime")
def test_slope_leaves_its_argument(student, rng):
    """The slope is computed without a change to the scores.

    ko: 기울기를 구하면서 입력으로 받은 점수를 바꾸지 않습니다.
    """
    x = rng.normal(size=8)
    outcome = student.g_prime.call(x)
    expect.close(outcome.value, reference.g_prime(x), what="g_prime(x)")
    expect.unchanged(outcome, x, what="g_prime(x)")


@pytest.mark.task("softmax")
@pytest.mark.parametrize("shape", [(3, 5), (4, 4), (10, 1)])
def test_softmax_of_random_scores(student, rng, shape):
    """The softmax of random scores is right, for several samples and for one.

    ko: 무작위 점수의 소프트맥스가 샘플이 여러 개일 때도 하나일 때도 맞습니다.
    """
    Z = rng.normal(scale=3.0, size=shape)
    expect.close(student.softmax(Z), reference.softmax(Z), what="softmax(Z)", given={"Z": Z})


@pytest.mark.task("softmax")
def test_softmax_of_samples_far_apart(student, rng):
    """One sample's scores may be thousands larger than another's: no warning, no 0/0.

    ko: 샘플끼리 점수가 수천씩 달라도 경고나 0/0이 없습니다.
    """
    Z = rng.normal(scale=2.0, size=(4, 3)) + np.array([[-4000.0, 0.0, 6000.0]])
    outcome = student.softmax.call(Z)
    expect.close(outcome.value, reference.softmax(Z), what="softmax(Z)", given={"Z": Z})
    expect.quiet(outcome, what="softmax(Z)", given={"Z": Z})


@pytest.mark.task("softmax")
def test_softmax_leaves_its_argument(student, rng):
    """The softmax does not change the scores that it is given.

    ko: 소프트맥스는 입력으로 받은 점수를 바꾸지 않습니다.
    """
    Z = rng.normal(size=(3, 4))
    outcome = student.softmax.call(Z)
    expect.close(outcome.value, reference.softmax(Z), what="softmax(Z)")
    expect.unchanged(outcome, Z, what="softmax(Z)")


@pytest.mark.task("CEcost")
@pytest.mark.parametrize("m", [7, 1])
def test_cost_of_random_predictions(student, rng, m):
    """The cost of random predictions is right, for several samples and for one.

    ko: 무작위 예측의 비용이 샘플이 여러 개일 때도 하나일 때도 맞습니다.
    """
    A2, Y = reference.softmax(rng.normal(size=(4, m))), one_hot(rng, m, n_y=4)
    cost, given = student.CEcost(A2, Y), {"A2": A2, "Y": Y}
    expect.close(cost, reference.CEcost(A2, Y), what="CEcost(A2, Y)", given=given, m=m)


@pytest.mark.task("CEcost")
def test_cost_at_the_end(student, rng):
    """A probability of exactly 0 counts as 1e-10, without a warning.

    ko: 확률이 정확히 0이면 경고 없이 1e-10으로 계산합니다.
    """
    A2 = np.array([[0.0, 0.0, 0.3], [1.0, 1.0, 0.7]])
    A2[:, 2] = reference.softmax(rng.normal(size=(2, 1)))[:, 0]
    Y = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    outcome, given = student.CEcost.call(A2, Y), {"A2": A2, "Y": Y}
    expected = reference.CEcost(A2, Y)
    # 1 counts as 1 or as 1 - 1e-10: either is fine
    expect.close(outcome.value, expected, what="CEcost(A2, Y)", given=given, m=3, atol=1e-9)
    expect.quiet(outcome, what="CEcost(A2, Y)", given=given)


@pytest.mark.task("CEcost")
def test_cost_leaves_its_arguments(student):
    """The cost does not change the probabilities and labels that it is given.

    ko: 비용 함수는 입력으로 받은 확률과 정답을 바꾸지 않습니다.
    """
    A2, Y = np.array([[0.0, 0.4], [1.0, 0.6]]), np.eye(2)
    outcome = student.CEcost.call(A2, Y)
    expect.close(outcome.value, reference.CEcost(A2, Y), what="CEcost(A2, Y)", m=2)
    expect.unchanged(outcome, A2, Y, what="CEcost(A2, Y)")


@pytest.mark.task("forpass")
@pytest.mark.parametrize("m", [6, 1])
def test_forpass_of_random_samples(student, rng, m):
    """The four results for random samples are right, for several and for one.

    ko: 무작위 샘플의 네 결과가 샘플이 여러 개일 때도 하나일 때도 맞습니다.
    """
    A0, weights = rng.normal(size=(4, m)), random_weights(rng)
    given = {"A0": A0} | weights._asdict()
    results = expect.results(
        student.forpass(A0, *weights), FORWARD, what="forpass(A0, W1, b1, W2, b2)"
    )
    expected = reference.forward(A0, weights)
    for name, result, wanted in zip(FORWARD, results, expected, strict=True):
        expect.close(result, wanted, what=name, given=given)


@pytest.mark.task("forpass")
def test_forpass_leaves_its_arguments(student, rng):
    """Samples, weights and biases are left as they are.

    ko: 샘플, 가중치, 절편을 바꾸지 않습니다.
    """
    A0, weights = rng.normal(size=(4, 6)), random_weights(rng)
    outcome, call = student.forpass.call(A0, *weights), "forpass(A0, W1, b1, W2, b2)"
    *_others, A2 = expect.results(outcome.value, FORWARD, what=call)
    expect.close(A2, reference.forward(A0, weights).A2, what="A2")
    expect.unchanged(outcome, A0, *weights, what=call)


@pytest.mark.task("backprop", weight=2)
@pytest.mark.parametrize("m", [1, 7])
def test_backprop_of_random_samples(student, rng, m):
    """The four gradients of random samples are right, for one and for several.

    ko: 무작위 샘플의 네 기울기가 샘플이 하나일 때도 여러 개일 때도 맞습니다.
    """
    A0, Y, weights = rng.normal(size=(4, m)), one_hot(rng, m), random_weights(rng)
    given = {"A0": A0, "Y": Y} | weights._asdict()
    results = gradients_of(student, A0, Y, weights)
    expected = reference.gradients(A0, Y, weights)
    for name, result, wanted in zip(GRADIENTS, results, expected, strict=True):
        expect.close(result, wanted, what=name, given=given, m=m)


@pytest.mark.task("backprop", weight=2)
@pytest.mark.parametrize("m", [1, 7])
def test_backprop_is_the_slope_of_the_cost(student, rng, m):
    """The gradients agree with the numerical slopes of the mean cross-entropy.

    ko: 기울기가 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    A0, Y, weights = rng.normal(size=(4, m)), one_hot(rng, m), random_weights(rng)

    def cost(theta):
        return reference.cost(A0, Y, reference.Weights(**theta))

    parameters = weights._asdict()
    results = gradients_of(student, A0, Y, weights)
    found = dict(zip(parameters, results, strict=True))
    gradient.check(cost, parameters, found, rng=rng, what=BACKPROP, m=m, called="d{}")


@pytest.mark.task("backprop")
def test_backprop_leaves_its_arguments(student, rng):
    """The gradients are computed without a change to anything that comes in.

    ko: 기울기를 구하면서 입력을 바꾸지 않습니다.
    """
    A0, Y, weights = rng.normal(size=(4, 3)), one_hot(rng, 3), random_weights(rng)
    Z1, A1, _Z2, A2 = reference.forward(A0, weights)
    arguments = A0, Z1, A1, A2, Y, weights.W2
    outcome = student.backprop.call(*arguments)
    dW1, *_others = expect.results(outcome.value, GRADIENTS, what=BACKPROP)
    expect.close(dW1, reference.gradients(A0, Y, weights).W1, what="dW1", m=3)
    expect.unchanged(outcome, *arguments, what=BACKPROP)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_step_of_a_sample(student, rng):
    """With a tiny eta an epoch moves all weights by eta times the SUM of the samples' gradients.

    ko: eta가 아주 작으면 한 에포크 동안 가중치가 샘플별 기울기의 합에 eta를 곱한 만큼 움직입니다.
    """
    (X, y), weights, eta = data_set(rng), random_weights(rng), 1e-8
    network = network_of(student, weights, eta, epochs=1)
    network.fit(X, y)
    Y = reference.one_hot_encoding(y, 3)
    total = [len(X) * each for each in reference.gradients(X.T, Y, weights)]
    given = {"X": X, "y": y, "eta": eta}
    for name, before, expected in zip(weights._fields, weights, total, strict=True):
        what = f"network.{name}"
        after = expect.of_kind(getattr(network, name), before, what=what, given=given)
        moved = (before - after) / eta
        divided = np.allclose(moved * len(X), expected, rtol=1e-3, atol=1e-5)
        expect.that(not divided, too_little(len(X)), what=what)
        what = f"({name} before - {name} after) / eta"
        # what is left of 16 digits after the subtraction of two nearly equal numbers
        expect.close(moved, expected, what=what, given=given, rtol=1e-5, atol=1e-6)


@pytest.mark.task("LogisticNeuron_stochastic")
@pytest.mark.parametrize("epochs", [1, 3])
def test_weights_step_by_step(student, rng, epochs):
    """After one epoch and after three the weights and biases of both layers are right.

    ko: 한 에포크 뒤와 세 에포크 뒤의 두 층의 가중치와 절편이 맞습니다.
    """
    (X, y), weights, eta = data_set(rng), random_weights(rng), rng.uniform(0.1, 0.6)
    network = network_of(student, weights, eta, epochs)
    network.fit(X, y)
    expected = reference.train(X, y, weights, eta, epochs).weights
    expect_weights(network, expected, {"X": X, "y": y, "eta": eta, "epochs": epochs})


@pytest.mark.task("LogisticNeuron_stochastic")
def test_costs_step_by_step(student, rng):
    """Each sample leaves its own cost, that before its step.

    ko: 샘플마다 가중치를 바꾸기 전의 비용을 하나씩 남깁니다.
    """
    (X, y), weights = data_set(rng, m=8), random_weights(rng)
    network = network_of(student, weights, 0.4, epochs=2)
    network.fit(X, y)
    expected = reference.train(X, y, weights, 0.4, epochs=2).costs
    given = {"X": X, "y": y, "eta": 0.4, "epochs": 2}
    expect.close(
        numbers(network.cost_, 16, "network.cost_"),
        expected,
        what="network.cost_",
        given=given,
        m=8,
    )


@pytest.mark.task("LogisticNeuron_stochastic")
def test_fit_goes_on(student, rng):
    """A second call of fit goes on from where the first ended, for as many epochs as it is told.

    ko: fit을 다시 부르면 앞에서 끝난 곳부터 지정한 에포크 수만큼 이어서 학습합니다.
    """
    (X, y), weights = data_set(rng), random_weights(rng)
    network = network_of(student, weights, 0.3, epochs=2)
    network.fit(X, y)
    network.fit(X, y, epochs=1)
    expected = reference.train(X, y, weights, 0.3, epochs=3)
    expect_weights(network, expected.weights, {"X": X, "y": y, "eta": 0.3})
    costs = numbers(network.cost_, 36, "network.cost_")
    expect.close(costs, expected.costs, what="network.cost_", m=12)


@pytest.mark.task("LogisticNeuron_stochastic")
def test_fit_leaves_its_arguments(student, rng):
    """Training does not change the samples and labels that it is given.

    ko: 학습하면서 입력으로 받은 샘플과 정답을 바꾸지 않습니다.
    """
    (X, y), weights = data_set(rng), random_weights(rng)
    network = network_of(student, weights, 0.3, epochs=1)
    outcome = network.fit.call(X, y)
    expected = reference.train(X, y, weights, 0.3, epochs=1).weights
    expect_weights(network, expected, {"X": X, "y": y, "eta": 0.3})
    expect.unchanged(outcome, X, y, what="network.fit(X, y)")


@pytest.mark.task("LogisticNeuron_stochastic")
@pytest.mark.parametrize("m", [50, 1])
def test_predictions_of_random_samples(student, rng, m):
    """The predicted classes of random samples are right and a flat array, for one sample as well.

    ko: 무작위 샘플의 예측 클래스가 맞고, 샘플이 하나여도 1차원 배열입니다.
    """
    (X, _y), weights = data_set(rng, m=m), random_weights(rng, scale=2.0)
    predicted = network_of(student, weights, 0.1, epochs=1).predict(X)
    expected, given = reference.predict(X, weights), {"X": X} | weights._asdict()
    expect.equal(predicted, expected, what="network.predict(X)", given=given, kinds="iu")


@pytest.mark.task("LogisticNeuron_stochastic")
def test_accuracy_on_random_samples(student, rng):
    """The accuracy is the share of labels that are predicted.

    ko: 정확도는 정답 중에서 맞힌 비율입니다.
    """
    (X, y), weights = data_set(rng, m=41), random_weights(rng)
    accuracy = network_of(student, weights, 0.1, epochs=1).evaluate(X, y)
    expected, given = reference.accuracy(X, y, weights), {"X": X, "y": y}
    expect.close(accuracy, expected, what="network.evaluate(X, y)", given=given)


@pytest.mark.task("LogisticNeuron_stochastic", weight=2, needs=["test_step_of_a_sample"])
def test_new_digits_are_read(student, data, thresholds, rng):
    """Three epochs with eta = 0.1 and 100 hidden neurons read nearly all new digits right.

    ko: 은닉 뉴런 100개, eta = 0.1로 세 에포크를 학습하면 새 숫자를 거의 다 바르게 읽습니다.
    """
    n_x = data.X_train.array.shape[1]
    weights = reference.Weights(
        W1=rng.normal(size=(100, n_x)) / np.sqrt(n_x),
        b1=np.zeros((100, 1)),
        W2=rng.normal(size=(10, 100)) / 10,
        b2=np.zeros((10, 1)),
    )
    network = network_of(student, weights, 0.1, epochs=3)
    network.fit(data.X_train, data.y_train)
    predicted, what = network.predict(data.X_test), "network.predict(X_test)"
    expect.of_kind(predicted, data.y_test, what=what, kinds="iu")
    accuracy, least = np.mean(predicted == data.y_test), thresholds[f"accuracy_{data.name}"]
    expect.at_least(accuracy, least, what=f"np.mean({what} == y_test)")


@pytest.mark.task("accuracy_curve", weight=3)
def test_curve_epoch_by_epoch(student, rng):
    """Each point of both curves is the accuracy after that epoch.

    ko: 두 곡선의 점은 모두 그 에포크가 끝난 뒤의 정확도입니다.
    """
    # what can be learned, slowly: a curve without a rise would show no mistake
    X, weights, epochs = rng.normal(size=(160, 4)), random_weights(rng), 5
    y = np.argmax(X[:, :3], axis=1)
    network = network_of(student, weights, 0.05, epochs)
    own, new = expect.results(
        student.accuracy_curve(network, X[:80], y[:80], X[80:], y[80:]),
        CURVES,
        what="accuracy_curve(network, X, y, X_test, y_test)",
    )
    after = []
    for _ in range(epochs):
        weights = reference.train(X[:80], y[:80], weights, 0.05, 1).weights
        after.append(weights)
    given = {"X": X[:80], "y": y[:80], "eta": 0.05, "epochs": epochs}
    on_own = np.array([reference.accuracy(X[:80], y[:80], each) for each in after])
    on_new = np.array([reference.accuracy(X[80:], y[80:], each) for each in after])
    expect.close(numbers(own, epochs, "self_accuracy"), on_own, what="self_accuracy", given=given)
    expect.close(numbers(new, epochs, "test_accuracy"), on_new, what="test_accuracy", given=given)


@pytest.mark.task("accuracy_curve")
def test_curve_is_one_training(student, rng):
    """The curve takes one training: the network has seen each sample once an epoch, no more.

    ko: 곡선은 학습 한 번으로 얻습니다. 신경망은 에포크마다 샘플을 한 번씩만 봅니다.
    """
    (X, y), weights, epochs = data_set(rng, m=10), random_weights(rng), 6
    network = network_of(student, weights, 0.2, epochs)
    student.accuracy_curve(network, X, y, X, y)
    seen, once = len(network.cost_), len(X) * epochs
    again = Text(
        en=f"it holds {seen} costs where one training of {epochs} epochs over {len(X)} samples "
        f"leaves {once}. Call network.fit(X, y, epochs=1) once an epoch, on the network itself.",
        ko=f"샘플 {len(X)}개를 {epochs} 에포크 동안 한 번 학습하면 비용이 {once}개 남는데, "
        f"{seen}개가 있습니다. 받은 신경망으로 에포크마다 network.fit(X, y, epochs=1)을 "
        "한 번만 부르세요.",
    )
    expect.that(seen == once, again, what="network.cost_")
    expected = reference.train(X, y, weights, 0.2, epochs).weights
    expect_weights(network, expected, {"X": X, "y": y, "eta": 0.2, "epochs": epochs})


def too_little(m):
    """Return the sentence for a gradient of one sample that is divided by their number."""
    return Text(
        en=f"moves {m} times too little. The gradient is that of one sample: do not divide it by "
        f"{m}, the number of samples in the data set.",
        ko=f"{m}배 적게 움직입니다. 샘플 하나의 기울기이므로, 데이터에 있는 샘플의 개수({m})로 "
        "나누지 마세요.",
    )


def far_and_near(rng):
    """Return scores of every size up to 10000, with both signs."""
    sizes = np.concatenate([[0.0, 1e4], 10 ** rng.uniform(-3, 4, size=60)])
    return np.concatenate([sizes, -sizes])


def gradients_of(student, A0, Y, weights):
    """Return a student's gradients, from the oracle's forward pass."""
    Z1, A1, _Z2, A2 = reference.forward(A0, weights)
    return expect.results(student.backprop(A0, Z1, A1, A2, Y, weights.W2), GRADIENTS, what=BACKPROP)
