"""Refusing arrays of the wrong shape before numpy broadcasts them into nonsense."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Labels = npt.NDArray[np.integer[Any]]


def matrix(value: npt.ArrayLike, name: str, rows: int | None = None) -> Array:
    """Return ``value`` as a float64 matrix with at least one row.

    Parameters
    ----------
    value : array_like
        What must have two axes.
    name : str
        Its name, for the error.
    rows : int, optional
        Number of rows that it must have.

    Raises
    ------
    ValueError
        If it is not a matrix, is empty, or has another number of rows.
    """
    array = np.asarray(value, dtype=np.float64)
    if array.ndim != 2 or array.size == 0:
        raise ValueError(f"{name} must be a non-empty matrix, not of shape {array.shape}")
    if rows is not None and len(array) != rows:
        raise ValueError(f"{name} must have {rows} rows, not {len(array)}")
    return array


def of_shape(value: npt.ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    """Return ``value`` as a float64 array of exactly this shape.

    Raises
    ------
    ValueError
        If it has another shape.
    """
    array = np.asarray(value, dtype=np.float64)
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, not {array.shape}")
    return array


def labels(value: npt.ArrayLike, name: str, classes: int) -> Labels:
    """Return ``value`` as a vector of class indices 0, …, ``classes`` - 1.

    Raises
    ------
    ValueError
        If it is not a vector of whole numbers, or one of them is not a class.
    """
    array = np.asarray(value)
    if array.ndim != 1 or array.dtype.kind not in "iu":
        raise ValueError(f"{name} must be a vector of integers, not {array.dtype} {array.shape}")
    if np.any(array < 0) or np.any(array >= classes):
        raise ValueError(f"{name} must hold class indices from 0 to {classes - 1}")
    return array
