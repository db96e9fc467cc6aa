"""A map shows where an array is wrong, in classes that tell no value."""

import numpy as np
import pytest

from autograder.heatmap import error_map


def map_of(actual, expected):
    """Map all entries of an array."""
    actual, expected = np.asarray(actual, float), np.asarray(expected, float)
    return error_map("w_grad", actual.shape, np.ndindex(actual.shape), actual, expected)


@pytest.mark.parametrize(
    ("factor", "error"),
    [
        (1.0, 0),
        (1 + 1e-6, 0),
        (1.005, 1),
        (1.05, 2),
        (1.5, 3),
        (0.5, 3),
        (0.0, 4),
        (-1, 4),
        (64, 4),
    ],
)
def test_errors_have_classes(factor, error):
    """An entry's class follows its relative error."""
    found = map_of([factor * 0.7, 0.7], [0.7, 0.7])

    assert found.classes == ((error, 0),)


def test_entry_that_should_be_zero_is_measured_by_the_largest():
    """A rounding error where 0 is expected is no error."""
    assert map_of([1e-12, 5.0], [0.0, 5.0]).classes == ((0, 0),)


def test_entries_not_looked_at_are_told_apart():
    """Only some entries of a large array are differentiated numerically."""
    found = error_map("w_grad", (2, 2), [(0, 1)], np.array([2.0]), np.array([1.0]))

    assert found.classes == ((-1, 4), (-1, -1))


def test_large_array_is_shown_by_blocks():
    """No map has more than 24 rows or columns; the worst entry of a block counts."""
    expected = np.ones((50, 30))
    actual = expected.copy()
    actual[49, 29] = 3.0

    found = map_of(actual, expected)

    assert found.block == (3, 2)
    assert (len(found.classes), len(found.classes[0])) == (17, 15)
    assert [sum(row) for row in found.classes] == [0] * 16 + [4]
