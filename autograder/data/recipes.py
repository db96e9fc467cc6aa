"""Prepare data sets: arrays of all samples or of a part, for worker and judge."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from autograder.data import upstream
from autograder.data.dataset import Share, Source
from autograder.data.upstream import ORIGINALS
from autograder.errors import KitError
from autograder.i18n import _

# Raised with every change to what a recipe makes, so that no set made by the old one is used.
VERSION = 1
SEED = 0


class Part(NamedTuple):
    """Samples and their labels, int64, and how many of the whole they are."""

    X: np.ndarray
    y: np.ndarray
    share: Share


@dataclass(frozen=True, eq=False)
class Prepared:
    """The arrays of one data set: those a worker may map, and those only the judge reads."""

    source: Source
    worker: dict[str, np.ndarray]
    judge: dict[str, np.ndarray]


def prepare(name: str, n_train: int | None, n_test: int | None) -> Prepared:
    """Compute the arrays of a data set, or of a stratified part of it.

    Parameters
    ----------
    name : str
        One of :data:`RECIPES`.
    n_train, n_test : int, optional
        How many training and test samples to take; all of them by default.

    Raises
    ------
    Absent
        If its files are not on this machine.
    KitError
        If they are damaged, or so many samples cannot be taken.
    """
    return RECIPES[name](n_train, n_test)


def key(name: str, n_train: int | None, n_test: int | None) -> str:
    """Return a key that changes with the recipe and the original files."""
    checksums = ORIGINALS[name].checksums if name in ORIGINALS else {}
    recipe = json.dumps([VERSION, name, n_train, n_test, checksums], sort_keys=True)
    digest = hashlib.sha256(recipe.encode()).hexdigest()[:12]
    return f"{name}-{n_train or 'all'}-{n_test or 'all'}-{digest}"


def _breast_cancer(n_train: int | None, n_test: int | None) -> Prepared:
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    X, y = load_breast_cancer(return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
    train, test = take(X_train, y_train, n_train), take(X_test, y_test, n_test)
    scaler = StandardScaler().fit(train.X)
    arrays = {
        "X_train": train.X,
        "X_test": test.X,
        "X_train_scaled": scaler.transform(train.X),
        "X_test_scaled": scaler.transform(test.X),
    }
    return _split("breast_cancer", train, test, arrays)


def _diabetes(n_train: int | None, n_test: int | None) -> Prepared:
    from sklearn.datasets import load_diabetes

    if n_train is not None or n_test is not None:
        raise KitError(_("The data set diabetes is not split: remove train and test."))
    X, y = load_diabetes(return_X_y=True)
    body_mass_index = X[:, 2].copy()
    everything = Share(taken=len(y), whole=len(y))
    return Prepared(Source("diabetes", everything), worker={"x": body_mass_index, "y": y}, judge={})


def _digits(n_train: int | None, n_test: int | None) -> Prepared:
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    digits = load_digits()
    images, test_images, y_train, y_test = train_test_split(
        digits.images.astype(np.uint8),
        digits.target,
        test_size=0.2,
        random_state=0,
        stratify=digits.target,
    )
    train, test = take(images, y_train, n_train), take(test_images, y_test, n_test)
    return _split("digits", train, test, _pixels(train, test, brightest=16))


def _idx_images(name: str, n_train: int | None, n_test: int | None) -> Prepared:
    parts = upstream.read(name)
    train = take(parts[upstream.TRAIN_IMAGES], parts[upstream.TRAIN_LABELS], n_train)
    test = take(parts[upstream.TEST_IMAGES], parts[upstream.TEST_LABELS], n_test)
    return _split(name, train, test, _pixels(train, test, brightest=255))


def _pixels(train: Part, test: Part, *, brightest: int) -> dict[str, np.ndarray]:
    """Return the images ``(m, h, w)``, and as rows ``(m, h·w)`` from 0 to 1."""
    return {
        "images_train": train.X,
        "images_test": test.X,
        "X_train": train.X.reshape(len(train.X), -1) / brightest,
        "X_test": test.X.reshape(len(test.X), -1) / brightest,
    }


def _split(name: str, train: Part, test: Part, arrays: dict[str, np.ndarray]) -> Prepared:
    return Prepared(
        Source(name, train.share, test.share),
        worker={**arrays, "y_train": train.y},
        judge={"y_test": test.y},
    )


RECIPES: dict[str, Callable[[int | None, int | None], Prepared]] = {
    "breast_cancer": _breast_cancer,
    "diabetes": _diabetes,
    "digits": _digits,
    "mnist": partial(_idx_images, "mnist"),
    "fashion_mnist": partial(_idx_images, "fashion_mnist"),
}


def take(X: np.ndarray, y: np.ndarray, count: int | None) -> Part:
    """Take ``count`` samples (default all), stratified by class, in their order.

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
                "A stratified part of {whole} samples in {classes} classes cannot have "
                "{count} samples: use {classes} to {most}, or remove the number to use "
                "all."
            ).format(whole=len(y), classes=classes, count=count, most=len(y) - classes)
        )
    rows, _rest = train_test_split(
        np.arange(len(y)), train_size=count, stratify=y, random_state=SEED
    )
    return np.sort(rows)
