"""Where data comes from and where it is kept."""

import os
from pathlib import Path

from autograder.errors import KitError
from autograder.i18n import _

DATA_VARIABLE = "AUTOGRADER_DATA"
CACHE_VARIABLE = "AUTOGRADER_CACHE"


def data_folder() -> Path | None:
    """Return the folder that ``AUTOGRADER_DATA`` names, with ``mnist/`` and so on below it.

    Raises
    ------
    KitError
        If the variable is set to something that is not a folder.
    """
    named = os.environ.get(DATA_VARIABLE)
    if not named:
        return None
    folder = Path(named).expanduser().absolute()
    if not folder.is_dir():
        raise KitError(
            _("{variable} is set to {folder}, which is not a folder. Correct or unset it.").format(
                variable=DATA_VARIABLE, folder=folder
            )
        )
    return folder


def cache_folder() -> Path:
    """Return the folder for fetched and prepared data: ``AUTOGRADER_CACHE``, or the user's own."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # the very folder that pooch would choose; pooch itself is slow to import

    return platformdirs.user_cache_path("nn-autograder")


def fetched_folder(name: str) -> Path:
    """Return the folder in the cache that holds the fetched files of one data set."""
    return cache_folder() / "originals" / name


def prepared_folder() -> Path:
    """Return the folder in the cache that holds the prepared data sets."""
    return cache_folder() / "prepared"


def cache_unwritable(error: OSError) -> KitError:
    """Return the error for a cache that is not writable."""
    return KitError(
        _(
            "The data cache {folder} is not writable ({reason}). Make it writable, or "
            "set {variable} to a folder that is."
        ).format(
            folder=cache_folder(), reason=error.strerror or str(error), variable=CACHE_VARIABLE
        )
    )
