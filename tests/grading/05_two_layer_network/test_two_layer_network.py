"""Hidden checks of the two-layer network: fresh inputs against the oracle, extremes, real data."""

from functools import cache

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.i18n import Text
from reference_impl.inputs import telling
from reference_impl.two_layer_network import reference

# document 002 prints these two figures for the start at one
PUBLISHED_LOSS = 0.06883682133902377
PUBLISHED_ACCURACY = 0.956140350877193

GRADIENTS = ("w1_grad", "b1_grad", "w2_grad", "b2_grad")
EPOCHS = ("ones_epoch", "random_epoch", "lead")

REPEATED = Text(
    en="the weights are not all different. Draw w1 and w2 one after the other, and seed only once.",
    ko="가중치가 모두 다르지 않습니다. 시드는 한 번만 정하고 w1과 w2를 차례로 뽑으세요.",
)
ALL_THE_SAME = Text(
    en="all hidden units are the same after training: fit must start from self.init_weights.",
    ko="학습 뒤에도 은닉 뉴런이 모두 같습니다. fit은 self.init_weights로 시작해야 합니다.",
)


def samples(rng, m=9, n=4):
    """Return samples with labels of both classes."""
    return rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2)


def random_weights(rng, n=4, units=3):
    """Return weights and biases of which no two are the same."""
    w1, b1 = rng.normal(size=(n, units)), rng.normal(size=units)
    return reference.Weights(w1, b1, rng.normal(size=(units, 1)), rng.normal())


def centred_weights(rng):
    """Return weights with which both classes are predicted, and no score is far from 0."""
    w1, b1, w2, _b2 = random_weights(rng)
    return reference.Weights(w1, b1, w2, -float(w2.sum()) / 2)


def mistaken(X, weights):
    """Yield what the usual mistakes predict."""
    w1, b1, w2, b2 = weights
    yield reference.predict(X, weights._replace(b1=np.zeros_like(b1)))
    yield reference.predict(X, weights._replace(b2=0.0))
    yield reference.predict(X, weights._replace(b2=b2 - 0.5))  # the score is compared with a half
    yield (X @ w1 + b1) @ w2 + b2 > 0  # without the hidden sigmoid


@cache
def losses_from_ones(data):
    """Train on breast-cancer data from ones: the losses are the same for each submission."""
    X, y = data.X_train_scaled.array, data.y_train.array
    return reference.train(X, y, reference.all_ones(30, 10), 200).losses


def set_up(student, weights):
    """Return a student's network with these weights."""
    network = student.DualLayer(units=len(weights.b1))
    for name, value in weights._asdict().items():
        setattr(network, name, value)
    return network


def trained(network, X, y, epochs):
    """Return a network after training."""
    network.fit(X, y, epochs=epochs)
    return network


def expect_weights(network, expected, given):
    """Expect the weights and biases of a network to be these."""
    expect.close(network.w2, expected.w2, what="network.w2", given=given)
    expect.close(network.b2, expected.b2, what="network.b2", given=given)
    expect.close(network.w1, expected.w1, what="network.w1", given=given)
    expect.close(network.b1, expected.b1, what="network.b1", given=given)


def losses_of(network, epochs):
    """Return the losses as an array of one number an epoch."""
    losses = network.losses
    expect.equal(np.size(losses), epochs, what="len(network.losses)")
    return np.array(losses)


def start_of(network, n):
    """Return the weights that init_weights gives a network for n features."""
    network.init_weights(n)
    units = int(network.units)
    w1 = expect.of_kind(network.w1, np.zeros((n, units)), what="network.w1")
    w2 = expect.of_kind(network.w2, np.zeros((units, 1)), what="network.w2")
    return reference.Weights(w1, np.zeros(units), w2, 0.0)


@pytest.mark.task("MSEcost")
@pytest.mark.parametrize("shape", [(1, 9), (3, 7), (2, 1)])
def test_squared_error_of_random_outputs(student, rng, shape):
    """The cost of random outputs is right, for one output and several, and for a single sample.

    ko: 무작위 출력의 비용이 출력이 하나일 때, 여럿일 때, 샘플이 하나일 때 모두 맞습니다.
    """
    A2, Y = rng.normal(size=shape), rng.integers(2, size=shape)
    given = {"A2": A2, "Y": Y}
    cost = student.MSEcost(A2, Y)
    expect.close(cost, reference.MSEcost(A2, Y), what="MSEcost(A2, Y)", given=given, m=shape[1])


@pytest.mark.task("MSEcost")
def test_squared_error_leaves_its_arguments(student, rng):
    """The cost does not change the outputs and labels that it is given.

    ko: 비용 함수는 입력으로 받은 출력과 정답을 바꾸지 않습니다.
    """
    A2, Y = rng.normal(size=(2, 2, 5))
    outcome = student.MSEcost.call(A2, Y)
    expect.close(outcome.value, reference.MSEcost(A2, Y), what="MSEcost(A2, Y)", m=5)
    expect.unchanged(outcome, A2, Y, what="MSEcost(A2, Y)")


@pytest.mark.task("DualLayer")
def test_start_at_one_of_any_size(student, rng):
    """All weights start at 1 and all biases at 0, for any number of features and units.

    ko: 특성과 뉴런의 수가 얼마이든 가중치는 모두 1, 절편은 모두 0에서 시작합니다.
    """
    n, units = (int(size) for size in rng.integers(2, 9, size=2))
    network = student.DualLayer(units=units)
    network.init_weights(n)
    expected, given = reference.all_ones(n, units), {"n_features": n, "units": units}
    expect.close(network.w1, expected.w1, what="network.w1", given=given)
    expect.close(network.b1, expected.b1, what="network.b1", given=given)
    expect.close(network.w2, expected.w2, what="network.w2", given=given)
    expect.equal(network.b2, 0, what="network.b2", given=given, kinds="iuf")


@pytest.mark.task("DualLayer")
def test_activation_of_random_scores(student, rng):
    """The activation is the sigmoid, without a warning and without a change to the scores.

    ko: 활성화 함수는 경고 없이 시그모이드 값을 내고 입력 점수를 바꾸지 않습니다.
    """
    z = np.concatenate([rng.normal(scale=3.0, size=10), [-1e4, 1e4]]).reshape(4, 3)
    outcome, call = student.DualLayer().activation.call(z), "network.activation(z)"
    expect.close(outcome.value, reference.sigmoid(z), what=call, given={"z": z})
    expect.quiet(outcome, what=call, given={"z": z})
    expect.unchanged(outcome, z, what=call)


@pytest.mark.task("DualLayer")
def test_forpass_of_random_samples(student, rng):
    """The scores of random samples are right, and a1 holds the hidden layer's output.

    ko: 무작위 샘플의 점수가 맞고, a1에 은닉층의 출력이 남습니다.
    """
    X, _ = samples(rng)
    weights = random_weights(rng)
    network, expected = set_up(student, weights), reference.forward(X, weights)
    given = {"x": X, **weights._asdict()}
    expect.close(network.forpass(X), expected.z2, what="network.forpass(x)", given=given)
    expect.close(network.a1, expected.a1, what="network.a1", given=given)


@pytest.mark.task("DualLayer")
@pytest.mark.parametrize("m", [9, 1])
def test_backprop_of_random_errors(student, rng, m):
    """The four gradients of random errors are right, for several samples and for one.

    ko: 무작위 오차로 구한 기울기 네 개가 샘플이 여럿일 때도 하나일 때도 맞습니다.
    """
    X, err, weights = rng.normal(size=(m, 4)), rng.normal(size=(m, 1)), random_weights(rng)
    network, expected = set_up(student, weights), reference.gradients(X, err, weights)
    network.forpass(X)
    grads = expect.results(network.backprop(X, err), GRADIENTS, what="network.backprop(x, err)")
    w1_grad, b1_grad, w2_grad, b2_grad = grads
    given = {"x": X, "err": err, **weights._asdict()}
    expect.close(b2_grad, expected.b2, what="b2_grad", given=given, m=m)
    expect.close(w2_grad, expected.w2, what="w2_grad", given=given, m=m)
    expect.close(b1_grad, expected.b1, what="b1_grad", given=given, m=m)
    expect.close(w1_grad, expected.w1, what="w1_grad", given=given, m=m)


@pytest.mark.task("DualLayer")
def test_backprop_is_the_slope_of_the_cost(student, rng):
    """The four gradients agree with the numerical slopes of the mean cross-entropy.

    ko: 기울기 네 개가 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    X, y = samples(rng)
    weights = random_weights(rng)

    def cost(theta):
        return reference.cost(X, y, reference.Weights(**theta))

    err = reference.sigmoid(reference.forward(X, weights).z2) - y.reshape(-1, 1)
    network, call = set_up(student, weights), "network.backprop(x, a - y)"
    network.forpass(X)
    grads = expect.results(network.backprop(X, err), GRADIENTS, what=call)
    named = dict(zip(reference.Weights._fields, grads, strict=True))
    gradient.check(cost, weights._asdict(), named, rng=rng, what=call, m=9)


@pytest.mark.task("DualLayer")
def test_backprop_changes_nothing(student, rng):
    """The gradients are computed without a change to the samples, the errors and the weights.

    ko: 기울기를 구하면서 샘플, 오차, 가중치를 바꾸지 않습니다.
    """
    X, err, weights = rng.normal(size=(5, 4)), rng.normal(size=(5, 1)), random_weights(rng)
    network, call = set_up(student, weights), "network.backprop(x, err)"
    network.forpass(X)
    outcome = network.backprop.call(X, err)
    _w1_grad, _b1_grad, w2_grad, _b2_grad = expect.results(outcome.value, GRADIENTS, what=call)
    expect.close(w2_grad, reference.gradients(X, err, weights).w2, what="w2_grad", m=5)
    expect.unchanged(outcome, X, err, what=call)
    expect_weights(network, weights, {"x": X, "err": err})


@pytest.mark.task("DualLayer")
@pytest.mark.parametrize("steps", [1, 3])
def test_steps_from_given_weights(student, rng, steps):
    """Training goes on from the weights as they are: after 1 and 3 steps all four are right.

    ko: training은 지금의 가중치에서 이어서 학습합니다. 1걸음, 3걸음 뒤 네 매개변수가 모두 맞습니다.
    """
    X, y = samples(rng)
    weights = random_weights(rng)
    network = set_up(student, weights)
    for _ in range(steps):
        network.training(X, y.reshape(-1, 1), 9)
    given = {"x": X, "y": y.reshape(-1, 1), "m": 9, **weights._asdict()}
    expect_weights(network, reference.train(X, y, weights, steps).weights, given)


@pytest.mark.task("DualLayer")
def test_training_gives_the_probabilities(student, rng):
    """A step returns the probabilities before it and leaves samples and labels as they are.

    ko: training은 걸음 전의 확률을 돌려주고 샘플과 정답을 바꾸지 않습니다.
    """
    X, y = samples(rng)
    weights = random_weights(rng)
    outcome = set_up(student, weights).training.call(X, y.reshape(-1, 1), 9)
    expected = reference.sigmoid(reference.forward(X, weights).z2)
    given, call = {"x": X, "m": 9, **weights._asdict()}, "network.training(x, y, m)"
    expect.close(outcome.value, expected, what=call, given=given)
    expect.unchanged(outcome, X, y.reshape(-1, 1), what=call)


@pytest.mark.task("DualLayer")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_weights_step_by_step(student, rng, epochs):
    """After 1, 2 and 5 epochs from the start at one, weights and biases are right.

    ko: 1에서 시작해 1, 2, 5 에포크를 학습한 뒤의 가중치와 절편이 맞습니다.
    """
    X, y = samples(rng)
    network = trained(student.DualLayer(units=3), X, y, epochs)
    expected = reference.train(X, y, reference.all_ones(4, 3), epochs).weights
    expect_weights(network, expected, {"x": X, "y": y, "epochs": epochs})


@pytest.mark.task("DualLayer")
def test_losses_step_by_step(student, rng):
    """Each epoch appends the mean cross-entropy of the weights before its step.

    ko: 에포크마다 가중치를 바꾸기 전의 평균 교차 엔트로피를 losses에 추가합니다.
    """
    X, y = samples(rng)
    network = trained(student.DualLayer(units=3), X, y, epochs=4)
    expected = reference.train(X, y, reference.all_ones(4, 3), epochs=4).losses
    given = {"x": X, "y": y, "epochs": 4}
    expect.close(losses_of(network, 4), expected, what="network.losses", given=given, m=9)


@pytest.mark.task("DualLayer")
def test_losses_stay_finite(student):
    """Where the network is certain and wrong, a counts as 1 - 1e-10, without a warning.

    ko: 확신하면서 틀리는 경우에는 경고 없이 a를 1 - 1e-10으로 계산합니다.
    """
    # fifty units that all say 1 make a score of 50, and a sigmoid that rounds to 1
    X, y = np.array([[100.0], [50.0], [-100.0]]), np.array([0, 1, 1])
    network, given = student.DualLayer(units=50), {"x": X, "y": y, "epochs": 2}
    outcome = network.fit.call(X, y, epochs=2)
    expected = reference.train(X, y, reference.all_ones(1, 50), epochs=2).losses
    expect.close(losses_of(network, 2), expected, what="network.losses", given=given, m=3)
    expect.quiet(outcome, what="network.fit(x, y)", given=given)


@pytest.mark.task("DualLayer")
def test_fit_starts_afresh(student, rng):
    """A second call of fit starts again from weights 1 and biases 0.

    ko: fit을 다시 부르면 가중치 1, 절편 0에서 새로 시작합니다.
    """
    X, y = samples(rng)
    network = trained(student.DualLayer(units=3), X, y, epochs=3)
    network.fit(X, y, epochs=1)
    expected = reference.train(X, y, reference.all_ones(4, 3), epochs=1).weights
    expect_weights(network, expected, {"x": X, "y": y, "epochs": 1})


@pytest.mark.task("DualLayer")
def test_fit_leaves_its_arguments(student, rng):
    """Training does not change the samples and labels that it is given.

    ko: 학습하면서 입력으로 받은 샘플과 정답을 바꾸지 않습니다.
    """
    X, y = samples(rng)
    network = student.DualLayer(units=3)
    outcome = network.fit.call(X, y, epochs=2)
    expected = reference.train(X, y, reference.all_ones(4, 3), epochs=2).weights
    expect.close(network.w2, expected.w2, what="network.w2")
    expect.unchanged(outcome, X, y, what="network.fit(x, y)")


@pytest.mark.task("DualLayer")
def test_predictions_of_random_samples(student, rng):
    """The predictions are a column of True and False, right for random samples.

    ko: 예측은 True와 False로 된 열 벡터이며 무작위 샘플에서 맞습니다.
    """

    def draw():
        return 3 * samples(rng, m=40)[0], centred_weights(rng)

    X, weights = telling(draw, reference.predict, mistaken)
    predicted, given = set_up(student, weights).predict(X), {"x": X, **weights._asdict()}
    expected = reference.predict(X, weights)
    expect.equal(predicted, expected, what="network.predict(x)", given=given, kinds="b")


@pytest.mark.task("DualLayer")
def test_score_of_random_samples(student, rng):
    """The score is the share of flat labels that are predicted.

    ko: score는 1차원 정답 배열 중에서 맞힌 비율입니다.
    """

    def draw():
        X, weights = rng.normal(scale=3, size=(41, 4)), centred_weights(rng)
        missed = rng.permutation(41) < 6  # a share that no comparison of the wrong things gives
        return X, (reference.predict(X, weights)[:, 0] != missed).astype(int), weights

    def scores(X, y, weights):
        return [np.mean(predicted[:, 0] == y) for predicted in mistaken(X, weights)]

    X, y, weights = telling(draw, reference.accuracy, scores)
    score, given = set_up(student, weights).score(X, y), {"x": X, "y": y, **weights._asdict()}
    expected = reference.accuracy(X, y, weights)
    expect.close(score, expected, what="network.score(x, y)", given=given)


@pytest.mark.task("DualLayer", weight=2)
def test_published_figures(student, data):
    """1000 epochs on the scaled breast-cancer data reach the accuracy and loss of the lecture.

    ko: 스케일을 맞춘 유방암 데이터로 1000 에포크를 학습하면 강의의 정확도와 손실이 나옵니다.
    """
    network = trained(student.DualLayer(), data.X_train_scaled, data.y_train, 1000)
    last_loss = losses_of(network, 1000)[-1]
    expect.close(last_loss, PUBLISHED_LOSS, what="network.losses[-1]", m=len(data.y_train.array))
    predicted = network.predict(data.X_test_scaled)
    labels = data.y_test.reshape(-1, 1) == 1
    expect.of_kind(predicted, labels, what="network.predict(X_test_scaled)")
    accuracy = "np.mean(network.predict(X_test_scaled) == y_test)"
    expect.close(np.mean(predicted == labels), PUBLISHED_ACCURACY, what=accuracy)


@pytest.mark.task("RandomInitNetwork")
def test_random_start_of_any_size(student, rng):
    """The random start has weights of the right shapes, all different, and biases 0.

    ko: 무작위 초깃값은 가중치의 모양이 맞고 값이 모두 다르며 절편은 0입니다.
    """
    n, units, seed = (int(number) for number in rng.integers(2, 9, size=3))
    network = student.RandomInitNetwork(units=units, seed=seed)
    start, given = start_of(network, n), {"n_features": n, "units": units, "seed": seed}
    drawn = np.concatenate([start.w1.ravel(), start.w2.ravel()])
    expect.that(np.unique(drawn).size == drawn.size, REPEATED, what="network.init_weights")
    expect.close(network.b1, start.b1, what="network.b1", given=given)
    expect.equal(network.b2, 0, what="network.b2", given=given, kinds="iuf")


@pytest.mark.task("RandomInitNetwork")
def test_start_is_normal(student, rng):
    """10000 weights have the mean, the standard deviation and the tails of N(0, 1).

    ko: 가중치 10000개의 평균, 표준 편차, 양쪽 꼬리가 N(0, 1)과 맞습니다.
    """
    seed = int(rng.integers(2**31))
    given = {"n_features": 100, "units": 100, "seed": seed}
    w1 = start_of(student.RandomInitNetwork(units=100, seed=seed), 100).w1
    # five standard errors of 10000 draws; beyond 2 lies a share of 0.0455
    expect.close(np.mean(w1), 0.0, what="np.mean(network.w1)", given=given, atol=0.05)
    expect.close(np.std(w1), 1.0, what="np.std(network.w1)", given=given, atol=0.036)
    far_out, call = np.mean(np.abs(w1) > 2), "np.mean(np.abs(network.w1) > 2)"
    expect.close(far_out, 0.0455, what=call, given=given, atol=0.0105)


@pytest.mark.task("RandomInitNetwork")
def test_output_weights_are_normal(student, rng):
    """The weights of the output have mean 0 and standard deviation 1 as well.

    ko: 출력층 가중치도 평균은 0, 표준 편차는 1입니다.
    """
    seed = int(rng.integers(2**31))
    given = {"n_features": 2, "units": 5000, "seed": seed}
    w2 = start_of(student.RandomInitNetwork(units=5000, seed=seed), 2).w2
    expect.close(np.mean(w2), 0.0, what="np.mean(network.w2)", given=given, atol=0.071)
    expect.close(np.std(w2), 1.0, what="np.std(network.w2)", given=given, atol=0.05)


@pytest.mark.task("RandomInitNetwork")
def test_fit_starts_at_random(student, rng):
    """Training starts from the weights that init_weights gives, and goes on as in DualLayer.

    ko: 학습은 init_weights가 정한 가중치에서 시작하고, 그다음은 DualLayer와 같습니다.
    """
    X, y = samples(rng)
    network = student.RandomInitNetwork(units=3, seed=int(rng.integers(2**31)))
    start, given = start_of(network, 4), {"x": X, "y": y, "epochs": 5}
    network.fit(X, y, epochs=5)
    expect.that(np.ptp(network.w2) > 0, ALL_THE_SAME, what="network.fit(x, y)")
    expected = reference.train(X, y, start, epochs=5)
    expect.close(losses_of(network, 5), expected.losses, what="network.losses", given=given, m=9)
    expect_weights(network, expected.weights, given)


@pytest.mark.task("RandomInitNetwork", weight=2, needs=["test_gradient_of_a_random_start"])
def test_random_start_on_breast_cancer(student, rng, data, thresholds):
    """200 epochs from any seed end at a far smaller loss than from ones, and classify well.

    ko: 시드가 무엇이든 200 에포크 뒤의 손실은 1에서 시작한 것보다 훨씬 작고 분류도 잘합니다.
    """
    X, y = data.X_train_scaled, data.y_train
    from_ones = losses_from_ones(data)[-1]
    network = student.RandomInitNetwork(seed=int(rng.integers(2**31)))
    start_of(network, 30)
    last_loss = losses_of(trained(network, X, y, 200), 200)[-1]
    ratio = "DualLayer losses[-1] / network.losses[-1]"
    expect.at_least(from_ones / last_loss, thresholds["loss_ratio"], what=ratio)
    predicted = network.predict(data.X_test_scaled)
    labels = data.y_test.reshape(-1, 1) == 1
    expect.of_kind(predicted, labels, what="network.predict(X_test_scaled)")
    accuracy = "np.mean(network.predict(X_test_scaled) == y_test)"
    expect.at_least(np.mean(predicted == labels), thresholds["random_accuracy"], what=accuracy)


def expect_epochs(student, ones, random, goal):
    """Expect the epochs that the oracle finds in these curves."""
    given, call = (
        {"ones": ones, "random": random, "goal": goal},
        "compare_losses(ones, random, goal)",
    )
    epochs = student.compare_losses(ones.tolist(), random.tolist(), goal)
    epochs = expect.results(epochs, EPOCHS, what=call)
    expected = reference.compare_losses(ones.tolist(), random.tolist(), goal)
    expect.equal(epochs[0], expected.ones_epoch, what="ones_epoch", given=given, kinds="iu")
    expect.equal(epochs[1], expected.random_epoch, what="random_epoch", given=given, kinds="iu")
    expect.equal(epochs[2], expected.lead, what="lead", given=given, kinds="iu")


@pytest.mark.task("compare_losses")
@pytest.mark.parametrize("goal", [0.8, 0.4, 0.01])
def test_noisy_curves(student, rng, goal):
    """Two noisy curves that cross many times are compared right, for goals near and far.

    ko: 여러 번 엇갈리는 들쭉날쭉한 두 곡선을 가까운 목표와 먼 목표 모두에서 맞게 비교합니다.
    """
    falling = np.geomspace(1.0, 0.1, 60)
    ones, random = falling * rng.uniform(0.5, 1.5, size=(2, 60))
    random[-5:] = 0.9 * ones[-5:]
    expect_epochs(student, ones, random, goal)


@pytest.mark.task("compare_losses")
def test_goal_is_met_exactly(student, rng):
    """A loss equal to the goal has reached it; the curve that never leads gives -1.

    ko: 목표와 같은 손실은 목표에 닿은 것이고, 한 번도 앞서지 못한 곡선의 lead는 -1입니다.
    """
    ones = np.sort(rng.uniform(0.5, 1.0, size=20))[::-1]
    expect_epochs(student, ones, ones + rng.uniform(size=20), float(ones[13]))


@pytest.mark.task("compare_losses")
def test_lead_is_lost_and_won_again(student):
    """A lead that is lost does not count, nor does one that is level at the end.

    ko: 도중에 잃은 우위나 마지막에 같아진 우위는 세지 않습니다.
    """
    ones = np.array([5.0, 4.0, 3.0, 2.0, 1.0, 0.5])
    expect_epochs(student, ones, np.array([4.0, 3.0, 3.5, 1.5, 1.0, 0.4]), 3.0)
    expect_epochs(student, ones, np.array([4.0, 3.0, 2.0, 1.0, 0.7, 0.5]), 0.7)
    expect_epochs(student, ones[:1], ones[:1] - 1, 4.5)


@pytest.mark.task("compare_losses")
def test_curves_of_real_trainings(student, rng, data):
    """The curves of two trainings on breast-cancer data are compared right.

    ko: 유방암 데이터로 학습한 두 곡선을 맞게 비교합니다.
    """
    X, y = data.X_train_scaled.array, data.y_train.array
    ones = losses_from_ones(data).copy()
    random = reference.train(X, y, reference.standard_normal(30, 10, rng), 200).losses
    expect_epochs(student, ones, random, 0.1)


@pytest.mark.task("compare_losses")
def test_comparison_leaves_its_arguments(student, rng):
    """The comparison does not change the lists of losses.

    ko: 비교하면서 손실 리스트를 바꾸지 않습니다.
    """

    def epoch(ones, random):
        return np.array(reference.compare_losses(ones, random, 0.5).ones_epoch)

    ones, random = telling(
        lambda: tuple(rng.uniform(size=(2, 12)).tolist()),
        epoch,
        lambda ones, random: [epoch(random, ones)],
    )
    outcome, call = (
        student.compare_losses.call(ones, random, 0.5),
        "compare_losses(ones, random, goal)",
    )
    ones_epoch, _random_epoch, _lead = expect.results(outcome.value, EPOCHS, what=call)
    expected = reference.compare_losses(ones, random, 0.5).ones_epoch
    expect.equal(ones_epoch, expected, what="ones_epoch", kinds="iu")
    expect.unchanged(outcome, ones, random, what=call)
