"""Map of where an array is wrong, coarse enough to reveal no value."""

from collections.abc import Iterable

import msgspec
import numpy as np
import numpy.typing as npt

MOST_ROWS = MOST_COLUMNS = 24
NOT_LOOKED_AT = -1
# upper bounds of the relative error; beyond the last an entry is in the last class
BOUNDS = (1e-4, 0.01, 0.1, 1.0)
_LEAST = 1e-3


class ErrorMap(msgspec.Struct, frozen=True, kw_only=True):
    """How wrong the entries of an array are.

    Attributes
    ----------
    name : str
        What the student calls the array.
    shape : tuple of int
        Of the array.
    block : tuple of int
        How many rows and columns of the array an entry of the map stands for; the worst counts.
    classes : tuple of tuple of int
        Row by row: 0 is right; 1, 2, 3 an error below 1 %, 10 %, 100 %; 4 a larger one; -1 has
        not been looked at.
    """

    name: str
    shape: tuple[int, ...]
    block: tuple[int, int]
    classes: tuple[tuple[int, ...], ...]


def error_map(
    name: str,
    shape: tuple[int, ...],
    indices: Iterable[tuple[int, ...]],
    actual: npt.NDArray[np.float64],
    expected: npt.NDArray[np.float64],
) -> ErrorMap:
    """Map the relative errors of some entries of an array.

    Parameters
    ----------
    name : str
        What the student calls the array.
    shape : tuple of int
        Of the array.
    indices : iterable of tuple of int
        The entries looked at.
    actual, expected : ndarray
        Their values, in the same order.
    """
    classes = np.full(shape, NOT_LOOKED_AT)
    # an entry that should be 0 is measured by the largest
    scale = np.maximum(np.abs(expected), _LEAST * np.max(np.abs(expected), initial=_LEAST))
    with np.errstate(over="ignore"):  # what is infinitely wrong is in the last class
        errors = np.digitize((np.abs(actual - expected) / scale).reshape(-1), BOUNDS)
    for index, error in zip(indices, errors, strict=True):
        classes[index] = error
    table = classes.reshape(-1, shape[-1] if shape else 1) if len(shape) != 1 else classes[None, :]
    block = -(-table.shape[0] // MOST_ROWS), -(-table.shape[1] // MOST_COLUMNS)
    rows = tuple(tuple(int(entry) for entry in row) for row in _worst(table, *block))
    return ErrorMap(name=name, shape=shape, block=block, classes=rows)


def _worst(table: npt.NDArray[np.int_], rows: int, columns: int) -> npt.NDArray[np.int_]:
    """Return the largest entry of each block of so many rows and columns."""
    below, beside = -table.shape[0] % rows, -table.shape[1] % columns
    padded = np.pad(table, ((0, below), (0, beside)), constant_values=NOT_LOOKED_AT)
    blocks = padded.reshape(-1, rows, padded.shape[1] // columns, columns)
    return np.asarray(blocks.max(axis=(1, 3)))
