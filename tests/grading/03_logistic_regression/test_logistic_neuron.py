"""Hidden checks of the neuron that learns from one sample at a time."""

import numpy as np
import pytest

from autograder import expect, gradient
from reference_impl.inputs import undecided
from reference_impl.logistic_regression import reference

GRADIENTS = ("w_grad", "b_grad")


def samples(rng, m=9, n=4):
    """Return samples with labels of both classes."""
    return rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2)


def neuron_with(student, w, b):
    """Return a student's neuron with these weights."""
    neuron = student.LogisticNeuron()
    neuron.w, neuron.b = w, b
    return neuron


def expect_neuron(neuron, w, b, given):
    """Expect the neuron to have learned these weights."""
    expect.close(neuron.w, w, what="neuron.w", given=given)
    expect.close(neuron.b, b, what="neuron.b", given=given)


@pytest.mark.task("LogisticNeuron")
def test_score_of_a_random_sample(student, rng):
    """The score of a random sample is right, one number.

    ko: 무작위 샘플의 점수가 맞고 수 하나로 나옵니다.
    """
    x, w, b = rng.normal(size=5), rng.normal(size=5), rng.normal()
    expected = reference.forward([x], w.reshape(-1, 1), b)[0, 0]
    z = neuron_with(student, w, b).forpass(x)
    expect.close(z, expected, what="neuron.forpass(x)", given={"x": x, "w": w, "b": b})


@pytest.mark.task("LogisticNeuron")
def test_activation_of_numbers_and_arrays(student, rng):
    """The activation of one score, and of an array of them, is the sigmoid.

    ko: 점수 하나와 점수 배열에 모두 시그모이드를 적용합니다.
    """
    neuron, z = student.LogisticNeuron(), np.append(rng.normal(scale=3.0, size=4), [-40.0, 40.0])
    expect.close(neuron.activation(z), reference.sigmoid(z), what="neuron.activation(z)")
    one = neuron.activation(z[0])
    expect.close(one, reference.sigmoid(z[0]), what="neuron.activation(z)", given={"z": z[0]})


@pytest.mark.task("LogisticNeuron")
def test_gradient_is_the_slope_of_one_loss(student, rng):
    """The gradient agrees with the numerical slope of one sample's cross-entropy.

    ko: 기울기가 샘플 하나의 교차 엔트로피를 수치 미분한 값과 같습니다.
    """
    x, w, b = rng.normal(size=4), rng.normal(size=4), rng.normal()

    def loss(theta):
        return reference.cost([x], [1], theta["w"].reshape(-1, 1), theta["b"])

    err = float(reference.sigmoid(x @ w + b)) - 1.0
    call, found = "neuron.backprop(x, err)", student.LogisticNeuron().backprop(x, err)
    w_grad, b_grad = expect.results(found, GRADIENTS, what=call)
    slopes = {"w": w_grad, "b": b_grad}
    gradient.check(loss, {"w": w, "b": b}, slopes, rng=rng, what=call)


@pytest.mark.task("LogisticNeuron")
@pytest.mark.parametrize("epochs", [1, 2, 5])
def test_neuron_step_by_step(student, rng, epochs):
    """After 1, 2 and 5 epochs, a step for each sample, the weights and the bias are right.

    ko: 샘플마다 한 걸음씩 1, 2, 5 에포크를 학습한 뒤의 가중치와 절편이 맞습니다.
    """
    X, y = samples(rng)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, epochs=epochs)
    w, b = reference.train_sample_by_sample(X, y, epochs)
    expect_neuron(neuron, w, b, {"x": X, "y": y, "epochs": epochs})


@pytest.mark.task("LogisticNeuron")
def test_neuron_starts_afresh(student, rng):
    """A second call of fit starts again from weights 1 and bias 0.

    ko: fit을 다시 부르면 가중치 1, 절편 0에서 새로 시작합니다.
    """
    X, y = samples(rng)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, epochs=3)
    neuron.fit(X, y, epochs=1)
    w, b = reference.train_sample_by_sample(X, y, epochs=1)
    expect_neuron(neuron, w, b, {"x": X, "y": y, "epochs": 1})


@pytest.mark.task("LogisticNeuron")
def test_neuron_leaves_its_arguments(student, rng):
    """Training does not change the samples and labels that it is given.

    ko: 학습하면서 입력으로 받은 샘플과 정답을 바꾸지 않습니다.
    """
    X, y = samples(rng)
    neuron = student.LogisticNeuron()
    outcome = neuron.fit.call(X, y, epochs=2)
    expect.close(neuron.w, reference.train_sample_by_sample(X, y, 2)[0], what="neuron.w")
    expect.unchanged(outcome, X, y, what="neuron.fit(x, y)")


@pytest.mark.task("LogisticNeuron")
def test_decisions_of_random_samples(student, rng):
    """The predictions are a flat array of True and False, right for random samples.

    ko: 예측은 True와 False로 된 1차원 배열이며 무작위 샘플에서 맞습니다.
    """
    X, column, b = undecided(rng)
    w = column[:, 0]
    predicted = neuron_with(student, w, b).predict(X)
    expected = reference.predict(X, column, b)[:, 0]
    given = {"x": X, "w": w, "b": b}
    expect.equal(predicted, expected, what="neuron.predict(x)", given=given, kinds="b")
