"""Hidden checks of the softmax classifier: fresh inputs against the oracle, extremes, real data."""

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.i18n import Text
from reference_impl.inputs import telling
from reference_impl.softmax_classifier import reference

GRADIENTS = ("w1_grad", "b1_grad", "w2_grad", "b2_grad")


def random_weights(rng, n=3, units=5, classes=4):
    """Return weights and biases of both layers."""
    shapes = (n, units), units, (units, classes), classes
    return reference.Weights(*(rng.normal(size=shape) for shape in shapes))


def centred_weights(rng):
    """Return weights with which each class wins for some samples."""
    w1, b1, w2, _b2 = random_weights(rng)
    return reference.Weights(w1, b1, w2, -w2.sum(axis=0) / 2)


def without_a_bias(X, weights):
    """Yield what a network predicts that leaves out a bias."""
    yield reference.predict(X, weights._replace(b1=np.zeros_like(weights.b1)))
    yield reference.predict(X, weights._replace(b2=np.zeros_like(weights.b2)))


def samples(rng, m=11, n=3, classes=4):
    """Return samples and one-hot labels in which each class occurs."""
    return rng.normal(size=(m, n)), np.eye(classes)[rng.permutation(np.arange(m) % classes)]


def set_up(student, weights):
    """Return a student's network with these weights."""
    network = student.MultiClassNetwork(units=len(weights.b1))
    network.w1, network.b1, network.w2, network.b2 = weights
    return network


def initial_weights(student, X, Y, units=5, seed=3):
    """Return the weights that a student's network starts from; how it draws them is its own."""
    network = student.MultiClassNetwork(units=units, seed=seed)
    network.init_weights(X.shape[1], Y.shape[1])
    shapes = (X.shape[1], units), units, (units, Y.shape[1]), Y.shape[1]
    values = network.w1, network.b1, network.w2, network.b2
    return reference.Weights(
        *(
            expect.of_kind(value, np.zeros(shape), what=f"network.{name}")
            for name, value, shape in zip(reference.Weights._fields, values, shapes, strict=True)
        )
    )


def backprop(student, weights, X, err):
    """Return a student's gradients at these weights."""
    network = set_up(student, weights)
    network.forpass(X)
    network.a1 = reference.forward(X, weights).a1  # a wrong forpass is another check's business
    gradients = network.backprop(X, err)
    return reference.Weights(*expect.results(gradients, GRADIENTS, what="network.backprop(x, err)"))


@pytest.mark.task("softmax")
@pytest.mark.parametrize("shape", [(6, 4), (1, 3), (3, 3)])
def test_softmax_of_random_scores(student, rng, shape):
    """The softmax of random scores is right for one row and for many.

    ko: 무작위 점수의 소프트맥스가 행이 하나일 때도 여럿일 때도 맞습니다.
    """
    z = rng.normal(scale=3.0, size=shape)
    expect.close(student.softmax(z), reference.softmax(z), what="softmax(z)", given={"z": z})


@pytest.mark.task("softmax")
def test_softmax_up_to_ten_thousand(student, rng):
    """Rows of scores around -10000 to 10000 are right together, without a warning.

    ko: -10000부터 10000까지의 점수로 된 행들이 한 배열에 있어도 경고 없이 맞습니다.
    """
    levels = np.array([[-1e4], [-700.0], [0.0], [700.0], [1e4]])
    z = np.vstack([levels + rng.normal(size=(5, 4)), rng.uniform(-1e4, 1e4, size=(5, 4))])
    outcome = student.softmax.call(z)
    expect.close(outcome.value, reference.softmax(z), what="softmax(z)", given={"z": z})
    expect.quiet(outcome, what="softmax(z)", given={"z": z})


@pytest.mark.task("softmax")
def test_softmax_leaves_its_argument(student, rng):
    """The softmax does not change the scores that it is given.

    ko: 소프트맥스는 입력으로 받은 점수를 바꾸지 않습니다.
    """
    z = rng.normal(scale=3.0, size=(5, 3))
    outcome = student.softmax.call(z)
    expect.close(outcome.value, reference.softmax(z), what="softmax(z)", given={"z": z})
    expect.unchanged(outcome, z, what="softmax(z)")


@pytest.mark.task("one_hot_encoding")
@pytest.mark.parametrize(("m", "n_y"), [(12, 5), (3, 10), (1, 2)])
def test_one_hot_of_random_labels(student, rng, m, n_y):
    """Random labels become their rows, with more and with fewer labels than classes.

    ko: 정답이 클래스보다 많든 적든 무작위 정답이 알맞은 행이 됩니다.
    """
    # the last class occurs in the first case only
    y = rng.permutation(np.arange(m) % min(n_y, m))
    encoded = student.one_hot_encoding(y, n_y)
    expected = reference.one_hot_encoding(y, n_y)
    given = {"y": y, "n_y": n_y}
    expect.equal(encoded, expected, what="one_hot_encoding(y, n_y)", given=given, kinds="fiu")


@pytest.mark.task("one_hot_encoding")
def test_one_hot_leaves_its_argument(student, rng):
    """The encoding does not change the labels that it is given.

    ko: 원-핫 인코딩은 입력으로 받은 정답을 바꾸지 않습니다.
    """
    y = rng.permutation(np.arange(9) % 6)
    call, outcome = "one_hot_encoding(y, n_y)", student.one_hot_encoding.call(y, 6)
    expect.equal(outcome.value, reference.one_hot_encoding(y, 6), what=call, kinds="fiu")
    expect.unchanged(outcome, y, what=call)


@pytest.mark.task("CEcost")
def test_cost_of_random_predictions(student, rng):
    """The cost of random predictions is right.

    ko: 무작위 예측의 비용이 맞습니다.
    """
    A, Y = rng.dirichlet(np.ones(4), size=9), np.eye(4)[rng.integers(4, size=9)]
    cost = student.CEcost(A, Y)
    expect.close(cost, reference.CEcost(A, Y), what="CEcost(A, Y)", given={"A": A, "Y": Y}, m=9)


@pytest.mark.task("CEcost")
def test_cost_at_the_ends(student, rng):
    """A probability of exactly 0 or 1 counts as 1e-10 or 1 - 1e-10, without a warning.

    ko: 정확히 0이나 1인 확률은 경고 없이 1e-10이나 1 - 1e-10으로 계산합니다.
    """
    A = np.vstack([np.eye(3), rng.dirichlet(np.ones(3), size=2)])
    Y = np.eye(3)[[0, 2, 2, 1, 0]]
    outcome, given = student.CEcost.call(A, Y), {"A": A, "Y": Y}
    expect.close(outcome.value, reference.CEcost(A, Y), what="CEcost(A, Y)", given=given, m=5)
    expect.quiet(outcome, what="CEcost(A, Y)", given=given)


@pytest.mark.task("CEcost")
def test_cost_leaves_its_arguments(student, rng):
    """The cost does not change the probabilities and labels that it is given.

    ko: 비용 함수는 입력으로 받은 확률과 정답을 바꾸지 않습니다.
    """
    # so near 0 and 1 that a clip in place shows, and yet a missing clip does not
    A, Y = np.vstack([[1 - 2e-12, 1e-12, 1e-12], rng.dirichlet(np.ones(3))]), np.eye(3)[[0, 2]]
    outcome = student.CEcost.call(A, Y)
    expect.close(outcome.value, reference.CEcost(A, Y), what="CEcost(A, Y)", m=2)
    expect.unchanged(outcome, A, Y, what="CEcost(A, Y)")


@pytest.mark.task("MultiClassNetwork")
def test_initial_weights_are_normal(student, rng):
    """The initial weights spread as N(0, 1) does, and the biases are 0.

    ko: 초기 가중치는 표준 정규 분포 N(0, 1)처럼 퍼져 있고 절편은 0입니다.
    """
    # bounds of 6 standard errors of 1000 draws: a right answer misses them once in 10 million
    network = student.MultiClassNetwork(units=50, seed=int(rng.integers(2**31)))
    network.init_weights(60, 20)
    w1 = expect.of_kind(network.w1, np.zeros((60, 50)), what="network.w1")
    w2 = expect.of_kind(network.w2, np.zeros((50, 20)), what="network.w2")
    expect.less(abs(w1.mean()), 0.2, what="abs(network.w1.mean())")
    expect.less(abs(w2.mean()), 0.2, what="abs(network.w2.mean())")
    expect.less(abs(w1.std() - 1), 0.14, what="abs(network.w1.std() - 1)")
    expect.less(abs(w2.std() - 1), 0.14, what="abs(network.w2.std() - 1)")
    expect.close(network.b1, np.zeros(50), what="network.b1")
    expect.close(network.b2, np.zeros(20), what="network.b2")


@pytest.mark.task("MultiClassNetwork")
def test_initial_weights_follow_the_seed(student, rng):
    """The same seed gives the same initial weights, another seed others.

    ko: 시드가 같으면 초기 가중치가 같고, 시드가 다르면 초기 가중치도 다릅니다.
    """
    X, Y = samples(rng)
    first, again, other = (initial_weights(student, X, Y, seed=seed) for seed in (1, 1, 2))
    expect.equal(again.w1, first.w1, what="MultiClassNetwork(seed=1).w1")
    expect.equal(again.w2, first.w2, what="MultiClassNetwork(seed=1).w2")
    others = Text(
        en="another seed must give other weights.", ko="시드가 다르면 가중치도 달라야 합니다."
    )
    expect.that(np.any(other.w1 != first.w1), others, what="MultiClassNetwork(seed=2).w1")
    expect.that(np.any(other.w2 != first.w2), others, what="MultiClassNetwork(seed=2).w2")


@pytest.mark.task("MultiClassNetwork")
def test_sigmoid_of_the_network(student, rng):
    """The network's sigmoid is right for all scores from -10000 to 10000, without a warning.

    ko: 신경망의 시그모이드가 -10000부터 10000까지 경고 없이 맞습니다.
    """
    z = np.vstack([rng.normal(scale=3.0, size=(3, 4)), [[-1e4, -800.0, 800.0, 1e4]]])
    outcome = student.MultiClassNetwork().sigmoid.call(z)
    expect.close(outcome.value, reference.sigmoid(z), what="network.sigmoid(z)", given={"z": z})
    expect.quiet(outcome, what="network.sigmoid(z)", given={"z": z})


@pytest.mark.task("MultiClassNetwork")
def test_forpass_of_random_samples(student, rng):
    """The scores of random samples are right, before softmax.

    ko: 무작위 샘플의 점수, 곧 소프트맥스를 거치기 전의 값이 맞습니다.
    """
    X, weights = rng.normal(size=(7, 3)), random_weights(rng)
    scores = set_up(student, weights).forpass(X)
    given = {"x": X, **weights._asdict()}
    expect.close(scores, reference.forward(X, weights).z2, what="network.forpass(x)", given=given)


@pytest.mark.task("MultiClassNetwork")
def test_backprop_of_the_output_layer(student, rng):
    """The gradients of w2 and b2 are right, the one of b2 with a number for each class.

    ko: w2와 b2의 기울기가 맞고, b2의 기울기는 클래스마다 하나씩입니다.
    """
    X, err, weights = rng.normal(size=(11, 3)), rng.normal(size=(11, 4)), random_weights(rng)
    yours = backprop(student, weights, X, err)
    expected = reference.gradients(X, err, weights)
    given = {"x": X, "err": err, **weights._asdict()}
    expect.close(yours.w2, expected.w2, what="w2_grad", given=given, m=11)
    expect.close(yours.b2, expected.b2, what="b2_grad", given=given, m=11)


@pytest.mark.task("MultiClassNetwork")
def test_backprop_of_the_hidden_layer(student, rng):
    """The gradients of w1 and b1 are right.

    ko: w1과 b1의 기울기가 맞습니다.
    """
    X, err, weights = rng.normal(size=(11, 3)), rng.normal(size=(11, 4)), random_weights(rng)
    yours = backprop(student, weights, X, err)
    expected = reference.gradients(X, err, weights)
    given = {"x": X, "err": err, **weights._asdict()}
    expect.close(yours.w1, expected.w1, what="w1_grad", given=given, m=11)
    expect.close(yours.b1, expected.b1, what="b1_grad", given=given, m=11)


@pytest.mark.task("MultiClassNetwork")
def test_backprop_is_the_slope_of_the_cost(student, rng):
    """All four gradients agree with the numerical slope of the mean cross-entropy.

    ko: 네 기울기가 모두 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    X, Y = samples(rng)
    weights = random_weights(rng)

    def cost(theta):
        return reference.cost(X, Y, reference.Weights(**theta))

    err = reference.softmax(reference.forward(X, weights).z2) - Y
    gradients = backprop(student, weights, X, err)._asdict()
    call = "network.backprop(x, err)"
    gradient.check(cost, weights._asdict(), gradients, rng=rng, what=call, m=11)


@pytest.mark.task("MultiClassNetwork")
def test_backprop_leaves_its_arguments(student, rng):
    """The gradients are computed without a change to the samples and errors.

    ko: 기울기를 구하면서 입력 샘플과 오차를 바꾸지 않습니다.
    """
    X, err = rng.normal(size=(6, 3)), rng.normal(size=(6, 4))
    weights = random_weights(rng)
    network = set_up(student, weights)
    network.forpass(X)
    network.a1 = reference.forward(X, weights).a1
    call, outcome = "network.backprop(x, err)", network.backprop.call(X, err)
    _w1_grad, _b1_grad, w2_grad, _b2_grad = expect.results(outcome.value, GRADIENTS, what=call)
    expect.close(w2_grad, reference.gradients(X, err, weights).w2, what="w2_grad", m=6)
    expect.unchanged(outcome, X, err, what=call)


@pytest.mark.task("MultiClassNetwork")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_weights_step_by_step(student, rng, epochs):
    """After 1, 2 and 5 epochs from your own initial weights all weights and biases are right.

    ko: 자신의 초기 가중치에서 출발해 1, 2, 5 에포크 뒤의 모든 가중치와 절편이 맞습니다.
    """
    X, Y = samples(rng)
    start = initial_weights(student, X, Y)
    network = student.MultiClassNetwork(units=5, seed=3)
    network.fit(X, Y, epochs=epochs)
    expected = reference.train(X, Y, start, epochs).weights
    given = {"x": X, "y": Y, "epochs": epochs}
    expect.close(network.w1, expected.w1, what="network.w1", given=given)
    expect.close(network.b1, expected.b1, what="network.b1", given=given)
    expect.close(network.w2, expected.w2, what="network.w2", given=given)
    expect.close(network.b2, expected.b2, what="network.b2", given=given)


@pytest.mark.task("MultiClassNetwork")
def test_losses_step_by_step(student, rng):
    """Each epoch appends the mean cross-entropy of the weights before its step.

    ko: 에포크마다 가중치를 바꾸기 전의 평균 교차 엔트로피를 losses에 추가합니다.
    """
    X, Y = samples(rng)
    start = initial_weights(student, X, Y)
    network = student.MultiClassNetwork(units=5, seed=3)
    network.fit(X, Y, epochs=4)
    names = [f"losses[{epoch}]" for epoch in range(4)]
    losses = np.array(expect.results(network.losses, names, what="network.losses"))
    expected = reference.train(X, Y, start, epochs=4).losses
    given = {"x": X, "y": Y, "epochs": 4}
    expect.close(losses, expected, what="network.losses", given=given, m=11)


@pytest.mark.task("MultiClassNetwork")
def test_fit_leaves_its_arguments(student, rng):
    """Training does not change the samples and labels that it is given.

    ko: 학습하면서 입력으로 받은 샘플과 정답을 바꾸지 않습니다.
    """
    X, Y = samples(rng)
    start = initial_weights(student, X, Y)
    network = student.MultiClassNetwork(units=5, seed=3)
    outcome = network.fit.call(X, Y, epochs=2)
    expect.close(network.w2, reference.train(X, Y, start, 2).weights.w2, what="network.w2")
    expect.unchanged(outcome, X, Y, what="network.fit(x, y)")


@pytest.mark.task("MultiClassNetwork")
def test_predictions_of_random_samples(student, rng):
    """The predictions are the numbers of the most probable classes, in a flat array.

    ko: 예측은 가장 확률이 높은 클래스의 번호이며 1차원 배열로 나옵니다.
    """

    # far-out samples without biases: several classes win
    def draw():
        return rng.normal(scale=9, size=(40, 3)), centred_weights(rng)

    X, weights = telling(draw, reference.predict, without_a_bias)
    predicted = set_up(student, weights).predict(X)
    expected = reference.predict(X, weights)
    given = {"x": X, **weights._asdict()}
    expect.equal(predicted, expected, what="network.predict(x)", given=given, kinds="iu")


@pytest.mark.task("MultiClassNetwork")
def test_score_of_random_samples(student, rng):
    """The score is the share of one-hot labels whose class is predicted.

    ko: score는 원-핫 정답 중에서 클래스를 맞힌 비율입니다.
    """

    def draw():
        X, weights = rng.normal(scale=9, size=(41, 3)), centred_weights(rng)
        missed = rng.permutation(41) < 6  # a share that no comparison of the wrong things gives
        return X, np.eye(4)[(reference.predict(X, weights) + missed) % 4], weights

    def scores(X, Y, weights):
        return [np.mean(each == Y.argmax(axis=1)) for each in without_a_bias(X, weights)]

    X, Y, weights = telling(draw, reference.accuracy, scores)
    score = set_up(student, weights).score(X, Y)
    given = {"x": X, "y": Y, **weights._asdict()}
    expect.close(score, reference.accuracy(X, Y, weights), what="network.score(x, y)", given=given)


@pytest.mark.task("MultiClassNetwork", weight=2, needs=["test_backprop_is_the_slope_of_the_cost"])
def test_accuracy_on_digits(student, rng, data, thresholds):
    """100 hidden units and 100 epochs read handwritten digits as well as a right answer does.

    ko: 은닉 뉴런 100개로 100 에포크를 학습하면 올바른 구현만큼 손글씨 숫자를 읽습니다.
    """
    network = student.MultiClassNetwork(units=100, seed=int(rng.integers(2**31)))
    network.fit(data.X_train, np.eye(10)[data.y_train.array], epochs=100)
    predicted = network.predict(data.X_test)
    expect.of_kind(predicted, data.y_test, what="network.predict(X_test)", kinds="iu")
    accuracy = "np.mean(network.predict(X_test) == y_test)"
    floor = thresholds[f"accuracy_{data.name}"]
    expect.at_least(np.mean(predicted == data.y_test), floor, what=accuracy)
