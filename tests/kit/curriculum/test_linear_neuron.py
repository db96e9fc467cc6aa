"""The oracle of the linear neuron: published figures, agreement with other libraries, refusals."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression, SGDRegressor

from reference_impl.linear_neuron import reference as linear_neuron
from reference_impl.linear_neuron.reference import Line


@pytest.fixture
def diabetes():
    """Give the body mass index of the patients and their disease progression."""
    X, y = load_diabetes(return_X_y=True)
    return X[:, 2], y


@pytest.mark.parametrize(
    ("epochs", "published"),
    [
        (1, Line(w=587.8654539985689, b=99.40935564531424)),
        (100, Line(w=913.5973364345905, b=123.39414383177204)),
    ],
)
def test_training_reproduces_the_published_lines(diabetes, epochs, published):
    """Training on the diabetes data gives the lines of document 002."""
    line = linear_neuron.train(*diabetes, epochs=epochs)

    assert line == pytest.approx(published, rel=1e-12)


def test_first_step_reproduces_the_published_one(diabetes):
    """The step on the first patient gives the weight and bias that document 002 prints."""
    x, y = diabetes

    line = linear_neuron.train(x[:1], y[:1], epochs=1)

    assert line == pytest.approx(Line(10.250624555904514, 150.9383037934813), rel=1e-13)


def test_training_agrees_with_scikit_learn(diabetes):
    """Five epochs end where scikit-learn's gradient descent with the same step ends."""
    x, y = diabetes
    model = SGDRegressor(
        penalty=None, learning_rate="constant", eta0=1.0, shuffle=False, max_iter=5, tol=None
    )
    model.fit(x.reshape(-1, 1), y, coef_init=[1.0], intercept_init=[1.0])

    line = linear_neuron.train(x, y, epochs=5)

    assert line == pytest.approx((*model.coef_, *model.intercept_), rel=1e-9)


def test_prediction_agrees_with_scikit_learn():
    """The weighted sums are those of a fitted linear model."""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(9, 4)), rng.normal(size=9)
    model = LinearRegression().fit(X, y)

    predictions = linear_neuron.predict(X, model.coef_, model.intercept_)

    assert predictions == pytest.approx(model.predict(X), rel=1e-12)


def test_gradient_is_the_slope_of_the_error():
    """The derivatives of one sample's error agree with finite differences."""
    x, y, line = 1.7, -0.4, Line(0.6, 0.3)

    def error(theta):
        return linear_neuron.squared_error(y, theta[0] * x + theta[1])

    numeric = approx_fprime(np.array(line), error)

    assert linear_neuron.gradient(x, y, line) == pytest.approx(numeric, rel=1e-6)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (linear_neuron.predict, ([1.0, 2.0], [1.0, 2.0], 0.0)),
        (linear_neuron.predict, ([[1.0, 2.0]], [[1.0], [2.0]], 0.0)),
        (linear_neuron.squared_error, ([1.0, 2.0], [1.0])),
        (linear_neuron.train, ([[1.0], [2.0]], [1.0, 2.0], 1)),
        (linear_neuron.train, ([1.0, 2.0], [1.0], 1)),
    ],
)
def test_wrong_shapes_are_refused(function, arguments):
    """Arrays that do not fit are refused instead of broadcast."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)
