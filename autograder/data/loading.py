"""Load a data set, preparing it on first use."""

from autograder.data.cache import open_set, write_set
from autograder.data.dataset import Dataset
from autograder.data.folders import prepared_folder
from autograder.data.recipes import RECIPES, key, prepare
from autograder.data.upstream import ORIGINALS, Absent, require_intact
from autograder.errors import KitError
from autograder.i18n import _


def load(
    name: str,
    *,
    stand_in: str | None = None,
    train: int | None = None,
    test: int | None = None,
) -> Dataset:
    """Load an assignment's data set, or its stand-in if it is not on this machine.

    Rows are samples; labels are int64. A worker may map all but ``y_test``.

    ==================  ==========================================================================
    ``breast_cancer``   ``X_train X_test X_train_scaled X_test_scaled y_train y_test``: 80/20 with
                        ``random_state=0``; scaled to mean 0 and deviation 1 of the training part
    ``diabetes``        ``x`` (body mass index), ``y``; not split
    ``digits``          ``images_train images_test`` (m, 8, 8) uint8 0..16, ``X_train X_test``
                        (m, 64) float64 0..1, ``y_train y_test``: stratified 80/20
    ``mnist``,          ``images_train images_test`` (m, 28, 28) uint8, ``X_train X_test`` (m, 784)
    ``fashion_mnist``   float64 0..1, ``y_train y_test``
    ==================  ==========================================================================

    Parameters
    ----------
    name : str
        The data set.
    stand_in : str, optional
        The data set to use where the other is not on this machine; always taken whole.
    train, test : int, optional
        How many samples of each part, stratified; all by default.

    Raises
    ------
    KitError
        If there is no such data set, if it is not on this machine and has no stand-in, if its
        files are damaged, or if the cache cannot be written to.
    """
    require_known(name)
    if stand_in is None:
        return _load(name, train, test)
    require_known(stand_in)
    try:
        return _load(name, train, test)
    except Absent:
        return _load(stand_in, None, None, stand_in_for=name)


def _load(
    name: str, n_train: int | None, n_test: int | None, stand_in_for: str | None = None
) -> Dataset:
    folder = prepared_folder() / key(name, n_train, n_test)
    if name in ORIGINALS:
        require_intact(name)
    dataset = open_set(folder, stand_in_for)
    if dataset is None:
        write_set(prepare(name, n_train, n_test), folder)
        dataset = open_set(folder, stand_in_for)
    if dataset is None:
        raise KitError(
            _(
                "The prepared data in {folder} cannot be read. Delete that folder and try again."
            ).format(folder=folder)
        )
    return dataset


def require_known(name: str) -> None:
    """Raise KitError for an unknown data set.

    Raises
    ------
    KitError
        naming those that there are.
    """
    if name not in RECIPES:
        raise KitError(
            _("There is no data set {name}; available: {known}.").format(
                name=name, known=", ".join(RECIPES)
            )
        )
