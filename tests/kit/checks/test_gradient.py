"""The gradient check: right gradients pass, planted mistakes fail and are named."""

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.expect import CheckFailure

M = 32


@pytest.fixture
def problem():
    """Give a least-squares cost with a weight matrix and a bias, and its true gradients."""
    rng = np.random.default_rng(7)
    X, Y = rng.normal(size=(M, 4)), rng.normal(size=(M, 3))
    parameters = {"w": rng.normal(size=(4, 3)), "b": rng.normal(size=3)}

    def cost(p):
        return float(np.sum((X @ p["w"] + p["b"] - Y) ** 2) / (2 * M))

    error = (X @ parameters["w"] + parameters["b"] - Y) / M
    return cost, parameters, {"w": X.T @ error, "b": error.sum(axis=0)}


def run(problem, change):
    """Check the true gradients after one change."""
    cost, parameters, gradients = problem
    changed = change(dict(gradients))
    rng = np.random.default_rng(3)
    return gradient.check(cost, parameters, changed, rng=rng, what="backprop(X, err)", m=M)


def test_true_gradient_passes(problem):
    """The true gradient is accepted."""
    assert run(problem, lambda g: g) is None


@pytest.mark.parametrize("nothing", [0.0, 1e-320])
def test_nothing_is_no_slope_of_a_constant_cost(problem, nothing):
    """Who returns the same for cost and gradient, whatever the parameters, has shown nothing."""
    _cost, parameters, gradients = problem
    none = {name: np.full_like(each, nothing) for name, each in gradients.items()}
    rng = np.random.default_rng(3)
    with pytest.raises(CheckFailure, match="your own cost is the same for all parameters"):
        gradient.check(lambda p: nothing, parameters, none, rng=rng, what="g", own=True)


@pytest.mark.parametrize("seed", range(8))
def test_huge_gradient_fails(problem, seed):
    """One whose slope along the direction overflows is wrong, and gives no warning."""
    cost, parameters, gradients = problem
    huge = gradients | {"w": np.full((4, 3), 1.7e308)}
    with pytest.raises(CheckFailure, match="not the derivative of the cost"):
        gradient.check(cost, parameters, huge, rng=np.random.default_rng(seed), what="g", m=M)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda g: g | {"w": g["w"] * M}, "32 times too large, everywhere"),
        (lambda g: g | {"w": -g["w"]}, "wrong sign"),
        (lambda g: g | {"b": g["b"] / M}, "32 times too small"),
        (lambda g: g | {"b": np.zeros(3)}, "All your values are 0"),
        (lambda g: g | {"w": g["w"][::-1]}, "reverse order"),
        (lambda g: g | {"b": np.sum(g["b"])}, "shape (), not (3,)"),
        (lambda g: g | {"w": g["w"].T}, "looks transposed"),
        (lambda g: g | {"b": g["b"] + np.nan}, "`b_grad[0]` is nan"),
        (lambda g: g | {"b": None}, "None (is a `return` missing?)"),
    ],
)
def test_planted_mistake_is_named(problem, change, said):
    """Each planted mistake fails with its cause."""
    with pytest.raises(CheckFailure) as failure:
        run(problem, change)

    assert said in str(failure.value)


def test_right_and_wrong_arrays_are_told_apart(problem):
    """The message names the wrong array with its worst entry, and the right one as right."""
    with pytest.raises(CheckFailure) as failure:
        run(problem, lambda g: g | {"w": g["w"] * M})

    lines = str(failure.value).splitlines()
    assert "32 times too large" in lines[1]
    assert lines[2].startswith("  w_grad[")
    assert "yours" in lines[2]
    assert "numerical" in lines[3]
    assert lines[4].split() == ["b_grad", "right"]


def test_hidden_check_tells_no_entry(problem):
    """A hidden check says which array is wrong: no value, and not where the worst entry is."""
    token = expect.hidden.set(True)
    try:
        with pytest.raises(CheckFailure) as failure:
            run(problem, lambda g: g | {"w": g["w"] * 1.5})
    finally:
        expect.hidden.reset(token)

    _title, _cause, wrong, right = str(failure.value).splitlines()
    assert wrong.split() == ["w_grad", "wrong"]
    assert right.split() == ["b_grad", "right"]


@pytest.mark.parametrize("seed", range(20))
def test_no_false_alarm_near_a_kink(seed):
    """A right gradient of a ReLU network is accepted whatever the seed."""
    rng = np.random.default_rng(seed)
    X, w, v = rng.normal(size=(M, 4)), rng.normal(size=(4, 5)), rng.normal(size=5)

    def cost(p):
        return float(np.mean(np.maximum(X @ p["w"], 0) @ v))

    true = X.T @ ((X @ w > 0) * v) / M
    assert gradient.check(cost, {"w": w}, {"w": true}, rng=rng, what="backprop(X)") is None


def maps_of(problem, *, hidden):
    """Return the maps of a failed check: the weights' gradient is wrong, the bias's is right."""
    token = expect.hidden.set(hidden)
    try:
        with pytest.raises(CheckFailure) as failure:
            run(problem, lambda g: g | {"w": g["w"] * M})
    finally:
        expect.hidden.reset(token)
    return failure.value.maps


def test_wrong_array_is_mapped(problem):
    """A visible check has a map of each wrong array, and none of a right one."""
    (found,) = maps_of(problem, hidden=False)

    assert (found.name, found.shape) == ("w_grad", (4, 3))
    assert found.classes == ((4, 4, 4),) * 4


def test_hidden_check_maps_nothing(problem):
    """A hidden check shows no picture."""
    assert maps_of(problem, hidden=True) == ()
