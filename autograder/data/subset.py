"""A part of a data set in which the classes keep their proportions."""

from typing import NamedTuple

import numpy as np

from autograder.data.source import Share
from autograder.errors import KitError
from autograder.i18n import _

SEED = 0


class Part(NamedTuple):
    """Samples and their labels, int64, and how many of the whole they are."""

    X: np.ndarray
    y: np.ndarray
    share: Share


def take(X: np.ndarray, y: np.ndarray, count: int | None) -> Part:
    """Take ``count`` samples, stratified by class, in the order in which they lie; or all.

    Parameters
    ----------
    X : np.ndarray
        Samples along the first axis.
    y : np.ndarray, shape (m,)
        Their classes.
    count : int, optional
        How many; the same ones every time.

    Raises
    ------
    KitError
        If there are not so many, or too few to hold (or to leave) one of each class.
    """
    rows = np.arange(len(y)) if count in (None, len(y)) else _stratified(y, count)
    return Part(X[rows], y[rows].astype(np.int64), Share(taken=len(rows), whole=len(y)))


def _stratified(y: np.ndarray, count: int) -> np.ndarray:
    from sklearn.model_selection import train_test_split

    classes = len(np.unique(y))
    if not classes <= count <= len(y) - classes:
        raise KitError(
            _(
                "A stratified part of {whole} samples in {classes} classes cannot have {count}: "
                "ask for {classes} to {most}, or leave the number out to take all."
            ).format(whole=len(y), classes=classes, count=count, most=len(y) - classes)
        )
    rows, _rest = train_test_split(
        np.arange(len(y)), train_size=count, stratify=y, random_state=SEED
    )
    return np.sort(rows)
