"""Visible checks of the MNIST digit: values known by hand, properties, a modest accuracy."""

import numpy as np
import pytest

from autograder import expect, gradient, wording
from autograder.i18n import Text

# the example of the docstrings: a = 3/4 for both samples
W = np.zeros((2, 1))
B = np.log(3)
X = np.array([[1.0, 3.0], [2.0, 4.0]])
Y = np.array([[1, 0]])
GIVEN = {"W": W, "b": B, "X": X, "Y": Y}
COST = -(np.log(0.75) + np.log(0.25)) / 2

RESULTS = ("cost", "dW", "db")
TRAINED = ("W", "b", "costs")
# on both sides of 0, and of a half
SCORES = (-2.0, -0.3, -0.2, 0.2, 0.3, 0.4, 1.0, 2.0)


def samples(rng, n_x=5, m=8):
    """Return weights, bias, samples in columns, and labels of both kinds."""
    labels = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return rng.normal(size=(n_x, 1)), rng.normal(), rng.normal(size=(n_x, m)), labels


@pytest.mark.task("prepare_images")
def test_images_by_hand(student):
    """Two images of 2 by 2 pixels become two columns, each pixel divided by 255.

    ko: 2×2 픽셀 이미지 두 장이 열 두 개가 되고, 픽셀은 모두 255로 나눈 값입니다.
    """
    images = np.array([[[0, 51], [102, 153]], [[255, 0], [0, 0]]], dtype=np.uint8)
    columns = np.array([[0.0, 1.0], [0.2, 0.0], [0.4, 0.0], [0.6, 0.0]])
    X = student.prepare_images(images)
    expect.close(X, columns, what="prepare_images(images)", given={"images": images})


@pytest.mark.task("prepare_images")
def test_column_holds_one_image(student, data):
    """A column of X holds the pixels of one image of the data, and of no other.

    ko: X의 열 하나에는 데이터에 있는 이미지 한 장의 픽셀만 들어 있습니다.
    """
    images = data.images_train.array[:30]
    X = student.prepare_images(images)
    expect.of_kind(X, np.empty((images[0].size, 30)), what="prepare_images(images)")
    column = X[:, 7].reshape(images[7].shape)
    expect.close(
        column, images[7] / 255, what="prepare_images(images)[:, 7].reshape(height, width)"
    )


@pytest.mark.task("binary_labels")
def test_labels_by_hand(student):
    """The labels 5, 0, 4, 0 for the digit 0 are the row 0, 1, 0, 1.

    ko: 정답이 5, 0, 4, 0이고 숫자가 0이면 0, 1, 0, 1인 행이 됩니다.
    """
    y = np.array([5, 0, 4, 0])
    given = {"y": y, "digit": 0}
    row = student.binary_labels(y, 0)
    expect.equal(
        row, np.array([[0, 1, 0, 1]]), what="binary_labels(y, 0)", given=given, kinds="iuf"
    )


@pytest.mark.task("binary_labels")
def test_each_label_is_one_digit(student, rng):
    """Over the ten digits each sample has the label 1 exactly once.

    ko: 숫자 열 개를 차례로 고르면 샘플마다 정답이 꼭 한 번 1이 됩니다.
    """
    y = rng.integers(10, size=12)
    rows = [student.binary_labels(y, digit) for digit in range(10)]
    shape = np.zeros((1, 12), dtype=int)
    arrays = [
        expect.of_kind(row, shape, what=f"binary_labels(y, {digit})", given={"y": y}, kinds="iuf")
        for digit, row in enumerate(rows)
    ]
    total = np.sum(arrays, axis=0)
    what = "sum(binary_labels(y, digit) for digit in range(10))"
    expect.equal(total, shape + 1, what=what, given={"y": y}, kinds="iuf")


@pytest.mark.task("propagate_loop")
def test_loop_by_hand(student):
    """Two samples give the cost and the gradient that were worked out by hand.

    ko: 샘플 두 개의 비용과 기울기가 손으로 계산한 값과 같습니다.
    """
    cost, dW, db = expect.results(
        student.propagate_loop(W, B, X, Y), RESULTS, what="propagate_loop(W, b, X, Y)"
    )
    expect.close(cost, COST, what="cost", given=GIVEN, m=2)
    expect.close(dW, np.array([[1.0], [1.25]]), what="dW", given=GIVEN, m=2)
    expect.close(db, 0.25, what="db", given=GIVEN, m=2)


@pytest.mark.task("propagate_loop")
def test_loop_is_a_slope(student, rng):
    """The gradient is the slope of your own cost.

    ko: 기울기가 직접 작성한 비용 함수를 수치 미분한 값과 같습니다.
    """
    check_slope(student.propagate_loop, "propagate_loop(W, b, X, Y)", rng)


@pytest.mark.task("propagate_loop")
def test_loop_at_certainty(student):
    """Certain and wrong costs 10 ln 10, as a probability of 1e-10 does, without a warning.

    ko: 확신하면서 틀리면 비용은 확률 1e-10일 때와 같은 10 ln 10이며, 경고가 없습니다.
    """
    check_certainty(student.propagate_loop, "propagate_loop(W, b, X, Y)")


@pytest.mark.task("propagate")
def test_propagate_by_hand(student):
    """Two samples give the cost and the gradient that were worked out by hand.

    ko: 샘플 두 개의 비용과 기울기가 손으로 계산한 값과 같습니다.
    """
    cost, dW, db = expect.results(
        student.propagate(W, B, X, Y), RESULTS, what="propagate(W, b, X, Y)"
    )
    expect.close(cost, COST, what="cost", given=GIVEN, m=2)
    expect.close(dW, np.array([[1.0], [1.25]]), what="dW", given=GIVEN, m=2)
    expect.close(db, 0.25, what="db", given=GIVEN, m=2)


@pytest.mark.task("propagate")
def test_propagate_is_a_slope(student, rng):
    """The gradient is the slope of your own cost.

    ko: 기울기가 직접 작성한 비용 함수를 수치 미분한 값과 같습니다.
    """
    check_slope(student.propagate, "propagate(W, b, X, Y)", rng)


@pytest.mark.task("propagate")
def test_propagate_at_certainty(student):
    """Certain and wrong costs 10 ln 10, as a probability of 1e-10 does, without a warning.

    ko: 확신하면서 틀리면 비용은 확률 1e-10일 때와 같은 10 ln 10이며, 경고가 없습니다.
    """
    check_certainty(student.propagate, "propagate(W, b, X, Y)")


@pytest.mark.task("propagate")
def test_propagate_is_vectorised(student, rng):
    """All samples at once are several times faster than the cost of one after the other.

    ko: 모든 샘플을 한꺼번에 계산하면 샘플마다 비용을 하나씩 구하는 것보다 몇 배 빠릅니다.
    """
    weights, bias, columns, labels = samples(rng, n_x=8, m=8_000)
    by_hand = student.propagate(W, B, X, Y)
    cost, *_gradient = expect.results(by_hand, RESULTS, what="propagate(W, b, X, Y)")
    expect.close(cost, COST, what="cost", given=GIVEN, m=2)

    def one_by_one():
        for i in range(columns.shape[1]):
            a = 1 / (1 + np.exp(-(weights[:, 0] @ columns[:, i] + bias)))
            labels[0, i] * np.log(a) + (1 - labels[0, i]) * np.log(1 - a)

    def call():
        return student.propagate.call(weights, bias, columns, labels)

    expect.vectorised(call, one_by_one, times=1.5, what="propagate(W, b, X, Y)")


@pytest.mark.task("optimize")
def test_one_step_by_hand(student):
    """One step with alpha = 0.4 ends where it was worked out by hand.

    ko: alpha = 0.4로 한 걸음 움직이면 손으로 계산한 값이 됩니다.
    """
    given = GIVEN | {"alpha": 0.4, "epochs": 1}
    trained_W, trained_b, costs = expect.results(
        student.optimize(W, B, X, Y, 0.4, 1), TRAINED, what="optimize(W, b, X, Y, 0.4, 1)"
    )
    (cost,) = numbers(costs, 1)
    expect.close(trained_W, np.array([[-0.4], [-0.5]]), what="W", given=given)
    expect.close(trained_b, np.log(3) - 0.1, what="b", given=given)
    expect.close(cost, COST, what="costs[0]", given=given, m=2)


@pytest.mark.task("optimize")
def test_start_is_left_as_it_is(student, rng):
    """The weights to start from are still the same after the training.

    ko: 학습이 끝나도 입력으로 받은 초기 가중치 배열은 그대로입니다.
    """
    weights, bias, columns, labels = samples(rng)
    outcome = student.optimize.call(weights, bias, columns, labels, 0.1, 3)
    call = "optimize(W, b, X, Y, 0.1, 3)"
    _W, _b, costs = expect.results(outcome.value, TRAINED, what=call)
    expect.less(np.diff(numbers(costs, 3)).max(), 0.0, what="np.diff(costs).max()")
    expect.unchanged(outcome, weights, bias, columns, labels, what=call)


@pytest.mark.task("optimize")
def test_costs_fall(student, rng):
    """With short steps each of 20 epochs has a smaller cost than the one before.

    ko: 짧은 걸음으로 20 에포크를 학습하면 비용이 에포크마다 줄어듭니다.
    """
    call = "optimize(W, b, X, Y, 0.1, 20)"
    _W, _b, costs = expect.results(student.optimize(*samples(rng), 0.1, 20), TRAINED, what=call)
    expect.less(np.diff(numbers(costs, 20)).max(), 0.0, what="np.diff(costs).max()")


@pytest.mark.task("predict")
def test_predict_by_hand(student):
    """Scores of -1, 1, 0 and 0.25 are answered with 0, 1, 0 and 1, in a row.

    ko: 점수 -1, 1, 0, 0.25에는 0, 1, 0, 1이라고 답하며, 답은 행 하나입니다.
    """
    weights, columns = np.array([[1.0]]), np.array([[1.0, 3.0, 2.0, 2.25]])
    given = {"W": weights, "b": -2.0, "X": columns}
    answers, expected = student.predict(weights, -2.0, columns), np.array([[0, 1, 0, 1]])
    expect.equal(answers, expected, what="predict(W, b, X)", given=given, kinds="biuf")


@pytest.mark.task("predict")
def test_opposite_weights_answer_the_opposite(student, rng):
    """Weights and bias of the opposite sign give the opposite answers.

    ko: 가중치와 절편의 부호를 모두 바꾸면 답도 모두 반대가 됩니다.
    """
    weights, bias = rng.normal(size=(5, 1)), float(rng.uniform(0.5, 1.0))
    columns, scores = rng.normal(size=(5, 8)), rng.permutation(SCORES)
    columns += weights * (scores - bias - weights.T @ columns) / np.sum(weights**2)
    given = {"W": weights, "b": bias, "X": columns}
    shape = np.zeros((1, 8), dtype=int)
    what = "predict(W, b, X)"
    answers = expect.of_kind(
        student.predict(weights, bias, columns), shape, what=what, given=given, kinds="biuf"
    )
    opposite = student.predict(-weights, -bias, columns)
    what = "predict(-W, -b, X)"
    expect.equal(opposite, 1 - answers.astype(int), what=what, given=given, kinds="biuf")


@pytest.mark.task("predict")
def test_zeros_are_found(student, data):
    """All functions together, 60 epochs: 95 % of new images are right, and 70 % of zeros found.

    ko: 함수를 모두 이어 60 에포크를 학습하면 새 이미지의 95 %를 맞히고 0의 70 %를 찾습니다.
    """
    start = np.zeros((data.X_train.array.shape[1], 1))
    answer = student.predict(start, 0.0, start)
    expect.equal(answer, np.array([[0]]), what="predict(W, b, X) before learning", kinds="biuf")
    columns = student.prepare_images(inked(data.images_train.array))
    labels = student.binary_labels(data.y_train.array, 0)
    weights, bias, _costs = expect.results(
        student.optimize(start, 0.0, columns, labels, 0.5, 60), TRAINED, what="optimize(...)"
    )
    new_columns = student.prepare_images(inked(data.images_test.array))
    answers = student.predict(weights, bias, new_columns)
    zeros = np.array([data.y_test == 0])
    expect.of_kind(answers, zeros, what="predict(W, b, X)", kinds="biuf")
    expect.at_least(np.mean(answers == zeros), 0.95, what="np.mean(predict(W, b, X) == Y)")
    expect.at_least(np.mean(answers[zeros]), 0.7, what="np.mean(predict(W, b, X)[Y == 1])")


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


def inked(images):
    """Return images whose darkest ink is near 255, as in MNIST; the stand-in's is 16."""
    return images * (255 // images.max())


def check_slope(propagate, call, rng):
    """Compare the gradient with the numerical slope of the cost that comes with it."""
    weights, bias, columns, labels = samples(rng)

    def cost(theta):
        value, *_gradient = expect.results(
            propagate(theta["W"], float(theta["b"]), columns, labels), RESULTS, what=call
        )
        return float(value)

    _cost, dW, db = expect.results(propagate(weights, bias, columns, labels), RESULTS, what=call)
    parameters, slopes = {"W": weights, "b": bias}, {"W": dW, "b": db}
    gradient.check(cost, parameters, slopes, rng=rng, what=call, m=8, called="d{}", own=True)


def check_certainty(propagate, call):
    """Look at the cost of two samples of which the second is told wrong with certainty."""
    weights, columns, labels = np.array([[1.0]]), np.array([[900.0, -900.0]]), np.array([[1, 1]])
    outcome = propagate.call(weights, 0.0, columns, labels)
    cost, _dW, _db = expect.results(outcome.value, RESULTS, what=call)
    given = {"W": weights, "b": 0.0, "X": columns, "Y": labels}
    # the first costs nothing, the second as much as a probability of 1e-10
    expect.close(cost, 5 * np.log(10), what="cost", given=given, m=2)
    expect.quiet(outcome, what=call, given=given)
