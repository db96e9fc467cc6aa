"""The two-layer network: published figures; oracle, model answer and scikit-learn agree."""

import runpy
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import log_loss, mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from autograder.course.root import find_course
from reference_impl.two_layer_network import reference as oracle

ASSIGNMENT = "05_two_layer_network"
PUBLISHED_LOSS = 0.06883682133902377
PUBLISHED_ACCURACY = 0.956140350877193
PUBLISHED_RANDOM_LOSS = 0.020966117311711403


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer(ASSIGNMENT)


@pytest.fixture(scope="module")
def breast_cancer():
    """Give X_train, X_test, y_train, y_test as document 002 splits and scales them."""
    split = train_test_split(*load_breast_cancer(return_X_y=True), test_size=0.2, random_state=0)
    scaler = StandardScaler().fit(split[0])
    return scaler.transform(split[0]), scaler.transform(split[1]), *split[2:]


@pytest.fixture(scope="module")
def loss_from_ones(breast_cancer):
    """Give the loss that 200 epochs from ones end at."""
    X_train, _, y_train, _ = breast_cancer
    return oracle.train(X_train, y_train, oracle.all_ones(30, 10), epochs=200).losses[-1]


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(5)


@pytest.fixture
def samples(rng):
    """Give 20 samples of 4 features with labels of both classes."""
    return rng.normal(size=(20, 4)), np.arange(20) % 2


@pytest.fixture
def weights(rng):
    """Give weights of a network with 4 features and 3 hidden units."""
    w1, b1 = rng.normal(size=(4, 3)), rng.normal(size=3)
    return oracle.Weights(w1, b1, rng.normal(size=(3, 1)), rng.normal())


@pytest.fixture
def network(answer, weights):
    """Give the model answer's network with these weights."""
    network = answer.DualLayer(units=3)
    network.w1, network.b1, network.w2, network.b2 = weights
    return network


def test_oracle_reproduces_the_published_figures(breast_cancer):
    """1000 epochs from ones end at the loss and accuracy that document 002 prints."""
    X_train, X_test, y_train, y_test = breast_cancer

    trained = oracle.train(X_train, y_train, oracle.all_ones(30, 10), epochs=1000)

    assert trained.losses[-1] == pytest.approx(PUBLISHED_LOSS, rel=1e-9)
    accuracy = oracle.accuracy(X_test, y_test, trained.weights)
    assert accuracy == pytest.approx(PUBLISHED_ACCURACY, rel=1e-12)


def test_oracle_reproduces_the_published_random_figure(breast_cancer):
    """1000 epochs from the numbers of seed 0 end at the loss that document 002 prints."""
    X_train, _, y_train, _ = breast_cancer
    start = oracle.standard_normal(30, 10, np.random.RandomState(0))

    trained = oracle.train(X_train, y_train, start, epochs=1000)

    assert trained.losses[-1] == pytest.approx(PUBLISHED_RANDOM_LOSS, rel=1e-9)


@pytest.mark.parametrize(
    ("network", "published"),
    [("DualLayer", PUBLISHED_LOSS), ("RandomInitNetwork", PUBLISHED_RANDOM_LOSS)],
)
def test_model_answer_reproduces_the_published_losses(answer, breast_cancer, network, published):
    """1000 epochs of the model answer end at the losses that document 002 prints."""
    X_train, _, y_train, _ = breast_cancer
    trained = getattr(answer, network)()

    trained.fit(X_train, y_train, epochs=1000)

    assert trained.losses[-1] == pytest.approx(published, rel=1e-9)


@pytest.mark.parametrize("shape", [(1, 9), (3, 7)])
def test_squared_errors_agree(answer, rng, shape):
    """Oracle, model answer and half of scikit-learn's, summed over outputs, are one number."""
    A2, Y = rng.normal(size=(2, *shape))
    expected = shape[0] * mean_squared_error(Y.T, A2.T) / 2

    assert oracle.MSEcost(A2, Y) == pytest.approx(expected, rel=1e-13)
    assert answer.MSEcost(A2, Y) == pytest.approx(expected, rel=1e-13)


def test_forward_passes_agree(network, samples, weights):
    """Oracle, model answer and scikit-learn's network give the same probabilities."""
    X, y = samples
    reference = MLPClassifier((3,), activation="logistic", max_iter=1).partial_fit(
        X, y, classes=[0, 1]
    )
    reference.coefs_ = [weights.w1, weights.w2]
    reference.intercepts_ = [weights.b1, np.array([weights.b2])]
    expected = reference.predict_proba(X)[:, [1]]

    forward = oracle.forward(X, weights)

    np.testing.assert_allclose(oracle.sigmoid(forward.z2), expected, rtol=1e-12, strict=True)
    np.testing.assert_allclose(network.forpass(X), forward.z2, rtol=1e-12, strict=True)
    np.testing.assert_allclose(network.a1, forward.a1, rtol=1e-12, strict=True)


def test_cost_agrees_with_scikit_learn(samples, weights):
    """The oracle's cost is scikit-learn's cross-entropy of its probabilities."""
    X, y = samples
    probabilities = oracle.sigmoid(oracle.forward(X, weights).z2)

    assert oracle.cost(X, y, weights) == pytest.approx(log_loss(y, probabilities), rel=1e-12)


def test_gradients_agree(network, samples, weights):
    """Oracle and model answer give the same four gradients, of the same shapes."""
    X, _ = samples
    err = np.linspace(-1, 1, 20).reshape(-1, 1)
    network.forpass(X)

    expected = oracle.gradients(X, err, weights)
    w1_grad, b1_grad, w2_grad, b2_grad = network.backprop(X, err)

    np.testing.assert_allclose(w1_grad, expected.w1, rtol=1e-12, strict=True)
    np.testing.assert_allclose(b1_grad, expected.b1, rtol=1e-12, strict=True)
    np.testing.assert_allclose(w2_grad, expected.w2, rtol=1e-12, strict=True)
    assert b2_grad == pytest.approx(expected.b2, abs=1e-15)


def test_gradients_are_the_slopes_of_the_cost(samples, weights):
    """The oracle's gradients agree with finite differences of its cost."""
    X, y = samples

    def unpack(theta):
        return oracle.Weights(
            theta[:12].reshape(4, 3), theta[12:15], theta[15:18].reshape(3, 1), theta[18]
        )

    def flat(parameters):
        return np.concatenate([np.ravel(parameter) for parameter in parameters])

    numeric = approx_fprime(flat(weights), lambda theta: oracle.cost(X, y, unpack(theta)))
    err = oracle.sigmoid(oracle.forward(X, weights).z2) - y.reshape(-1, 1)

    assert flat(oracle.gradients(X, err, weights)) == pytest.approx(numeric, abs=1e-6)


def test_trainings_agree(answer, samples):
    """Oracle and model answer have the same weights, losses and predictions after 7 epochs."""
    X, y = samples
    network = answer.RandomInitNetwork(units=3, seed=8)

    network.fit(X, y, epochs=7)
    start = oracle.standard_normal(4, 3, np.random.RandomState(8))
    trained = oracle.train(X, y, start, epochs=7)

    np.testing.assert_allclose(network.w1, trained.weights.w1, rtol=1e-11, strict=True)
    np.testing.assert_allclose(network.b1, trained.weights.b1, rtol=1e-11, strict=True)
    np.testing.assert_allclose(network.w2, trained.weights.w2, rtol=1e-11, strict=True)
    assert network.b2 == pytest.approx(trained.weights.b2, rel=1e-11)
    np.testing.assert_allclose(network.losses, trained.losses, rtol=1e-11)
    predicted = oracle.predict(X, trained.weights)
    np.testing.assert_array_equal(network.predict(X), predicted, strict=True)
    assert network.score(X, y) == oracle.accuracy(X, y, trained.weights)


def test_units_that_start_alike_stay_alike(breast_cancer):
    """From ones, all hidden units are one and the same unit after 200 epochs."""
    X_train, _, y_train, _ = breast_cancer

    trained = oracle.train(X_train, y_train, oracle.all_ones(30, 10), epochs=200)

    assert np.ptp(trained.weights.w1, axis=1) == pytest.approx(np.zeros(30), abs=1e-10)


@pytest.mark.parametrize(
    ("ones", "random", "goal", "epochs"),
    [
        ([4, 3, 3, 2, 2], [3, 3, 1, 1, 1], 2, (3, 2, 2)),
        ([5, 3, 4, 2], [6, 2, 5, 1], 3, (1, 1, 3)),
        ([3, 2], [2, 1], 0, (-1, -1, 0)),
        ([1, 1], [1, 1], 1, (0, 0, -1)),
        ([1, 2], [0, 3], 0, (-1, 0, -1)),
        ([2], [1], 2, (0, 0, 0)),
    ],
)
def test_comparisons_agree(answer, ones, random, goal, epochs):
    """Oracle and model answer find the epochs that one reads off the curves."""
    assert oracle.compare_losses(ones, random, goal) == epochs
    assert answer.compare_losses(ones, random, goal) == epochs


@pytest.mark.parametrize("seed", range(6))
def test_thresholds_hold_for_fresh_seeds(breast_cancer, loss_from_ones, seed):
    """Starts that were not used for the calibration pass both thresholds with room to spare."""
    X_train, X_test, y_train, y_test = breast_cancer
    thresholds = find_course(Path(__file__)).assignment(ASSIGNMENT).manifest.thresholds
    start = oracle.standard_normal(30, 10, np.random.default_rng([seed, 2025]))

    trained = oracle.train(X_train, y_train, start, epochs=200)

    assert loss_from_ones / trained.losses[-1] > thresholds["loss_ratio"].value
    accuracy = oracle.accuracy(X_test, y_test, trained.weights)
    assert accuracy > thresholds["random_accuracy"].value


def test_figure_is_what_its_script_draws(tmp_path):
    """The committed picture is byte for byte what the script makes."""
    folder = Path(__file__).parents[3] / "solutions" / ASSIGNMENT
    for name in ("figure.py", "figure.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())

    runpy.run_path(str(tmp_path / "figure.py"), run_name="__main__")

    assert (tmp_path / "figure.svg").read_bytes() == (folder / "figure.svg").read_bytes()


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (oracle.MSEcost, ([1.0, 0.0], [1.0, 0.0])),
        (oracle.MSEcost, ([[1.0, 0.0]], [[1.0], [0.0]])),
        (oracle.forward, ([[1.0, 2.0]], oracle.all_ones(3, 2))),
        (oracle.forward, ([[1.0]], oracle.all_ones(1, 2)._replace(b1=np.zeros((1, 2))))),
        (oracle.forward, ([[1.0]], oracle.all_ones(1, 2)._replace(w2=np.ones(2)))),
        (oracle.forward, ([[1.0]], oracle.all_ones(1, 2)._replace(b2=np.zeros(1)))),
        (oracle.gradients, ([[1.0], [2.0]], [0.5, 0.5], oracle.all_ones(1, 2))),
        (oracle.train, ([[1.0], [2.0]], [[0], [1]], oracle.all_ones(1, 2), 1)),
        (oracle.cost, ([[1.0]], [2], oracle.all_ones(1, 2))),
    ],
)
def test_wrong_shapes_and_labels_are_refused(function, arguments):
    """Arrays that do not fit, and labels other than 0 and 1, are refused by name."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)


def test_curves_of_different_length_are_refused():
    """A comparison needs two curves of the same number of epochs."""
    with pytest.raises(ValueError, match="shorter"):
        oracle.compare_losses([2.0, 1.0], [1.0], 0.5)
