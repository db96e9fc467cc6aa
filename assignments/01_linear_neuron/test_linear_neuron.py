"""Visible checks of the linear neuron: values known by hand, properties, a published line."""

import numpy as np
import pytest

from autograder import expect, gradient

X = np.array([[1.0, 2.0], [3.0, 4.0]])
GRADIENTS = ("w_grad", "b_grad")

# document 002 prints this line after one pass through the diabetes data
PUBLISHED_W, PUBLISHED_B = 587.8654539985689, 99.40935564531424


@pytest.mark.task("predict_loop")
def test_loop_by_hand(student):
    """For x = (1, 2, 3), w = (4, 0, -1) and b = 0.5 the prediction is 1.5.

    ko: x = (1, 2, 3), w = (4, 0, -1), b = 0.5이면 예측값은 1.5입니다.
    """
    x, w, b = np.array([1.0, 2.0, 3.0]), np.array([4.0, 0.0, -1.0]), 0.5
    given = {"x": x, "w": w, "b": b}
    expect.close(student.predict_loop(x, w, b), 1.5, what="predict_loop(x, w, b)", given=given)


@pytest.mark.task("predict_loop")
def test_loop_adds_the_bias_once(student):
    """A sample of five zeros is predicted as the bias itself.

    ko: 값이 모두 0인 특성 다섯 개의 예측값은 절편 그대로입니다.
    """
    x, w, b = np.zeros(5), np.ones(5), 2.0
    given = {"x": x, "w": w, "b": b}
    expect.close(student.predict_loop(x, w, b), 2.0, what="predict_loop(x, w, b)", given=given)


@pytest.mark.task("predict")
def test_predict_by_hand(student):
    """Two samples give the two predictions that were worked out by hand.

    ko: 샘플 두 개의 예측값이 손으로 계산한 값과 같습니다.
    """
    w, b = np.array([2.0, -1.0]), 0.5
    given = {"X": X, "w": w, "b": b}
    expect.close(
        student.predict(X, w, b), np.array([0.5, 2.5]), what="predict(X, w, b)", given=given
    )


@pytest.mark.task("predict")
def test_predict_is_linear(student, rng):
    """Twice the samples, without a bias, give twice the predictions.

    ko: 절편이 0일 때 샘플을 두 배로 하면 예측값도 두 배가 됩니다.
    """
    samples, w = rng.normal(size=(6, 4)), rng.normal(size=4)
    once, twice = student.predict(samples, w, 0.0), student.predict(2 * samples, w, 0.0)
    given = {"X": samples, "w": w, "b": 0.0}
    expect.close(once, samples @ w, what="predict(X, w, b)", given=given)
    expect.close(twice, 2 * once, what="predict(2 * X, w, b)", given=given)


@pytest.mark.task("predict", weight=3)
def test_predict_is_vectorised(student, rng):
    """100,000 samples are predicted several times faster than by a loop.

    ko: 샘플 100,000개를 반복문보다 몇 배 빠르게 예측합니다.
    """
    samples, w, b = rng.normal(size=(100_000, 2)), rng.normal(size=2), 0.5
    expect.close(student.predict(samples, w, b), samples @ w + b, what="predict(X, w, b)")
    expect.vectorised(
        lambda: student.predict.call(samples, w, b),
        lambda: [np.dot(sample, w) + b for sample in samples],
        times=3,
        what="predict(X, w, b)",
    )


@pytest.mark.task("squared_error")
def test_error_by_hand(student):
    """Targets 3 and 1, predicted as 1 and 2, have the errors 2 and 0.5.

    ko: 목푯값 3과 1을 1과 2로 예측하면 오차는 2와 0.5입니다.
    """
    y, y_hat = np.array([3.0, 1.0]), np.array([1.0, 2.0])
    error, given = student.squared_error(y, y_hat), {"y": y, "y_hat": y_hat}
    expect.close(error, np.array([2.0, 0.5]), what="squared_error(y, y_hat)", given=given)


@pytest.mark.task("squared_error")
def test_error_of_single_numbers(student):
    """Two single numbers give a single number: 4.5 for a target of 1, predicted as 4.

    ko: 수 하나씩을 넣으면 수 하나가 나옵니다. 목푯값 1을 4로 예측하면 4.5입니다.
    """
    error, given = student.squared_error(1.0, 4.0), {"y": 1.0, "y_hat": 4.0}
    expect.close(error, 4.5, what="squared_error(y, y_hat)", given=given)


@pytest.mark.task("Neuron")
def test_forpass_by_hand(student):
    """With w = 2 and b = 0.5 the input 3 gives 6.5.

    ko: w = 2, b = 0.5이면 입력 3의 출력은 6.5입니다.
    """
    neuron, given = student.Neuron(), {"w": 2.0, "b": 0.5, "x": 3.0}
    neuron.w, neuron.b = 2.0, 0.5
    expect.close(neuron.forpass(3.0), 6.5, what="neuron.forpass(x)", given=given)


@pytest.mark.task("Neuron")
def test_backprop_by_hand(student):
    """For x = 3 and err = -2 the derivatives are -6 and -2.

    ko: x = 3, err = -2이면 미분값은 -6과 -2입니다.
    """
    call, given = "neuron.backprop(x, err)", {"x": 3.0, "err": -2.0}
    w_grad, b_grad = expect.results(student.Neuron().backprop(3.0, -2.0), GRADIENTS, what=call)
    expect.close(w_grad, -6.0, what="w_grad", given=given)
    expect.close(b_grad, -2.0, what="b_grad", given=given)


@pytest.mark.task("Neuron")
def test_backprop_is_a_slope(student, rng):
    """The derivatives are the slopes of the squared error, measured numerically.

    ko: 미분값은 제곱 오차를 수치 미분한 값과 같습니다.
    """
    x, y = rng.normal(), rng.normal()
    parameters = {"w": rng.normal(), "b": rng.normal()}

    def cost(theta):
        return 0.5 * float(theta["w"] * x + theta["b"] - y) ** 2

    err = parameters["w"] * x + parameters["b"] - y
    call = "neuron.backprop(x, err)"
    w_grad, b_grad = expect.results(student.Neuron().backprop(x, err), GRADIENTS, what=call)
    gradient.check(cost, parameters, {"w": w_grad, "b": b_grad}, rng=rng, what=call)


@pytest.mark.task("Neuron")
def test_first_step_by_hand(student):
    """One step on x = 2, y = 5 moves a new neuron to w = 5, b = 3.

    ko: 새 뉴런이 x = 2, y = 5로 한 걸음 학습하면 w = 5, b = 3이 됩니다.
    """
    x, y = np.array([2.0]), np.array([5.0])
    neuron, given = student.Neuron(), {"x": x, "y": y, "epochs": 1}
    neuron.fit(x, y, epochs=1)
    expect.close(neuron.w, 5.0, what="neuron.w", given=given)
    expect.close(neuron.b, 3.0, what="neuron.b", given=given)


@pytest.mark.task("Neuron")
def test_two_epochs_by_hand(student):
    """Two epochs on the samples (1, 0) and (0, 2), in turn, move a new neuron to w = -2, b = 2.

    ko: 두 샘플 (1, 0)과 (0, 2)를 번갈아 두 에포크 학습하면 새 뉴런이 w = -2, b = 2가 됩니다.
    """
    x, y = np.array([1.0, 0.0]), np.array([0.0, 2.0])
    neuron, given = student.Neuron(), {"x": x, "y": y, "epochs": 2}
    neuron.fit(x, y, epochs=2)
    expect.close(neuron.w, -2.0, what="neuron.w", given=given)
    expect.close(neuron.b, 2.0, what="neuron.b", given=given)


@pytest.mark.task("Neuron")
def test_one_pass_through_the_patients(student, data):
    """One epoch over the diabetes data gives the line that the lecture prints.

    ko: 당뇨병 데이터로 한 에포크를 학습하면 강의 자료에 있는 직선이 나옵니다.
    """
    neuron = student.Neuron()
    neuron.fit(data.x, data.y, epochs=1)
    expect.close(neuron.w, PUBLISHED_W, what="neuron.w", given={"epochs": 1})
    expect.close(neuron.b, PUBLISHED_B, what="neuron.b", given={"epochs": 1})
