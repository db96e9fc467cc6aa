"""The softmax classifier: published figures; oracle, model answer and other libraries agree."""

import os
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.special import softmax
from sklearn.metrics import log_loss
from sklearn.preprocessing import label_binarize

from autograder.data.upstream import read
from reference_impl.softmax_classifier import reference as oracle
from reference_impl.softmax_classifier.reference import Weights

MNIST = Path(os.environ.get("AUTOGRADER_DATA", ""), "mnist")
SHAPES = Weights((3, 5), (5,), (5, 4), (4,))


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer("06_softmax_classifier")


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(6)


@pytest.fixture
def samples(rng):
    """Give 20 samples of 3 features with one-hot labels of 4 classes."""
    return rng.normal(size=(20, 3)), np.eye(4)[np.arange(20) % 4]


@pytest.fixture
def weights(rng):
    """Give random weights of 3 features, 5 units and 4 classes."""
    return Weights(*(rng.normal(size=shape) for shape in SHAPES))


@pytest.fixture
def network(answer, weights):
    """Give the model answer's network with these weights."""
    network = answer.MultiClassNetwork(units=5)
    network.w1, network.b1, network.w2, network.b2 = weights
    return network


@pytest.mark.parametrize(
    ("scores", "published"),
    [((2.20, 1.39, 0.85), (0.59, 0.26, 0.15)), ((0.0, -1.39, -2.20), (0.74, 0.18, 0.08))],
)
def test_softmax_reproduces_the_published_figures(answer, scores, published):
    """Both rows of document 002 come out, to the two decimals that it prints."""
    assert np.round(oracle.softmax([scores]), 2).tolist() == [list(published)]
    assert np.round(answer.softmax(np.array([scores])), 2).tolist() == [list(published)]


@pytest.mark.soak
@pytest.mark.skipif(not MNIST.is_dir(), reason="AUTOGRADER_DATA holds no mnist")
def test_network_of_the_lecture_on_mnist():
    """100 units, 100 epochs and seed 0 on the first 6,000 images end at 0.7743 on the test set.

    Document 002 trains on Fashion-MNIST, with a bias gradient that is always 0.
    """
    files = read("mnist")
    X, y = (files[f"train-{kind}"][:6000] for kind in ("images-idx3-ubyte", "labels-idx1-ubyte"))
    X_test, y_test = files["t10k-images-idx3-ubyte"], files["t10k-labels-idx1-ubyte"]
    seeded = np.random.RandomState(0)
    w1, w2 = seeded.normal(size=(784, 100)), seeded.normal(size=(100, 10))
    start = Weights(w1, np.zeros(100), w2, np.zeros(10))

    trained = oracle.train(X.reshape(-1, 784) / 255, np.eye(10)[y], start, epochs=100)

    found = oracle.accuracy(X_test.reshape(-1, 784) / 255, np.eye(10)[y_test], trained.weights)
    assert found == pytest.approx(0.7743, abs=2e-4)
    assert trained.losses[-1] == pytest.approx(0.6060156, rel=1e-6)


def test_softmaxes_agree(answer, rng):
    """Oracle, model answer and scipy give one softmax, for rows of very different scores."""
    Z = rng.normal(size=(5, 4)) + np.array([[-1e4], [-700.0], [0.0], [700.0], [1e4]])
    expected = softmax(Z, axis=1)

    np.testing.assert_allclose(oracle.softmax(Z), expected, rtol=1e-11, strict=True)
    np.testing.assert_allclose(answer.softmax(Z), expected, rtol=1e-11, strict=True)


def test_one_hot_encodings_agree(answer):
    """Oracle, model answer and scikit-learn encode alike, with a class that does not occur."""
    y = np.array([3, 0, 1, 3])
    expected = label_binarize(y, classes=range(5)).astype(float)

    np.testing.assert_array_equal(oracle.one_hot_encoding(y, 5), expected, strict=True)
    np.testing.assert_array_equal(answer.one_hot_encoding(y, 5), expected, strict=True)


def test_costs_agree(answer, rng):
    """Oracle, model answer and scikit-learn give one cross-entropy."""
    A, y = rng.dirichlet(np.ones(4), size=20), np.arange(20) % 4
    expected = log_loss(y, A)

    assert oracle.CEcost(A, np.eye(4)[y]) == pytest.approx(expected, rel=1e-13)
    assert answer.CEcost(A, np.eye(4)[y]) == pytest.approx(expected, rel=1e-13)


def test_costs_of_certainty_agree(answer):
    """Being certain costs the same in the oracle and the model answer, right or wrong."""
    A, Y = np.eye(3)[[0, 1]], np.eye(3)[[0, 2]]

    assert answer.CEcost(A, Y) == pytest.approx(oracle.CEcost(A, Y), rel=1e-7)
    assert oracle.CEcost(A, Y) == pytest.approx(-np.log(1e-10) / 2, rel=1e-7)


def test_forward_passes_agree(network, samples, weights):
    """Oracle and model answer give one hidden layer, one row of scores and one prediction."""
    X, Y = samples

    scores = network.forpass(X)
    a1, z2 = oracle.forward(X, weights)

    np.testing.assert_allclose(network.a1, a1, rtol=1e-12, strict=True)
    np.testing.assert_allclose(scores, z2, rtol=1e-12, strict=True)
    np.testing.assert_array_equal(network.predict(X), oracle.predict(X, weights), strict=True)
    assert network.score(X, Y) == oracle.accuracy(X, Y, weights)


@pytest.mark.parametrize("position", range(4))
def test_gradients_agree(network, samples, weights, rng, position):
    """Oracle and model answer give one gradient of each parameter, of its shape."""
    X, err = samples[0], rng.normal(size=(20, 4))
    network.forpass(X)

    answer = network.backprop(X, err)[position]
    expected = oracle.gradients(X, err, weights)[position]

    assert expected.shape == SHAPES[position]
    np.testing.assert_allclose(answer, expected, rtol=1e-11, strict=True)


@pytest.mark.parametrize("name", Weights._fields)
def test_gradient_is_the_slope_of_the_cost(samples, weights, name):
    """The oracle's gradient agrees with finite differences of its cost, parameter by parameter."""
    X, Y = samples
    theta = getattr(weights, name)

    def cost(flat):
        return oracle.cost(X, Y, weights._replace(**{name: flat.reshape(theta.shape)}))

    err = oracle.softmax(oracle.forward(X, weights).z2) - Y
    gradient = getattr(oracle.gradients(X, err, weights), name)

    assert gradient.ravel() == pytest.approx(approx_fprime(theta.ravel(), cost), abs=1e-6)


def test_bias_gradient_is_not_summed_over_the_classes(samples, weights):
    """The slip of document 002 is mended: the gradient of b2 is far from its sum, which is 0."""
    X, Y = samples

    b2_grad = oracle.gradients(X, oracle.softmax(oracle.forward(X, weights).z2) - Y, weights).b2

    assert np.abs(b2_grad).min() > 1e-3
    assert b2_grad.sum() == pytest.approx(0, abs=1e-15)


def test_trainings_agree(answer, samples):
    """Oracle and model answer have the same weights and losses after 7 epochs from one start."""
    X, Y = samples
    network = answer.MultiClassNetwork(units=5, seed=1)
    network.init_weights(3, 4)
    start = Weights(network.w1.copy(), network.b1.copy(), network.w2.copy(), network.b2.copy())

    network.fit(X, Y, epochs=7)
    end, losses = oracle.train(X, Y, start, epochs=7)

    np.testing.assert_allclose(network.losses, losses, rtol=1e-12)
    np.testing.assert_allclose(network.w1, end.w1, rtol=1e-10, strict=True)
    np.testing.assert_allclose(network.b1, end.b1, rtol=1e-10, strict=True)
    np.testing.assert_allclose(network.w2, end.w2, rtol=1e-10, strict=True)
    np.testing.assert_allclose(network.b2, end.b2, rtol=1e-10, strict=True)


ONE = Weights(np.ones((1, 2)), np.ones(2), np.ones((2, 2)), np.ones(2))


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (oracle.softmax, ([1.0, 2.0],)),
        (oracle.one_hot_encoding, ([[0], [1]], 2)),
        (oracle.one_hot_encoding, ([0, 2], 2)),
        (oracle.one_hot_encoding, ([0.0, 1.0], 2)),
        (oracle.CEcost, ([[0.5, 0.5]], [1.0, 0.0])),
        (oracle.CEcost, ([[0.5, 0.5]], [[0.5, 0.5]])),
        (oracle.forward, ([[1.0, 2.0]], ONE)),
        (oracle.forward, ([[1.0]], ONE._replace(b2=np.float64(0.0)))),
        (oracle.gradients, ([[1.0]], [[0.5]], ONE)),
        (oracle.train, ([[1.0]], [[1.0, 0.0], [0.0, 1.0]], ONE, 1)),
        (oracle.accuracy, ([[1.0]], [[1.0, 1.0]], ONE)),
    ],
)
def test_wrong_shapes_and_labels_are_refused(function, arguments):
    """Arrays that do not fit, and labels that are no classes, are refused by name."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)
