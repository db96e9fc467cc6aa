"""The numbers of docs/errata.md, computed: what the documents print against what is right."""

import re
from pathlib import Path

import numpy as np
import pytest
from scipy.special import expit, log_softmax, logit, softmax
from sklearn.datasets import load_breast_cancer, load_diabetes
from sklearn.model_selection import train_test_split

from autograder.course.root import find_course
from autograder.misconceptions import catalogue_of

DOCS = Path(__file__).parents[3] / "docs"
PAGES = ("errata.md", "errata.ko.md")
M = 6


def slope(cost, theta, step=1e-5):
    """Return the derivatives of a cost with respect to each entry, by central differences."""
    derivatives = np.empty_like(theta)
    for index in np.ndindex(theta.shape):
        moved = np.zeros_like(theta)
        moved[index] = step
        derivatives[index] = (cost(theta + moved) - cost(theta - moved)) / (2 * step)
    return derivatives


class Network:
    """A network of document 000: columns are samples, a hidden layer of sigmoids, softmax."""

    def __init__(self, m):
        rng = np.random.default_rng(0)
        self.X, self.Y = rng.normal(size=(5, m)), np.eye(3)[rng.integers(3, size=m)].T
        self.W1, self.b1 = rng.normal(size=(4, 5)), rng.normal(size=(4, 1))
        self.W2, self.b2 = rng.normal(size=(3, 4)), rng.normal(size=(3, 1))
        self.A1 = expit(self.W1 @ self.X + self.b1)
        self.Z2 = self.W2 @ self.A1 + self.b2
        self.E2 = self.Y - softmax(self.Z2, axis=0)
        self.E1 = self.W2.T @ self.E2
        self.dZ1 = self.E1 * self.A1 * (1 - self.A1)

    def slope(self, name):
        """Return the derivative of the mean cross-entropy with respect to W1, b1, W2 or b2."""
        weights = {each: getattr(self, each) for each in ("W1", "b1", "W2", "b2")}

        def cost(theta):
            own = weights | {name: theta}
            A1 = expit(own["W1"] @ self.X + own["b1"])
            logarithms = log_softmax(own["W2"] @ A1 + own["b2"], axis=0)
            return -np.sum(self.Y * logarithms) / self.X.shape[1]

        return slope(cost, weights[name])


@pytest.fixture(scope="module")
def batch():
    """Give the network with a batch of six samples."""
    return Network(M)


@pytest.fixture(scope="module")
def single():
    """Give the network with a single sample."""
    return Network(1)


def softmax_as_printed_in_000(a):
    """Return what the code of document 000 computes."""
    exponentials = np.exp(a - np.max(a))
    return exponentials / np.sum(exponentials)


def softmax_as_printed_in_002(z):
    """Return what the code of document 002 computes."""
    exponentials = np.exp(np.clip(z, -100, None))
    return exponentials / np.sum(exponentials, axis=1).reshape(-1, 1)


def prediction_as_printed_in_003(w, x, b):
    """Return what the loop of document 003 computes."""
    prediction = 0.0
    for w_i, x_i in zip(w, x, strict=True):
        prediction += w_i * x_i
        prediction = prediction + b
    return prediction


def weight_after_100_epochs(factor):
    """Train the linear neuron of document 002 on diabetes with so many times its step."""
    X, y = load_diabetes(return_X_y=True)
    w, b = 1.0, 1.0
    for _ in range(100):
        for x_i, y_i in zip(X[:, 2], y, strict=True):
            err = y_i - (w * x_i + b)
            w, b = w + factor * err * x_i, b + factor * err
    return w


@pytest.mark.parametrize("page", PAGES)
def test_named_tasks_exist(page):
    """Every task that the page names after an assignment is one of its tasks."""
    course = find_course(DOCS)
    known = {(each.name, task.name) for each in course.assignments for task in each.tasks}

    named = re.findall(
        r"`(0\d_\w+)`: ((?:`\w+`(?:, )?)+)", (DOCS / page).read_text(encoding="utf-8")
    )
    pairs = {(name, task) for name, tasks in named for task in re.findall(r"`(\w+)`", tasks)}

    assert len(pairs) > 20
    assert pairs <= known


def test_both_pages_list_the_same_slips():
    """The English and the Korean page have the same rows, in one order."""
    english, korean = (
        re.findall(r"^\| (00\d\.\d+ ?●?) \|", (DOCS / page).read_text(encoding="utf-8"), re.M)
        for page in PAGES
    )

    assert english == korean
    assert len(english) == len(set(english))


def _told_by_name(page):
    """Return (assignment, misconception, slip) of each row of a page's last table."""
    text = (DOCS / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\d, ]+) \| `(\w+)` \| (00\d\.\d+) \|$", text, re.MULTILINE)
    return [(one, name, slip) for many, name, slip in rows for one in many.split(", ")]


@pytest.mark.parametrize(("assignment", "name", "slip"), _told_by_name("errata.md"))
def test_slip_is_a_known_misconception(monkeypatch, assignment, name, slip):
    """What the page says is told by name is in the catalogue of the assignment."""
    monkeypatch.syspath_prepend(str(DOCS.parent))
    catalogue = catalogue_of(find_course(DOCS).assignment(assignment))

    assert name in {each.id for each in catalogue.known}, slip


def test_every_wrong_result_is_told_by_name():
    """Only what needs no name, or meets an error of Python's own, has none."""
    text = (DOCS / "errata.md").read_text(encoding="utf-8")
    marked = set(re.findall(r"^\| (00\d\.\d+) ● \|", text, re.MULTILINE))
    named = {slip for _, _, slip in _told_by_name("errata.md")}

    assert marked - named == {"001.1", "003.5", "004.2"}


def test_both_pages_tell_the_same_names():
    """The last tables of both pages are one."""
    assert _told_by_name("errata.md") == _told_by_name("errata.ko.md")


def test_output_gradient_is_60000_times_too_small(single):
    """000.1: divided by the number of all samples, dW2 of one sample is all but zero."""
    printed = single.E2 @ single.A1.T / 60_000

    assert 60_000 * printed == pytest.approx(-single.slope("W2"), rel=1e-4)
    assert single.dZ1 @ single.X.T == pytest.approx(-single.slope("W1"), rel=1e-4)


def test_hidden_gradient_lacks_the_mean(batch):
    """000.2: dW1 and db1 of the slides are m times too large."""
    assert batch.dZ1 @ batch.X.T == pytest.approx(-M * batch.slope("W1"), rel=1e-4)
    db1 = batch.dZ1.sum(axis=1, keepdims=True)
    assert db1 == pytest.approx(-M * batch.slope("b1"), rel=1e-4)


def test_softmax_over_the_whole_array(batch):
    """000.3: only all columns together sum to 1."""
    sums = softmax_as_printed_in_000(batch.Z2).sum(axis=0)

    assert sums.sum() == pytest.approx(1)
    assert (sums.min(), sums.max()) == pytest.approx((0.03, 0.42), abs=0.005)


def test_squared_error_without_its_half():
    """000.4: cost and slope of the code are twice those of the formula."""
    A2, Y = np.random.default_rng(1).normal(size=(2, 1, M))

    def printed(A2):
        return np.sum((Y - A2) ** 2) / M

    assert printed(A2) == pytest.approx(2 * np.mean((Y - A2) ** 2 / 2))
    assert slope(printed, A2) == pytest.approx(2 * (A2 - Y) / M)


def test_cost_of_certainty_is_nan():
    """000.5: one certain sample makes the cost nan."""
    A2 = softmax(np.array([[800.0], [0.0]]), axis=0)

    with np.errstate(divide="ignore", invalid="ignore"):
        cost = -np.sum(np.multiply([[1.0], [0.0]], np.log(A2)))

    assert np.isnan(cost)


def test_output_gradient_has_the_wrong_sign(batch):
    """000.6: what is called the derivative is minus the derivative."""
    printed = batch.E2 @ batch.A1.T / M

    assert printed == pytest.approx(-batch.slope("W2"), rel=1e-4)


def test_tanh_slope_on_a_sigmoid_is_too_large():
    """000.7: 1 - a² exceeds the sigmoid's own slope by (1 + a) / a, which is more than 2."""
    a = np.linspace(0.01, 0.99, 99)

    excess = (1 - a**2) / (a * (1 - a))

    assert excess == pytest.approx((1 + a) / a)
    assert excess.min() > 2


def test_flat_bias_gradient_makes_a_matrix(batch):
    """000.9: without keepdims the bias becomes a matrix."""
    assert (batch.b1 + np.sum(batch.dZ1, axis=1)).shape == (4, 4)


@pytest.mark.parametrize(
    ("sigmoids", "right"),
    [
        ((0.9, 0.8, 0.7), (0.59, 0.26, 0.15)),
        ((0.1, 0.3, 0.5), (0.07, 0.28, 0.65)),
        ((0.5, 0.2, 0.1), (0.73, 0.18, 0.08)),
    ],
)
def test_softmax_of_the_scores(sigmoids, right):
    """000.11 and 002.7: the softmax of the scores behind the sigmoids."""
    assert softmax(logit(sigmoids)) == pytest.approx(right, abs=0.005)


def test_softmax_of_probabilities():
    """002.7: from the probabilities themselves it would be nearly even."""
    assert softmax([0.9, 0.8, 0.7]) == pytest.approx((0.37, 0.33, 0.30), abs=0.005)


def test_sign_of_the_loss():
    """001.3: a - y is the slope of +L, summed over the samples."""
    z, y = np.random.default_rng(2).normal(size=8), np.arange(8) % 2

    def loss(z):
        return -np.sum(y * np.log(expit(z)) + (1 - y) * np.log(1 - expit(z)))

    assert slope(loss, z) == pytest.approx(expit(z) - y, rel=1e-6)


def test_columns_cannot_be_multiplied():
    """001.4 and 003.6: shapes that do not fit, as they are printed."""
    column, row = np.ones((784, 1)), np.ones((1, 4))

    with pytest.raises(ValueError, match="not aligned"):
        np.dot(column, column)
    with pytest.raises(ValueError, match="not aligned"):
        np.dot(row, row)


def test_summed_bias_gradient_is_zero(batch):
    """002.1: the sum over samples and classes is 0; the right gradient is not."""
    err = -batch.E2.T

    assert np.sum(err) / M == pytest.approx(0, abs=1e-15)
    assert np.sum(err, axis=0) / M == pytest.approx(batch.slope("b2")[:, 0], rel=1e-4)
    assert np.abs(batch.slope("b2")).max() > 0.2


def test_softmax_clipped_below_only():
    """002.2: large scores overflow, small ones are evened out."""
    with np.errstate(over="ignore", invalid="ignore"):
        large = softmax_as_printed_in_002(np.array([[1000.0, 0.0]]))
    small = np.array([[-200.0, -150.0]])

    assert large == pytest.approx(np.array([[np.nan, 0.0]]), nan_ok=True)
    assert softmax_as_printed_in_002(small) == pytest.approx(np.array([[0.5, 0.5]]))
    assert softmax(small, axis=1) == pytest.approx(np.array([[1.9e-22, 1.0]]), rel=0.02)


def test_full_slope_of_the_squared_error_diverges():
    """002.3: with the 2 of the derivative the lecture's steps run away."""
    assert weight_after_100_epochs(1) == pytest.approx(913.5973364345905)
    assert weight_after_100_epochs(2) == pytest.approx(-1.5e46, rel=0.1)


def test_training_samples():
    """002.5: 455 of 569 are left, and 364 after a second split."""
    X, y = load_breast_cancer(return_X_y=True)

    train, *_ = train_test_split(X, y, test_size=0.2, random_state=0)
    again, _ = train_test_split(train, test_size=0.2, random_state=0)

    assert (len(X), len(train), len(again)) == (569, 455, 364)
    assert train[0].sum() + 1 == pytest.approx(920.0319740000001)


def test_slope_of_the_second_probability():
    """002.8: the slope of a2 by z1 is -a2 a1."""
    z = np.array([0.3, -1.2, 0.7])
    a = softmax(z)

    jacobian = slope(lambda z1: softmax([*z1, *z[1:]])[1], z[:1])

    assert jacobian == pytest.approx(-a[1] * a[0], rel=1e-6)
    assert abs(jacobian[0] - a[0] * (1 - a[0])) > 0.1


def test_cross_entropy_of_equal_distributions():
    """002.9: where p = q the cross-entropy is the entropy, here log 2."""
    half = np.array([0.5, 0.5])

    assert -np.sum(half * np.log(half)) == pytest.approx(np.log(2))


def test_loss_of_one_sample():
    """002.11: the published sum of losses is 0.045 a sample."""
    published_sum, samples = 20.50999850682708, 455

    assert published_sum / samples == pytest.approx(0.045, abs=0.0005)


def test_bias_in_the_loop():
    """003.1: over four features a bias of 0.7 is added four times."""
    w, x, b = np.array([1.0, -2.0, 0.5, 3.0]), np.array([2.0, 1.0, 4.0, -1.0]), 0.7

    assert prediction_as_printed_in_003(w, x, b) - (w @ x + b) == pytest.approx(2.1)


def test_likelihood_of_the_coin():
    """003.3: 3/10 makes 3 heads in 10 tosses likelier than the odds 3/7 do."""

    def likelihood(w):
        return w**3 * (1 - w) ** 7

    assert likelihood(3 / 10) == pytest.approx(0.0022, abs=5e-5)
    assert likelihood(3 / 7) == pytest.approx(0.0016, abs=5e-5)


def test_penalty_on_mean_and_sum():
    """003.10: lambda 0.0001 on the mean of 455 losses has the minimum of 0.0455 on their sum."""
    rng = np.random.default_rng(0)
    X, w = rng.normal(size=(455, 3)), rng.normal(size=3)

    def losses(w):
        return np.logaddexp(0, -X @ w)

    of_mean = slope(lambda w: losses(w).mean() + 0.0001 * w @ w, w)
    of_sum = slope(lambda w: losses(w).sum() + 0.0455 * w @ w, w)

    assert of_sum == pytest.approx(455 * of_mean, rel=1e-5)


def test_slope_of_the_cross_entropy():
    """004.1: the slope is a - y, without the sigmoid's own slope."""
    z = np.array(0.3)
    a = expit(z)

    derivative = slope(lambda z: -np.log(expit(z)), z)

    assert derivative == pytest.approx(a - 1, rel=1e-6)
    assert (a - 1, (a - 1) * a * (1 - a)) == pytest.approx((-0.426, -0.104), abs=5e-4)
