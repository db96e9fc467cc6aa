"""Hidden checks of the linear neuron: fresh inputs against the oracle, and the published line."""

import pytest

from autograder import expect, gradient
from reference_impl.linear_neuron import reference
from reference_impl.linear_neuron.reference import Line

# document 002 prints this line after 100 epochs of the diabetes data
PUBLISHED = Line(w=913.5973364345905, b=123.39414383177204)

GRADIENTS = ("w_grad", "b_grad")


def patients(rng, n=7):
    """Return a feature about as small as the real one, which keeps a learning rate of 1 stable."""
    return rng.normal(scale=0.4, size=n), rng.normal(loc=3.0, size=n)


def set_up(student, line):
    """Return a student's neuron with this line."""
    neuron = student.Neuron()
    neuron.w, neuron.b = line
    return neuron


def expect_line(neuron, line, given):
    """Expect the neuron to have learned this line."""
    expect.close(neuron.w, line.w, what="neuron.w", given=given)
    expect.close(neuron.b, line.b, what="neuron.b", given=given)


@pytest.mark.task("predict_loop")
@pytest.mark.parametrize("features", [1, 2, 9])
def test_loop_over_any_number_of_features(student, rng, features):
    """A random sample of 1, 2 and 9 features is predicted right.

    ko: 특성이 1개, 2개, 9개인 무작위 샘플의 예측값이 맞습니다.
    """
    x, w, b = rng.normal(size=features), rng.normal(size=features), rng.normal()
    expected, given = reference.predict([x], w, b)[0], {"x": x, "w": w, "b": b}
    expect.close(student.predict_loop(x, w, b), expected, what="predict_loop(x, w, b)", given=given)


@pytest.mark.task("predict_loop")
def test_loop_leaves_its_arguments(student, rng):
    """The loop does not change the sample and the weights that it is given.

    ko: 예측하면서 입력으로 받은 샘플과 가중치를 바꾸지 않습니다.
    """
    x, w = rng.normal(size=4), rng.normal(size=4)
    outcome = student.predict_loop.call(x, w, 1.5)
    expected = reference.predict([x], w, 1.5)[0]
    expect.close(outcome.value, expected, what="predict_loop(x, w, b)")
    expect.unchanged(outcome, x, w, what="predict_loop(x, w, b)")


@pytest.mark.task("predict")
@pytest.mark.parametrize("shape", [(9, 4), (1, 3), (5, 1), (4, 4)])
def test_predictions_of_random_samples(student, rng, shape):
    """Random samples are predicted right: many, a single one, and with a single feature.

    ko: 무작위 샘플이 여러 개이든 하나이든, 특성이 하나이든 예측값이 맞습니다.
    """
    X, w, b = rng.normal(size=shape), rng.normal(size=shape[1]), rng.normal()
    expected, given = reference.predict(X, w, b), {"X": X, "w": w, "b": b}
    expect.close(student.predict(X, w, b), expected, what="predict(X, w, b)", given=given)


@pytest.mark.task("predict")
def test_predict_leaves_its_arguments(student, rng):
    """Predicting does not change the samples and the weights.

    ko: 예측하면서 입력으로 받은 샘플과 가중치를 바꾸지 않습니다.
    """
    X, w = rng.normal(size=(5, 3)), rng.normal(size=3)
    outcome = student.predict.call(X, w, 1.5)
    expect.close(outcome.value, reference.predict(X, w, 1.5), what="predict(X, w, b)")
    expect.unchanged(outcome, X, w, what="predict(X, w, b)")


@pytest.mark.task("squared_error")
@pytest.mark.parametrize("shape", [(7,), (6, 1), (), (1,)])
def test_error_of_random_predictions(student, rng, shape):
    """Each random prediction has its own error, whatever the shape.

    ko: 모양이 무엇이든 무작위 예측값마다 오차가 하나씩 나오고 값이 맞습니다.
    """
    y, y_hat = rng.normal(size=shape), rng.normal(size=shape)
    expected, given = reference.squared_error(y, y_hat), {"y": y, "y_hat": y_hat}
    error = student.squared_error(y, y_hat)
    expect.close(error, expected, what="squared_error(y, y_hat)", given=given)


@pytest.mark.task("squared_error")
def test_error_leaves_its_arguments(student, rng):
    """The error is computed without a change to targets and predictions.

    ko: 오차를 구하면서 목푯값과 예측값을 바꾸지 않습니다.
    """
    y, y_hat = rng.normal(size=6), rng.normal(size=6)
    outcome = student.squared_error.call(y, y_hat)
    error = reference.squared_error(y, y_hat)
    expect.close(outcome.value, error, what="squared_error(y, y_hat)")
    expect.unchanged(outcome, y, y_hat, what="squared_error(y, y_hat)")


@pytest.mark.task("Neuron")
def test_forpass_of_random_lines(student, rng):
    """A neuron with a random line predicts right.

    ko: 가중치와 절편이 무작위인 뉴런의 출력이 맞습니다.
    """
    x, line = rng.normal(), Line(rng.normal(), rng.normal())
    (expected,) = reference.predict([[x]], [line.w], line.b)
    y_hat, given = set_up(student, line).forpass(x), {"x": x, **line._asdict()}
    expect.close(y_hat, expected, what="neuron.forpass(x)", given=given)


@pytest.mark.task("Neuron")
def test_backprop_is_the_slope_of_the_error(student, rng):
    """The derivatives agree with the numerical slope of the squared error.

    ko: 미분값이 제곱 오차를 수치 미분한 값과 같습니다.
    """
    x, y, line = rng.normal(), rng.normal(), Line(rng.normal(), rng.normal())
    (y_hat,) = reference.predict([[x]], [line.w], line.b)

    def cost(theta):
        return reference.squared_error([y], reference.predict([[x]], [theta["w"]], theta["b"]))[0]

    call = "neuron.backprop(x, err)"
    w_grad, b_grad = expect.results(
        set_up(student, line).backprop(x, y_hat - y), GRADIENTS, what=call
    )
    gradient.check(cost, line._asdict(), {"w": w_grad, "b": b_grad}, rng=rng, what=call)


@pytest.mark.task("Neuron")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_line_epoch_by_epoch(student, rng, epochs):
    """After 1, 2 and 5 epochs over random samples the weight and the bias are right.

    ko: 무작위 샘플로 1, 2, 5 에포크를 학습한 뒤의 가중치와 절편이 맞습니다.
    """
    x, y = patients(rng)
    neuron = student.Neuron()
    neuron.fit(x, y, epochs=epochs)
    expect_line(neuron, reference.train(x, y, epochs), {"x": x, "y": y, "epochs": epochs})


@pytest.mark.task("Neuron")
def test_learning_goes_on(student, rng):
    """Learning goes on from the weight and the bias that the neuron has.

    ko: fit은 뉴런이 지금 가진 가중치와 절편에서 학습을 이어 갑니다.
    """
    x, y = patients(rng)
    start = Line(rng.normal(), rng.normal())
    neuron = set_up(student, start)
    neuron.fit(x, y, epochs=2)
    given = {"x": x, "y": y, "epochs": 2, **start._asdict()}
    expect_line(neuron, reference.train(x, y, epochs=2, start=start), given)


@pytest.mark.task("Neuron")
def test_fit_leaves_its_arguments(student, rng):
    """Learning does not change the samples and targets.

    ko: 학습하면서 입력으로 받은 샘플과 목푯값을 바꾸지 않습니다.
    """
    x, y = patients(rng)
    outcome = student.Neuron().fit.call(x, y, epochs=2)
    expect.unchanged(outcome, x, y, what="neuron.fit(x, y)")


@pytest.mark.task("Neuron", weight=2)
def test_published_line(student, data):
    """The default of 100 epochs over the diabetes data gives the line of the lecture.

    ko: 기본값인 100 에포크로 당뇨병 데이터를 학습하면 강의 자료에 있는 직선이 나옵니다.
    """
    neuron = student.Neuron()
    neuron.fit(data.x, data.y)
    expect_line(neuron, PUBLISHED, given={"x": data.x.array, "y": data.y.array})
