"""The network trained sample by sample: oracle, model answer and scikit-learn agree; refusals."""

from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.special import expit, logit, softmax
from sklearn.datasets import load_digits
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from autograder.course.root import find_course
from reference_impl.stochastic_gradient_descent import reference as oracle
from reference_impl.stochastic_gradient_descent.reference import Weights

ASSIGNMENT = "07_stochastic_gradient_descent"
MANIFEST = find_course(Path(__file__)).assignment(ASSIGNMENT).manifest
FAR = np.concatenate([np.linspace(-40, 40, 81), [-1e4, -710, 710, 1e4]])


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer(ASSIGNMENT)


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(7)


@pytest.fixture
def weights(rng):
    """Give a network of 4 features, 6 hidden neurons and 3 classes."""
    shapes = (6, 4), (6, 1), (3, 6), (3, 1)
    return Weights(*(rng.normal(size=shape) for shape in shapes))


@pytest.fixture
def samples(rng):
    """Give 15 samples, one a row, and their classes."""
    return rng.normal(size=(15, 4)), rng.integers(3, size=15)


@pytest.fixture
def network(answer, weights):
    """Give the model answer's network with these weights."""
    network = answer.LogisticNeuron_stochastic(4, 6, 3, eta=0.3, epochs=4)
    network.W1, network.b1, network.W2, network.b2 = weights
    return network


def test_sigmoids_agree(answer):
    """Oracle, model answer and scipy give one sigmoid from -10000 to 10000."""
    np.testing.assert_allclose(oracle.g(FAR), expit(FAR), rtol=1e-13, atol=1e-300, strict=True)
    np.testing.assert_allclose(answer.g(FAR), expit(FAR), rtol=1e-13, atol=1e-200, strict=True)


def test_slopes_agree(answer):
    """Oracle and model answer give one slope from -10000 to 10000."""
    slope = expit(FAR) * expit(-FAR)

    np.testing.assert_allclose(oracle.g_prime(FAR), slope, rtol=1e-12, atol=1e-300, strict=True)
    np.testing.assert_allclose(answer.g_prime(FAR), slope, atol=1e-15, strict=True)


def test_softmaxes_agree(answer, rng):
    """Oracle, model answer and scipy give one softmax for each column, however large."""
    Z = rng.normal(size=(4, 5)) + np.array([[-4000.0, -1.0, 0.0, 3.0, 6000.0]])
    expected = softmax(Z, axis=0)

    np.testing.assert_allclose(oracle.softmax(Z), expected, rtol=1e-11, strict=True)
    np.testing.assert_allclose(answer.softmax(Z), expected, rtol=1e-11, strict=True)


@pytest.mark.parametrize(
    ("sigmoids", "printed"),
    [((0.9, 0.8, 0.7), (0.59, 0.26, 0.15)), ((0.1, 0.3, 0.5), (0.07, 0.28, 0.65))],
)
def test_softmax_of_dog_cat_tiger(sigmoids, printed):
    """The handout's probabilities are the softmax of the scores that have these sigmoids."""
    scores = logit(np.reshape(sigmoids, (3, 1)))

    assert oracle.softmax(scores)[:, 0] == pytest.approx(printed, abs=0.005)


def test_costs_agree(answer, rng):
    """Oracle, model answer and scikit-learn give one cross-entropy."""
    A2, y = softmax(rng.normal(size=(3, 20)), axis=0), rng.integers(3, size=20)
    Y, expected = oracle.one_hot_encoding(y, 3), log_loss(y, A2.T, labels=[0, 1, 2])

    assert [oracle.CEcost(A2, Y), answer.CEcost(A2, Y)] == pytest.approx([expected] * 2, rel=1e-12)


def test_certainty_costs_the_same(answer):
    """A probability of 0 counts as 1e-10 in the oracle and in the model answer."""
    A2, Y = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[1.0, 1.0], [0.0, 0.0]])
    expected = -np.log(1e-10) / 2

    assert [oracle.CEcost(A2, Y), answer.CEcost(A2, Y)] == pytest.approx([expected] * 2, rel=1e-12)


def test_one_hot_columns_agree(answer):
    """The columns given to students are the oracle's."""
    y = np.array([2, 0, 1, 1])

    expected = oracle.one_hot_encoding(y, 3)

    np.testing.assert_array_equal(answer.one_hot_encoding(y, 3), expected, strict=True)


@pytest.mark.parametrize("result", range(4))
def test_forward_passes_agree(answer, samples, weights, result):
    """Each of the four results of oracle and model answer is the same."""
    A0 = samples[0].T

    actual = answer.forpass(A0, *weights)[result]

    expected = oracle.forward(A0, weights)[result]
    np.testing.assert_allclose(actual, expected, rtol=1e-12, strict=True)


@pytest.mark.parametrize("m", [1, 15])
@pytest.mark.parametrize("parameter", range(4))
def test_gradients_agree(answer, samples, weights, parameter, m):
    """Each of the four gradients of oracle and model answer is the same, for any m."""
    A0, Y = samples[0][:m].T, oracle.one_hot_encoding(samples[1][:m], 3)
    Z1, A1, _Z2, A2 = oracle.forward(A0, weights)

    actual = answer.backprop(A0, Z1, A1, A2, Y, weights.W2)[parameter]

    expected = oracle.gradients(A0, Y, weights)[parameter]
    np.testing.assert_allclose(actual, expected, rtol=1e-11, atol=1e-14, strict=True)


@pytest.mark.parametrize("parameter", Weights._fields)
def test_gradient_is_the_slope_of_the_cost(samples, weights, parameter):
    """The oracle's gradients agree with finite differences of its cost."""
    A0, Y = samples[0].T, oracle.one_hot_encoding(samples[1], 3)
    theta = getattr(weights, parameter)

    def cost(values):
        return oracle.cost(A0, Y, weights._replace(**{parameter: values.reshape(theta.shape)}))

    numeric = approx_fprime(theta.ravel(), cost)

    actual = getattr(oracle.gradients(A0, Y, weights), parameter).ravel()
    assert actual == pytest.approx(numeric, rel=1e-5, abs=1e-6)


def test_document_divides_by_the_wrong_number(samples, weights):
    """Divided by the size of the data set, dW2 of one sample is that many times too small."""
    X, y = samples
    A0, Y = X[:1].T, oracle.one_hot_encoding(y[:1], 3)
    _Z1, A1, _Z2, A2 = oracle.forward(A0, weights)

    as_printed = (Y - A2) @ A1.T / len(X)

    slope = oracle.gradients(A0, Y, weights).W2
    np.testing.assert_allclose(-as_printed * len(X), slope, rtol=1e-12)


@pytest.mark.parametrize("parameter", Weights._fields)
def test_trainings_agree(network, samples, weights, parameter):
    """Four epochs of oracle and model answer end at the same weights."""
    network.fit(*samples)

    expected = getattr(oracle.train(*samples, weights, 0.3, 4).weights, parameter)
    np.testing.assert_allclose(getattr(network, parameter), expected, rtol=1e-9, strict=True)


def test_costs_of_trainings_agree(network, samples, weights):
    """Oracle and model answer keep the cost of each sample before its step."""
    network.fit(*samples)

    expected = oracle.train(*samples, weights, 0.3, 4).costs
    assert network.cost_ == pytest.approx(list(expected), rel=1e-9)


def test_training_agrees_with_scikit_learn(samples):
    """Three epochs end where scikit-learn's network does, sample by sample, in their order."""
    X, y = samples
    model = MLPClassifier(
        (6,), activation="logistic", solver="sgd", alpha=0.0, batch_size=1, shuffle=False,
        learning_rate_init=0.3, momentum=0.0, nesterovs_momentum=False, random_state=0,
    )  # fmt: skip
    model.partial_fit(X, y, classes=[0, 1, 2])
    start = as_columns(model)
    model.partial_fit(X, y).partial_fit(X, y).partial_fit(X, y)

    trained = oracle.train(X, y, start, 0.3, epochs=3).weights

    np.testing.assert_allclose(as_columns(model).W1, trained.W1, rtol=1e-7)
    np.testing.assert_allclose(as_columns(model).W2, trained.W2, rtol=1e-7)


def test_predictions_agree(network, samples, weights):
    """Oracle and model answer predict the same classes, and count the same accuracy."""
    X, y = samples

    np.testing.assert_array_equal(network.predict(X), oracle.predict(X, weights), strict=True)
    assert network.evaluate(X, y) == oracle.accuracy(X, y, weights)


def test_curve_is_that_of_one_training(answer, network, samples, weights):
    """The curves hold the oracle's accuracy after each epoch."""
    (X, y), test = samples, (-samples[0], samples[1])

    curves = answer.accuracy_curve(network, X, y, *test)

    after = [oracle.train(X, y, weights, 0.3, epochs).weights for epochs in (1, 2, 3, 4)]
    assert curves[0] == [oracle.accuracy(X, y, each) for each in after]
    assert curves[1] == [oracle.accuracy(*test, each) for each in after]


def test_oracle_passes_the_threshold_of_the_stand_in():
    """Three epochs on the 8×8 digits keep clear of the threshold."""
    X, y = load_digits(return_X_y=True)
    X, X_test, y, y_test = train_test_split(X / 16, y, test_size=0.2, random_state=0, stratify=y)
    rng = np.random.default_rng(0)
    W1, W2 = rng.normal(size=(100, 64)) / 8, rng.normal(size=(10, 100)) / 10
    start = Weights(W1, np.zeros((100, 1)), W2, np.zeros((10, 1)))

    trained = oracle.train(X, y, start, eta=0.1, epochs=3).weights

    threshold = MANIFEST.thresholds["accuracy_digits"].value
    assert oracle.accuracy(X_test, y_test, trained) > threshold


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (oracle.softmax, ([1.0, 2.0],)),
        (oracle.one_hot_encoding, ([0, 3], 3)),
        (oracle.CEcost, ([[0.5], [0.5]], [1.0, 0.0])),
        (oracle.CEcost, ([[0.5], [0.5]], [[1.0], [1.0]])),
    ],
)
def test_wrong_shapes_are_refused(function, arguments):
    """Arrays that do not fit, and labels that are none, are refused instead of broadcast."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)


@pytest.mark.parametrize(
    ("X", "y"),
    [
        (np.ones((2, 4)), [0]),
        (np.ones((2, 5)), [0, 1]),
        (np.ones((2, 4)), [0, 3]),
        (np.ones((4,)), [0]),
    ],
)
def test_samples_that_do_not_fit_are_refused(weights, X, y):
    """Samples and labels must fit each other and the network."""
    with pytest.raises(ValueError, match="must"):
        oracle.train(X, y, weights, 0.1, 1)


def as_columns(model):
    """Return the weights of scikit-learn's network, whose rows are samples, turned over."""
    (w1, w2), (b1, b2) = model.coefs_, model.intercepts_
    return Weights(w1.T.copy(), b1.reshape(-1, 1).copy(), w2.T.copy(), b2.reshape(-1, 1).copy())
