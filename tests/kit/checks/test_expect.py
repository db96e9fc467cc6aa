"""What `expect` lets pass, what it refuses, and what it says."""

import time
from types import SimpleNamespace

import numpy as np
import pytest

from autograder import expect
from autograder.expect import CheckFailure
from autograder.heuristics import Comparison, explain
from autograder.i18n import Text


@pytest.fixture
def hidden():
    """Run a test as a hidden check would run."""
    token = expect.hidden.set(True)
    yield
    expect.hidden.reset(token)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        pytest.param(0.5, 0.5, id="python"),
        pytest.param(np.float64(0.5), 0.5, id="numpy"),
        (np.array(0.5), 0.5),
        (np.array([1.0, 2.0 + 1e-12]), np.array([1.0, 2.0])),
        (np.zeros((0, 3)), np.zeros((0, 3))),
    ],
)
def test_close_accepts_equal_numbers(actual, expected):
    """Scalars of any make and arrays within the tolerance are close."""
    assert expect.close(actual, expected, what="f(x)") is None


@pytest.mark.parametrize(
    ("actual", "expected", "said"),
    [
        (None, np.ones(2), "None (is a `return` missing?)"),
        ([1.0, 1.0], np.ones(2), "a list of 2 values, not a NumPy array"),
        ("one", 1.0, "a value of type str"),
        (np.float64(1.0), np.ones(2), "shape (), not (2,)"),
        (np.ones((2, 1)), np.ones(2), "shape (2, 1), not (2,)"),
        (np.ones((3, 2)), np.ones((2, 3)), "looks transposed"),
        (np.ones(2), np.ones((2, 3)), "the wrong axis"),
        (np.ones(2, dtype=np.float32), np.ones(2), "float32 has only 7 digits"),
        (np.ones(2, dtype=int), np.ones(2), "dtype int64, not float64"),
        (np.ones(2) + 0j, np.ones(2), "dtype complex128"),
        (True, 1.0, "dtype bool"),
        (np.array([1.0, np.nan]), np.array([1.0, np.nan]), "`f(x)[1]` is nan"),
        (np.array([np.inf, 1.0]), np.array([np.inf, 1.0]), "`f(x)[0]` is inf"),
        (np.empty((0, 3)), np.ones(3), "shape (0, 3), not (3,)"),
    ],
)
def test_close_refuses_wrong_kinds_before_values(actual, expected, said):
    """Kind, shape, dtype and finiteness come before any comparison of values."""
    with pytest.raises(CheckFailure) as failure:
        expect.close(actual, expected, what="f(x)")

    assert said in str(failure.value)


def test_visible_failure_shows_both_values():
    """A visible check shows what came back and what was expected."""
    with pytest.raises(CheckFailure) as failure:
        expect.close(np.array([1.0, 2.0]), np.array([1.0, 5.0]), what="f(x)", given={"x": 3})

    assert "[1., 2.]" in str(failure.value)
    assert "[1., 5.]" in str(failure.value)
    assert "x = 3" in str(failure.value)


def test_hidden_failure_shows_no_expected_value(hidden):
    """A hidden check says where it fails, and neither the right value nor the input."""
    given = {"x": np.array([0.123456])}

    with pytest.raises(CheckFailure) as failure:
        expect.close(np.array([1.0, 2.0]), np.array([1.0, 5.4321]), what="f(x)", given=given)

    assert "1 of 2 entries are wrong, the first at [1]" in str(failure.value)
    assert "5.4321" not in str(failure.value)
    assert "0.123456" not in str(failure.value)


@pytest.mark.parametrize(
    ("factor", "said"),
    [
        (64.0, "64 times too large, everywhere: you sum over the 64 samples"),
        (1 / 64, "64 times too small"),
        (-1.0, "wrong sign"),
        (-64.0, "64 times too large and have the wrong sign"),
        (0.5, "half of what they should be"),
        (2.0, "2 times too large"),
        (1 / np.log(2), "base 2"),
        (0.0, "All your values are 0"),
    ],
)
def test_constant_factor_is_named(factor, said):
    """A result that is a known factor off is answered with the cause."""
    expected = np.array([0.3, -1.2, 4.0])

    with pytest.raises(CheckFailure, match="is not right") as failure:
        expect.close(factor * expected, expected, what="w_grad", m=64)

    assert said in str(failure.value)


def test_one_number_has_no_factor():
    """Two numbers are always a factor apart: nothing is read into that without an m."""
    with pytest.raises(CheckFailure) as failure:
        expect.close(2 / 3, 1 / 3, what="bernoulli_mle(1, 3)")

    assert "too large" not in str(failure.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda a: a[::-1], "rows are in reverse order"),
        (lambda a: a.T, "transposed"),
        (lambda a: a + 0.25, "off by the same amount"),
    ],
)
def test_order_of_entries_is_named(change, said):
    """Reversed rows, a transposed square and a constant offset are recognised."""
    expected = np.arange(9.0).reshape(3, 3) ** 2

    with pytest.raises(CheckFailure) as failure:
        expect.close(change(expected), expected, what="A")

    assert said in str(failure.value)


E = np.exp(np.array([[0.0, 1.0, 2.0], [3.0, -1.0, 0.5]]))
SOFTMAX = E / E.sum(axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (E / E.sum(), "Each row is off by its own factor"),
        (SOFTMAX * [2.0, 3.0, 0.5], "Each column is off by its own factor"),
        (E / E.sum(axis=0), "The errors differ by row and by column"),
        (np.add(SOFTMAX, [[0.1, 0, 0], [0, 0, 0]]), "None"),
        (SOFTMAX**2, "None"),
        (SOFTMAX * [[1.0], [2.0]], "None"),
    ],
    ids=["sum of all", "columns", "wrong axis", "one entry", "another formula", "one row"],
)
def test_wrong_axis_is_named(values, said):
    """Factors of rows and columns hint at an axis; where entries are right, nothing is said."""
    cause, _colon, _advice = str(explain(Comparison(values, SOFTMAX))).partition(":")

    assert cause == said


def test_constant_ratio_is_told(hidden):
    """A factor that is no known one is told, but in a hidden check only that there is one."""
    assert explain(Comparison(1.5 * SOFTMAX, SOFTMAX)) == ("All values are off by the same factor.")


def test_constant_ratio_is_a_number_in_a_visible_check():
    """A student who sees the expected values may see their ratio."""
    assert "1.5 times what they should be" in str(explain(Comparison(1.5 * SOFTMAX, SOFTMAX)))


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (5e-324, 1.7e308),
        (1.7e308, -1e308),
        ([1.7e308, 1e308], [1e308, 1e-308]),
        ([1.0, 1.7e308], [1e-308, 1.0]),
        ([1e308, -1e308], [-1.0, 0.0]),
        ([1e308, -1e308], [1e-308, 0.0]),
        ([[1e308, 2.0], [3.0, 1.7e308]], [[1e-308, 2.5], [0.5, 4.0]]),
    ],
)
def test_huge_values_are_refused_without_a_warning(actual, expected):
    """Overflow in the search for a cause is none of the student's business."""
    with pytest.raises(CheckFailure):
        expect.close(np.array(actual), np.array(expected), what="f(x)", m=3)


def test_outer_product_hints_at_no_axis():
    """Any outer product is off from another by factors of rows and columns."""
    expected = np.outer([1.0, 2.0], [3.0, 5.0, 7.0])

    assert explain(Comparison(np.outer([2.0, 3.0], [1.5, 6.0, 2.0]), expected)) is None


@pytest.mark.parametrize("actual", [np.array([1, 0]), np.array([True, False])])
def test_equal_accepts_the_kinds_named(actual):
    """Whole numbers and booleans count as labels where the check says so."""
    assert expect.equal(actual, np.array([1, 0]), what="y", kinds="biu") is None


def test_equal_refuses_a_wrong_label():
    """One wrong label fails."""
    with pytest.raises(CheckFailure, match="`y` is not right"):
        expect.equal(np.array([1, 1]), np.array([1, 0]), what="y")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "yours returned None"),
        (np.ones(2), "yours returned an array of shape (2,)"),
        ((1, 2, 3), "yours returned 3"),
    ],
)
def test_results_counts(value, said):
    """The wrong number of results is said with their names."""
    with pytest.raises(CheckFailure) as failure:
        expect.results(value, ("w_grad", "b_grad"), what="backprop(X, err)")

    assert said in str(failure.value)
    assert "(w_grad, b_grad)" in str(failure.value)


def test_results_hands_them_on():
    """The right number of results is handed on as a tuple."""
    assert expect.results([1, 2], ("a", "b"), what="f()") == (1, 2)


def test_unchanged_names_the_argument():
    """A changed argument is named by its number."""
    before, after = np.ones(2), np.zeros(2)

    with pytest.raises(CheckFailure, match="changes argument 2"):
        expect.unchanged(SimpleNamespace(arguments=(1.0, after)), 1.0, before, what="f(a, b)")


def test_quiet_quotes_the_warning():
    """A warning is quoted."""
    outcome = SimpleNamespace(warnings=("RuntimeWarning: overflow",))

    with pytest.raises(CheckFailure, match="RuntimeWarning: overflow"):
        expect.quiet(outcome, what="sigmoid(z)")


def test_at_least_refuses_too_little():
    """An accuracy below the floor fails."""
    with pytest.raises(CheckFailure, match=r"must be at least 0\.9"):
        expect.at_least(0.4, 0.9, what="score(X, y)")


def test_less_refuses_a_growing_loss():
    """A loss must be smaller than its bound, not equal."""
    with pytest.raises(CheckFailure, match="must be smaller than 1"):
        expect.less(1.0, 1.0, what="losses[-1]")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("compare", [expect.at_least, expect.less])
def test_bounds_refuse_what_is_not_finite(compare, value):
    """No accuracy is infinite, and no loss infinitely small."""
    with pytest.raises(CheckFailure, match="not a finite number"):
        compare(value, 0.5, what="f(x)")


def test_vectorised_compares_with_the_loop():
    """A call that is not much faster than the loop fails, one that is passes."""
    expect.vectorised(
        lambda: SimpleNamespace(seconds=1e-6), lambda: time.sleep(0.01), times=5, what="f(X)"
    )

    with pytest.raises(CheckFailure, match="times as long as a Python loop"):
        expect.vectorised(
            lambda: SimpleNamespace(seconds=0.1), lambda: time.sleep(0.01), times=5, what="f(X)"
        )


def test_that_says_the_course_s_own_sentence():
    """A condition of the course's own fails with its sentence."""
    with pytest.raises(CheckFailure, match="Weights must differ"):
        expect.that(False, Text(en="Weights must differ.", ko="가중치가 달라야 합니다."))
