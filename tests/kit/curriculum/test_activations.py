"""The oracle of the activation functions against scipy, and a quiz that keeps its answers."""

import re
from pathlib import Path

import numpy as np
import pytest
from scipy import special, stats
from scipy.differentiate import derivative

from autograder.build.stub import stub
from autograder.course.manifest import read_manifest
from reference_impl.activations import reference as activations

FOLDER = Path(__file__).parents[3] / "solutions" / "02_activations"
COSTS = re.compile(r"\b(1\.61|1\.609|0\.22|0\.223|2\.30?|2\.303|0\.69|0\.693)\b")

X = np.array([-1000.0, -30.0, -2.5, -0.3, 0.3, 2.5, 30.0, 1000.0])


@pytest.mark.parametrize(
    ("function", "independent"),
    [
        (activations.sigmoid, special.expit),
        (activations.sigmoid_prime, lambda x: special.expit(x) * (1 - special.expit(x))),
        (activations.tanh, lambda x: 2 * special.expit(2 * x) - 1),
        (activations.tanh_prime, lambda x: 1 - np.tanh(x) ** 2),
        (activations.relu, lambda x: np.maximum(x, 0)),
        (activations.step, lambda x: np.where(x < 0, 0, 1)),
    ],
)
def test_values_agree_with_another_formula(function, independent):
    """Each function agrees with another formula for it, from -1000 to 1000."""
    assert function(X) == pytest.approx(independent(X), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize(
    ("prime", "function"),
    [
        (activations.sigmoid_prime, activations.sigmoid),
        (activations.tanh_prime, activations.tanh),
        (activations.relu_prime, activations.relu),
    ],
)
def test_primes_are_derivatives(prime, function):
    """Each derivative agrees with the numerical one."""
    x = X[2:-2]

    assert prime(x) == pytest.approx(derivative(function, x, initial_step=0.1).df, rel=1e-8)


@pytest.mark.parametrize(
    ("function", "at_zero"), [(activations.step, 1.0), (activations.relu_prime, 0.0)]
)
def test_conventions_at_zero(function, at_zero):
    """The step at 0 is 1, and the derivative of relu at 0 is 0."""
    assert function(0.0) == at_zero


@pytest.mark.parametrize(
    ("squared", "inside", "outside"),
    [(False, [[1.4, 1.5], [-9.0, 0.0]], [[1.6, 1.5]]), (True, [[1.2, 1.2]], [[-1.3, 1.2]])],
)
def test_boundaries_of_document_004(squared, inside, outside):
    """W = (-3, 1, 1) parts the plane at x1 + x2 = 3, or at the circle of radius √3."""
    W = [-3.0, 1.0, 1.0]

    assert not activations.decision(inside, W, squared).any()
    assert activations.decision(outside, W, squared).all()


@pytest.mark.parametrize(("heads", "tosses"), [(3, 10), (7, 10), (1, 3), (0, 5), (5, 5)])
def test_estimate_has_the_largest_likelihood(heads, tosses):
    """The estimate makes the tosses at least as likely as every other probability does."""
    estimate = activations.bernoulli_mle(heads, tosses)

    likelihoods = stats.binom.pmf(heads, tosses, np.linspace(0, 1, 1001))

    assert stats.binom.pmf(heads, tosses, estimate) >= likelihoods.max() * (1 - 1e-12)


@pytest.mark.parametrize(("y", "h"), [(1, 0.2), (1, 0.8), (0, 0.9)])
def test_log_loss_is_the_cross_entropy(y, h):
    """The cost of one prediction is -y log h - (1 - y) log(1 - h)."""
    cross_entropy = -special.xlogy(y, h) - special.xlogy(1 - y, 1 - h)

    assert activations.log_loss(y, h) == pytest.approx(cross_entropy, rel=1e-15)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (activations.decision, ([1.0, 2.0], [0.0, 1.0, 1.0])),
        (activations.decision, ([[1.0, 2.0]], [1.0, 1.0])),
        (activations.bernoulli_mle, (4, 3)),
        (activations.bernoulli_mle, (-1, 3)),
        (activations.bernoulli_mle, (0, 0)),
        (activations.log_loss, (2, 0.5)),
        (activations.log_loss, (1, 1.0)),
    ],
)
def test_impossible_arguments_are_refused(function, arguments):
    """Shapes that do not fit, impossible counts and certain predictions are refused."""
    with pytest.raises(ValueError, match="must"):
        function(*arguments)


@pytest.mark.parametrize(
    "file", ["assignment.toml", "handout.md", "handout.ko.md", "test_activations.py"]
)
def test_quiz_answers_are_not_in_the_students_files(file):
    """No file that students get holds one of the costs that the quiz asks for."""
    assert not COSTS.search((FOLDER / file).read_text(encoding="utf-8"))


def test_quiz_answers_are_not_in_the_stub():
    """The stub does not hold a cost that the quiz asks for; the model answer does."""
    source = FOLDER / "activations.py"
    model = source.read_text(encoding="utf-8")
    tasks = [task.name for task in read_manifest(FOLDER / "assignment.toml").tasks]

    assert COSTS.search(model)
    assert not COSTS.search(stub(model, tasks, source))
