"""Hidden checks of the MNIST digit: fresh inputs against the oracle, extremes, real images."""

import numpy as np
import pytest

from autograder import expect, gradient, wording
from autograder.i18n import Text
from reference_impl.inputs import undecided, with_scores
from reference_impl.mnist_binary import reference

RESULTS = ("cost", "dW", "db")
TRAINED = ("W", "b", "costs")
# on both sides of 0, and of a half
SCORES = (-2.0, -0.3, -0.2, 0.2, 0.3, 0.4, 1.0, 2.0)

# with the whole of MNIST the training images would fill half a gigabyte on their way
MOST_IMAGES = 20_000


def samples(rng, n_x=6, m=9):
    """Return weights, bias, samples in columns, and labels of both kinds."""
    labels = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return rng.normal(size=(n_x, 1)), rng.normal(), rng.normal(size=(n_x, m)), labels


def named(W, b, X, Y):
    """Return the arguments by name, for the message."""
    return {"W": W, "b": b, "X": X, "Y": Y}


@pytest.mark.task("prepare_images")
@pytest.mark.parametrize("shape", [(4, 28, 28), (5, 3, 7), (1, 2, 2)])
def test_images_of_any_size(student, rng, shape):
    """Random images of several sizes, also a single one, become the right columns.

    ko: 무작위 이미지가 크기와 상관없이, 한 장뿐이어도 올바른 열이 됩니다.
    """
    images = rng.integers(256, size=shape, dtype=np.uint8)
    X, expected = student.prepare_images(images), reference.prepare_images(images)
    expect.close(X, expected, what="prepare_images(images)", given={"images": images})


@pytest.mark.task("prepare_images")
def test_images_of_the_data(student, data):
    """The images of the data become columns of numbers from 0 to 1.

    ko: 데이터의 이미지가 0부터 1까지의 수로 된 열이 됩니다.
    """
    images = data.images_test.array[:200]
    X, expected = student.prepare_images(images), reference.prepare_images(images)
    expect.close(X, expected, what="prepare_images(images)", given={"images": images})


@pytest.mark.task("prepare_images")
def test_images_are_left(student, rng):
    """The images themselves are left as they are.

    ko: 입력으로 받은 이미지를 바꾸지 않습니다.
    """
    images = rng.integers(256, size=(3, 4, 5), dtype=np.uint8)
    outcome, call = student.prepare_images.call(images), "prepare_images(images)"
    expect.close(outcome.value, reference.prepare_images(images), what=call)
    expect.unchanged(outcome, images, what=call)


@pytest.mark.task("binary_labels")
@pytest.mark.parametrize("dtype", ["int64", "uint8"])
def test_labels_of_a_random_digit(student, rng, dtype):
    """Random labels are told right for a random digit, whatever kind of integer they are.

    ko: 정수의 종류와 상관없이 무작위 정답과 무작위 숫자에 대해 맞는 행이 나옵니다.
    """
    digit = int(rng.integers(1, 10))  # a 0 would not tell apart who always looks for it
    y = np.append(rng.integers(10, size=40), digit).astype(dtype)
    row, expected = student.binary_labels(y, digit), reference.binary_labels(y, digit)
    given = {"y": y, "digit": digit}
    expect.equal(row, expected, what="binary_labels(y, digit)", given=given, kinds="iuf")


@pytest.mark.task("binary_labels")
def test_digit_that_does_not_occur(student, rng):
    """Where the digit does not occur all labels are 0; a single label gives a row as well.

    ko: 그 숫자가 없으면 모두 0이고, 정답이 하나뿐이어도 행이 나옵니다.
    """
    y, digit = np.array([0]), int(rng.integers(1, 10))
    row, given = student.binary_labels(y, digit), {"y": y, "digit": digit}
    expect.equal(row, np.zeros((1, 1)), what="binary_labels(y, digit)", given=given, kinds="iuf")


@pytest.mark.task("binary_labels")
def test_labels_are_left(student, rng):
    """The labels themselves are left as they are.

    ko: 입력으로 받은 정답을 바꾸지 않습니다.
    """
    y, call = rng.integers(10, size=20), "binary_labels(y, digit)"
    digit = int(y[0])
    outcome = student.binary_labels.call(y, digit)
    expect.equal(outcome.value, reference.binary_labels(y, digit), what=call, kinds="iuf")
    expect.unchanged(outcome, y, what=call)


@pytest.mark.task("propagate_loop", weight=2)
@pytest.mark.parametrize("m", [9, 1])
def test_loop_on_random_samples(student, rng, m):
    """Cost and gradient of random samples are right, also for a single one.

    ko: 무작위 샘플의 비용과 기울기가 샘플이 여러 개일 때도 하나일 때도 맞습니다.
    """
    check_values(student.propagate_loop, "propagate_loop(W, b, X, Y)", samples(rng, m=m))


@pytest.mark.task("propagate_loop", weight=2)
def test_loop_agrees_with_the_slope(student, rng):
    """The gradient agrees with the numerical slope of the mean cross-entropy.

    ko: 기울기가 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    check_slope(student.propagate_loop, "propagate_loop(W, b, X, Y)", rng)


@pytest.mark.task("propagate_loop")
def test_loop_far_out(student, rng):
    """Far out cost and gradient are right, without a warning: 1e-10 is as near to 0 as a gets.

    ko: 점수가 0에서 아주 멀어도 확률을 1e-10까지 자른 비용과 기울기가 경고 없이 맞습니다.
    """
    check_far_out(student.propagate_loop, "propagate_loop(W, b, X, Y)", rng)


@pytest.mark.task("propagate_loop")
def test_loop_leaves_its_arguments(student, rng):
    """Weights, samples and labels are left as they are.

    ko: 가중치, 샘플, 정답을 바꾸지 않습니다.
    """
    check_side_effects(student.propagate_loop, "propagate_loop(W, b, X, Y)", samples(rng))


@pytest.mark.task("propagate", weight=2)
@pytest.mark.parametrize("m", [9, 1])
def test_propagate_on_random_samples(student, rng, m):
    """Cost and gradient of random samples are right, also for a single one.

    ko: 무작위 샘플의 비용과 기울기가 샘플이 여러 개일 때도 하나일 때도 맞습니다.
    """
    check_values(student.propagate, "propagate(W, b, X, Y)", samples(rng, m=m))


@pytest.mark.task("propagate", weight=2)
def test_propagate_agrees_with_the_slope(student, rng):
    """The gradient agrees with the numerical slope of the mean cross-entropy.

    ko: 기울기가 평균 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    check_slope(student.propagate, "propagate(W, b, X, Y)", rng)


@pytest.mark.task("propagate")
def test_propagate_far_out(student, rng):
    """Far out cost and gradient are right, without a warning: 1e-10 is as near to 0 as a gets.

    ko: 점수가 0에서 아주 멀어도 확률을 1e-10까지 자른 비용과 기울기가 경고 없이 맞습니다.
    """
    check_far_out(student.propagate, "propagate(W, b, X, Y)", rng)


@pytest.mark.task("propagate")
def test_propagate_leaves_its_arguments(student, rng):
    """Weights, samples and labels are left as they are.

    ko: 가중치, 샘플, 정답을 바꾸지 않습니다.
    """
    check_side_effects(student.propagate, "propagate(W, b, X, Y)", samples(rng))


@pytest.mark.task("propagate", weight=3)
def test_propagate_outruns_the_loop(student, rng):
    """All samples at once are many times faster than the lecture's loop over them.

    ko: 모든 샘플을 한꺼번에 계산하면 강의의 반복문보다 훨씬 빠릅니다.
    """
    W, b, X, Y = samples(rng, n_x=8, m=10_000)
    check_values(student.propagate, "propagate(W, b, X, Y)", (W, b, X, Y))
    expect.vectorised(
        lambda: student.propagate.call(W, b, X, Y),
        lambda: reference.propagate_loop(W, b, X, Y),
        times=20,
        what="propagate(W, b, X, Y)",
    )


@pytest.mark.task("optimize")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_weights_step_by_step(student, rng, epochs):
    """After 1, 2 and 5 epochs the weights, the bias and each cost are right.

    ko: 1, 2, 5 에포크 뒤의 가중치, 절편, 비용이 모두 맞습니다.
    """
    arguments, alpha = samples(rng), rng.uniform(0.05, 1.0)
    given = named(*arguments) | {"alpha": alpha, "epochs": epochs}
    expected = reference.train(*arguments, alpha, epochs)
    W, b, costs = expect.results(
        student.optimize(*arguments, alpha, epochs), TRAINED, what="optimize(...)"
    )
    own_costs = numbers(costs, epochs)
    expect.close(W, expected.W, what="W", given=given)
    expect.close(b, expected.b, what="b", given=given)
    expect.close(own_costs, expected.costs, what="costs", given=given, m=9)


@pytest.mark.task("optimize")
def test_optimize_leaves_its_arguments(student, rng):
    """The weights to start from, the samples and the labels are left as they are.

    ko: 초기 가중치, 샘플, 정답을 바꾸지 않습니다.
    """
    arguments, call = samples(rng), "optimize(W, b, X, Y, alpha, epochs)"
    outcome = student.optimize.call(*arguments, 0.3, 4)
    W, _b, _costs = expect.results(outcome.value, TRAINED, what=call)
    expect.close(W, reference.train(*arguments, 0.3, 4).W, what="W")
    expect.unchanged(outcome, *arguments, what=call)


@pytest.mark.task("optimize", weight=2)
def test_zero_is_told_from_the_rest(student, data, thresholds, rng):
    """100 epochs with alpha = 0.5 tell new images right and find nearly all zeros.

    ko: alpha = 0.5로 100 에포크를 학습하면 새 이미지를 맞히고 숫자 0을 거의 다 찾아냅니다.
    """
    X = np.ascontiguousarray(data.X_train.array[:MOST_IMAGES].T)
    Y = reference.binary_labels(data.y_train.array[:MOST_IMAGES], 0)
    start = rng.normal(scale=0.1, size=(len(X), 1))
    W, b, _costs = expect.results(
        student.optimize(start, 0.0, X, Y, 0.5, 100), TRAINED, what="optimize(W, b, X, Y, 0.5, 100)"
    )
    expect.finite(expect.of_kind(W, start, what="W"), what="W")
    expect.finite(expect.of_kind(b, np.float64(0.0), what="b"), what="b")
    test_Y = reference.binary_labels(data.y_test, 0)
    accuracy, found = reference.recognition(W, float(b), data.X_test.array.T, test_Y)
    least = thresholds[f"accuracy_{data.name}"]
    expect.at_least(accuracy, least, what="np.mean(predict(W, b, X) == Y)")
    least = thresholds[f"found_{data.name}"]
    expect.at_least(found, least, what="np.mean(predict(W, b, X)[Y == 1])")


@pytest.mark.task("predict")
def test_predictions_of_random_samples(student, rng):
    """The answers for random samples are right.

    ko: 무작위 샘플에 대한 답이 맞습니다.
    """
    rows, W, b = undecided(rng)
    X = rows.T
    answers, expected = student.predict(W, b, X), reference.predict(W, b, X)
    given = {"W": W, "b": b, "X": X}
    expect.equal(answers, expected, what="predict(W, b, X)", given=given, kinds="biuf")


@pytest.mark.task("predict")
def test_prediction_of_one_sample(student, rng):
    """The answer for a single sample is a row of one.

    ko: 샘플이 하나면 답도 하나인 행입니다.
    """
    W, b, X = with_scores(rng, [0.3])
    answers, expected = student.predict(W, b, X), reference.predict(W, b, X)
    given = {"W": W, "b": b, "X": X}
    expect.equal(answers, expected, what="predict(W, b, X)", given=given, kinds="biuf")


@pytest.mark.task("predict")
def test_predict_leaves_its_arguments(student, rng):
    """Weights and samples are left as they are.

    ko: 가중치와 샘플을 바꾸지 않습니다.
    """
    (W, b, X), call = with_scores(rng, rng.permutation(SCORES)), "predict(W, b, X)"
    outcome = student.predict.call(W, b, X)
    expect.equal(outcome.value, reference.predict(W, b, X), what=call, kinds="biuf")
    expect.unchanged(outcome, W, b, X, what=call)


def numbers(costs, epochs):
    """Return the costs as an array of one number an epoch."""
    listed = isinstance(costs, list | tuple) and len(costs) == epochs
    yours = wording.describe(costs)
    wanted = Text(
        en=f"must be a list of {epochs} costs; yours is {yours}.",
        ko=f"비용 {epochs}개의 리스트여야 합니다. 받은 것: {yours}.",
    )
    expect.that(listed, wanted, what="costs")
    return np.array(costs, dtype=float)


def check_values(propagate, call, arguments):
    """Compare cost and gradient with the oracle's."""
    given, m = named(*arguments), arguments[2].shape[1]
    expected = reference.propagate(*arguments)
    cost, dW, db = expect.results(propagate(*arguments), RESULTS, what=call)
    expect.close(cost, expected.cost, what="cost", given=given, m=m)
    expect.close(dW, expected.dW, what="dW", given=given, m=m)
    expect.close(db, expected.db, what="db", given=given, m=m)


def check_side_effects(propagate, call, arguments):
    """Expect the right gradient, computed without a change to any argument."""
    outcome = propagate.call(*arguments)
    _cost, dW, _db = expect.results(outcome.value, RESULTS, what=call)
    expect.close(dW, reference.propagate(*arguments).dW, what="dW", m=9)
    expect.unchanged(outcome, *arguments, what=call)


def check_slope(propagate, call, rng):
    """Compare the gradient with the numerical slope of the oracle's cost."""
    W, b, X, Y = samples(rng)

    def cost(theta):
        return reference.propagate(theta["W"], theta["b"], X, Y).cost

    _cost, dW, db = expect.results(propagate(W, b, X, Y), RESULTS, what=call)
    gradient.check(
        cost, {"W": W, "b": b}, {"W": dW, "b": db}, rng=rng, what=call, m=9, called="d{}"
    )


def check_far_out(propagate, call, rng):
    """Compare the cost where both sides are told with certainty, rightly and wrongly."""
    W, X = np.array([[1.0]]), np.array([[900.0, -900.0, 900.0, -900.0, rng.normal()]])
    arguments = W, rng.normal(), X, np.array([[1, 0, 0, 1, 1]])
    outcome = propagate.call(*arguments)
    cost, dW, _db = expect.results(outcome.value, RESULTS, what=call)
    given, expected = named(*arguments), reference.propagate(*arguments)
    expect.close(cost, expected.cost, what="cost", given=given, m=5)
    expect.close(dW, expected.dW, what="dW", given=given, m=5)
    expect.quiet(outcome, what=call, given=given)
