"""One digit against the rest: oracle, model answer and scikit-learn agree; refusals; thresholds."""

from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss, recall_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import label_binarize

from autograder.course.root import find_course
from reference_impl.mnist_binary import reference as oracle

MANIFEST = find_course(Path(__file__)).assignment("04_mnist_binary").manifest


@pytest.fixture(scope="module")
def answer(model_answer):
    """Give the model answer."""
    return model_answer("04_mnist_binary")


@pytest.fixture
def rng():
    """Give a generator of random inputs."""
    return np.random.default_rng(4)


@pytest.fixture
def problem(rng):
    """Give weights, bias, 30 samples of 5 features in columns, and labels of both kinds."""
    X = rng.normal(size=(5, 30))
    return rng.normal(size=(5, 1)), 0.3, X, (np.arange(30) % 3 == 0).reshape(1, 30) * 1.0


@pytest.fixture(scope="module")
def zeros():
    """Give X, X_test, Y, Y_test: the 8×8 digits in columns, labels for the digit 0."""
    X, y = load_digits(return_X_y=True)
    X, X_test, y, y_test = train_test_split(X / 16, y, test_size=0.2, random_state=0, stratify=y)
    rows = [oracle.binary_labels(labels, 0) for labels in (y, y_test)]
    return np.ascontiguousarray(X.T), X_test.T, *rows


def test_images_become_columns(answer):
    """Each column holds one image, in the oracle and in the model answer."""
    images = load_digits().images[:20].astype(np.uint8)

    X = oracle.prepare_images(images)

    np.testing.assert_array_equal(X[:, 13].reshape(8, 8), images[13] / 255, strict=True)
    np.testing.assert_allclose(answer.prepare_images(images), X, rtol=1e-15, strict=True)


@pytest.mark.parametrize("digit", range(10))
def test_labels_agree(answer, digit):
    """Oracle, model answer and scikit-learn give one row of labels."""
    y = load_digits().target[:100]

    Y = oracle.binary_labels(y, digit)

    np.testing.assert_array_equal(Y[0], label_binarize(y, classes=range(10))[:, digit])
    np.testing.assert_array_equal(answer.binary_labels(y, digit), Y, strict=True)


def test_cost_agrees_with_scikit_learn(problem):
    """The oracle's cost is the cross-entropy that scikit-learn gives."""
    W, b, X, Y = problem
    probabilities = 1 / (1 + np.exp(-(W.T @ X + b)))

    assert oracle.propagate(*problem).cost == pytest.approx(log_loss(Y[0], probabilities[0]))


@pytest.mark.parametrize("name", ["propagate", "propagate_loop"])
def test_propagations_agree(answer, problem, name):
    """Oracle and model answer, with a loop and without, give one cost and one gradient."""
    expected = oracle.propagate(*problem)

    by_oracle, by_answer = (getattr(module, name)(*problem) for module in (oracle, answer))

    assert [by_oracle[0], by_answer[0]] == pytest.approx([expected.cost] * 2, rel=1e-12)
    np.testing.assert_allclose(by_oracle[1], expected.dW, rtol=1e-12, strict=True)
    np.testing.assert_allclose(by_answer[1], expected.dW, rtol=1e-12, strict=True)
    assert [by_oracle[2], by_answer[2]] == pytest.approx([expected.db] * 2, rel=1e-12)


@pytest.mark.parametrize("name", ["propagate", "propagate_loop"])
def test_certainty_costs_the_same(answer, name):
    """Where a is 0 or 1 oracle and model answer clip alike, without a warning."""
    certain = np.ones((1, 1)), 0.0, np.array([[900.0, -900.0]]), np.array([[1.0, 1.0]])

    cost, _dW, _db = getattr(answer, name)(*certain)

    assert cost == pytest.approx(oracle.propagate(*certain).cost, rel=1e-7)
    assert cost == pytest.approx(-np.log(1e-10) / 2, rel=1e-7)


def test_gradient_is_the_slope_of_the_cost(problem):
    """The oracle's gradient agrees with finite differences of its cost."""
    W, b, X, Y = problem

    def cost(theta):
        return oracle.propagate(theta[:5].reshape(5, 1), theta[5], X, Y).cost

    numeric = approx_fprime(np.append(W, b), cost)

    assert np.append(*oracle.propagate(*problem)[1:]) == pytest.approx(numeric, rel=1e-5, abs=1e-7)


def test_trainings_agree(answer, problem):
    """Oracle and model answer take the same steps and keep the same costs."""
    expected = oracle.train(*problem, alpha=0.4, epochs=7)

    W, b, costs = answer.optimize(*problem, 0.4, 7)

    np.testing.assert_allclose(W, expected.W, rtol=1e-12, strict=True)
    assert b == pytest.approx(expected.b, rel=1e-12)
    assert costs == pytest.approx(list(expected.costs), rel=1e-12)


def test_long_training_ends_where_scikit_learn_does(problem):
    """5000 epochs end at the minimum of the cost."""
    W, b, X, Y = problem
    model = LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000).fit(X.T, Y[0])

    trained = oracle.train(W, b, X, Y, alpha=1.0, epochs=5000)

    assert trained.W[:, 0] == pytest.approx(model.coef_[0], abs=1e-5)
    assert trained.b == pytest.approx(model.intercept_[0], abs=1e-5)


def test_predictions_agree(answer, problem):
    """Oracle and model answer give one row of answers, 0 at a probability of exactly 1/2."""
    W, b, X, _Y = problem

    np.testing.assert_array_equal(answer.predict(W, b, X), oracle.predict(W, b, X), strict=True)
    assert oracle.predict([[1.0]], -2.0, [[2.0]]) == answer.predict(
        np.ones((1, 1)), -2.0, np.full((1, 1), 2.0)
    )


def test_recognition_agrees_with_scikit_learn(problem):
    """Accuracy and share found are scikit-learn's accuracy and recall."""
    W, b, X, Y = problem
    answers = oracle.predict(W, b, X)[0]

    recognition = oracle.recognition(W, b, X, Y)

    assert recognition.accuracy == pytest.approx(accuracy_score(Y[0], answers))
    assert recognition.found == pytest.approx(recall_score(Y[0], answers))


def test_model_answer_passes_the_thresholds_of_the_stand_in(answer, zeros):
    """100 epochs on the 8×8 digits keep clear of both thresholds."""
    X, X_test, Y, Y_test = zeros

    W, b, _costs = answer.optimize(np.zeros((64, 1)), 0.0, X, Y, 0.5, 100)
    recognition = oracle.recognition(W, b, X_test, Y_test)

    assert recognition.accuracy > MANIFEST.thresholds["accuracy_digits"].value
    assert recognition.found > MANIFEST.thresholds["found_digits"].value


def test_who_always_says_no_fails_the_thresholds(zeros):
    """The threshold of accuracy lies above the share of the other nine digits."""
    _X, X_test, _Y, Y_test = zeros

    recognition = oracle.recognition(np.zeros((64, 1)), -1.0, X_test, Y_test)

    assert recognition.found == 0
    assert recognition.accuracy < MANIFEST.thresholds["accuracy_digits"].value - 0.05


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (oracle.prepare_images, ([[1, 2], [3, 4]],)),
        (oracle.prepare_images, (np.empty((0, 2, 2)),)),
        (oracle.binary_labels, ([[1, 2]], 1)),
        (oracle.binary_labels, ([1, 10], 1)),
        (oracle.propagate, ([1.0, 2.0], 0.0, [[1.0], [2.0]], [[1.0]])),
        (oracle.propagate, ([[1.0], [2.0]], 0.0, [[1.0], [2.0]], [1.0])),
        (oracle.propagate, ([[1.0], [2.0]], 0.0, [[1.0], [2.0]], [[7.0]])),
        (oracle.propagate_loop, ([[1.0]], 0.0, [[1.0], [2.0]], [[1.0]])),
        (oracle.predict, ([[1.0, 2.0]], 0.0, [[1.0], [2.0]])),
    ],
)
def test_wrong_shapes_are_refused(function, arguments):
    """Arrays that do not fit, and labels that are none, are refused instead of broadcast."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)
