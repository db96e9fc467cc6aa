"""Logistic regression: published figures; oracle, model answer and other libraries agree."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.special import expit
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from reference_impl.logistic_regression import reference as oracle

PUBLISHED_LOSS = 20.50999850682708
PUBLISHED_ACCURACY = 0.9649122807017544

# three of the weights, the bias and the accuracy of the neuron that learns sample by sample
NEURON_WEIGHTS, NEURON_BIAS = [4440.212, 23190.26, 0.747466], 569.0
NEURON_ACCURACY = 0.7982456140350877


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer("03_logistic_regression")


@pytest.fixture(scope="module")
def breast_cancer():
    """Give X_train, X_test, y_train, y_test as document 002 splits and scales them."""
    split = split_of_the_lecture()
    scaler = StandardScaler().fit(split[0])
    return scaler.transform(split[0]), scaler.transform(split[1]), *split[2:]


def split_of_the_lecture():
    """Return X_train, X_test, y_train, y_test as they come."""
    return train_test_split(*load_breast_cancer(return_X_y=True), test_size=0.2, random_state=0)


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(2)


@pytest.fixture
def samples(rng):
    """Give 20 samples of 4 features with labels of both classes."""
    return rng.normal(size=(20, 4)), np.arange(20) % 2


def test_oracle_reproduces_the_published_figures(breast_cancer):
    """1000 epochs of the oracle end at the loss and accuracy that document 002 prints."""
    X_train, X_test, y_train, y_test = breast_cancer

    w, b, losses = oracle.train(X_train, y_train, epochs=1000)

    assert losses[-1] == pytest.approx(PUBLISHED_LOSS, rel=0, abs=1e-9)
    assert oracle.accuracy(X_test, y_test, w, b) == pytest.approx(PUBLISHED_ACCURACY, abs=1e-9)


def test_model_answer_reproduces_the_published_figures(answer, breast_cancer):
    """1000 epochs of the model answer end at the loss and accuracy that document 002 prints."""
    X_train, X_test, y_train, y_test = breast_cancer
    layer = answer.SingleLayer()

    layer.fit(X_train, y_train, epochs=1000)

    assert layer.losses[-1] == pytest.approx(PUBLISHED_LOSS, rel=0, abs=1e-9)
    assert layer.score(X_test, y_test) == pytest.approx(PUBLISHED_ACCURACY, abs=1e-9)


def test_sigmoids_agree(answer):
    """Oracle, model answer and scipy give one sigmoid from -10000 to 10000."""
    z = np.concatenate([np.linspace(-40, 40, 81), [-1e4, -710, 710, 1e4]])

    np.testing.assert_allclose(oracle.sigmoid(z), expit(z), rtol=1e-13, atol=1e-300, strict=True)
    np.testing.assert_allclose(answer.sigmoid(z), expit(z), rtol=1e-13, atol=1e-200, strict=True)


def test_costs_agree(answer, rng):
    """Oracle, model answer and scikit-learn give one cross-entropy."""
    a, y = rng.uniform(0.01, 0.99, size=30), rng.integers(2, size=30)

    assert oracle.CEcost(a, y) == pytest.approx(log_loss(y, a), rel=1e-13)
    assert answer.CEcost(a, y) == pytest.approx(log_loss(y, a), rel=1e-13)


def test_costs_of_certainty_agree(answer):
    """Being certain costs the same in the oracle and the model answer, right or wrong."""
    a, y = np.array([0.0, 1.0, 0.0, 1.0]), np.array([0, 1, 1, 0])

    assert answer.CEcost(a, y) == pytest.approx(oracle.CEcost(a, y), rel=1e-7)
    assert oracle.CEcost(a, y) == pytest.approx(-np.log(1e-10) / 2, rel=1e-7)


@pytest.mark.parametrize("shape", [(20, 1), (20,)])
def test_gradients_agree(answer, rng, shape):
    """Oracle and model answer give one gradient, of one shape."""
    X, err = rng.normal(size=(20, 4)), rng.normal(size=shape)

    w_grad, b_grad = oracle.gradients(X, err)
    w_answer, b_answer = answer.backprop(X, err)

    np.testing.assert_allclose(w_answer, w_grad, rtol=1e-12, strict=True)
    assert b_answer == pytest.approx(b_grad, rel=1e-12)


def test_gradient_is_the_slope_of_the_cost(samples, rng):
    """The oracle's gradient agrees with finite differences of its cost."""
    X, y = samples
    theta = rng.normal(size=5)

    def cost(theta):
        return oracle.cost(X, y, theta[:4, np.newaxis], theta[4])

    err = oracle.sigmoid(oracle.forward(X, theta[:4, np.newaxis], theta[4])) - y[:, np.newaxis]
    w_grad, b_grad = oracle.gradients(X, err)

    assert [*w_grad[:, 0], b_grad] == pytest.approx(approx_fprime(theta, cost), abs=1e-6)


def test_trainings_agree(answer, samples):
    """Oracle and model answer have the same weights, losses and predictions after 7 epochs."""
    X, y = samples
    layer = answer.SingleLayer()

    layer.fit(X, y, epochs=7)
    w, b, losses = oracle.train(X, y, epochs=7)

    np.testing.assert_allclose(layer.w, w, rtol=1e-12, strict=True)
    assert layer.b == pytest.approx(b, rel=1e-12)
    np.testing.assert_allclose(layer.losses, losses, rtol=1e-12)
    np.testing.assert_array_equal(layer.predict(X), oracle.predict(X, w, b), strict=True)
    assert layer.score(X, y) == oracle.accuracy(X, y, w, b)


def test_neurons_reproduce_the_lecture(answer):
    """100 epochs of oracle and model answer, sample by sample and unscaled, end as printed."""
    X_train, X_test, y_train, y_test = split_of_the_lecture()
    neuron = answer.LogisticNeuron()

    neuron.fit(X_train, y_train)
    w, b = oracle.train_sample_by_sample(X_train, y_train, epochs=100)

    assert neuron.w[[0, 2, 14]] == pytest.approx(NEURON_WEIGHTS, rel=1e-8)
    assert neuron.b == pytest.approx(NEURON_BIAS, rel=1e-8)
    np.testing.assert_allclose(w, neuron.w, rtol=1e-12, strict=True)
    assert b == pytest.approx(NEURON_BIAS, rel=1e-8)
    assert np.mean(neuron.predict(X_test) == y_test) == pytest.approx(NEURON_ACCURACY, abs=1e-12)


def test_each_error_of_the_lecture_is_a_whole_number():
    """Unscaled scores are so large that an error is 0, 1 or -1, which is why b is whole."""
    X_train, _, y_train, _ = split_of_the_lecture()

    _, b = oracle.train_sample_by_sample(X_train, y_train, epochs=100)

    assert b == round(b)


def test_neurons_agree(answer, samples):
    """Oracle and model answer have the same weights and predictions after 3 epochs."""
    X, y = samples
    neuron = answer.LogisticNeuron()

    neuron.fit(X, y, epochs=3)
    w, b = oracle.train_sample_by_sample(X, y, epochs=3)

    np.testing.assert_allclose(neuron.w, w, rtol=1e-12, strict=True)
    assert neuron.b == pytest.approx(b, rel=1e-12)
    predicted = oracle.predict(X, w[:, np.newaxis], b)[:, 0]
    np.testing.assert_array_equal(neuron.predict(X), predicted, strict=True)


def test_chains_agree(answer, samples, rng):
    """Oracle and model answer have the same factors and the same product."""
    X, y = samples
    w, b = rng.normal(size=(4, 1)), rng.normal()

    expected = oracle.derivative_chain(X, y, w, b)
    dJ_da, da_dz, dz_dw, dJ_dw = answer.derivative_chain(X, y, w, b)

    np.testing.assert_allclose(dJ_da, expected.dJ_da, rtol=1e-12, strict=True)
    np.testing.assert_allclose(da_dz, expected.da_dz, rtol=1e-12, strict=True)
    np.testing.assert_allclose(dz_dw, expected.dz_dw, rtol=1e-12, strict=True)
    np.testing.assert_allclose(dJ_dw, expected.dJ_dw, rtol=1e-12, strict=True)


def test_factors_multiply_to_the_gradient(samples, rng):
    """The oracle's factors multiply to the gradient that it takes without them."""
    X, y = samples

    chain = oracle.derivative_chain(X, y, rng.normal(size=(4, 1)), rng.normal())

    product = np.sum(chain.dJ_da * chain.da_dz * chain.dz_dw, axis=0)
    np.testing.assert_allclose(chain.dJ_dw[:, 0], product, rtol=1e-12)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (oracle.derivative_chain, ([[1.0], [2.0]], [[0], [1]], [[1.0]], 0.0)),
        (oracle.train_sample_by_sample, ([[1.0], [2.0]], [0], 1)),
        (oracle.CEcost, ([0.5, 0.5], [1])),
        (oracle.CEcost, ([], [])),
        (oracle.CEcost, ([0.5], [2])),
        (oracle.forward, ([1.0, 2.0], [[1.0], [2.0]], 0.0)),
        (oracle.forward, ([[1.0, 2.0]], [1.0, 2.0], 0.0)),
        (oracle.gradients, ([[1.0], [2.0]], [0.5])),
        (oracle.gradients, ([[1.0], [2.0]], [[0.5, 0.5], [0.5, 0.5]])),
        (oracle.train, ([[1.0], [2.0]], [[0], [1]], 1)),
        (oracle.train, ([[1.0], [2.0]], [0.0, 1.0], 1)),
        (oracle.accuracy, ([[1.0]], [2], [[1.0]], 0.0)),
    ],
)
def test_wrong_shapes_and_labels_are_refused(function, arguments):
    """Arrays that do not fit, and labels other than 0 and 1, are refused by name."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)
