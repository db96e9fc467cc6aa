"""An array of a prepared data set that lives in a file of its own."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True, eq=False)
class Mapped:
    """One array of a data set, mapped from its file rather than read.

    The worker gets such an array by its name and opens the same file, so that the numbers are
    never sent through the pipe.

    Parameters
    ----------
    name : str
        The name by which checks and the worker know it, such as ``"X_train"``.
    array : np.ndarray
        The read-only map, in the judge's process.
    path : Path
        The ``.npy`` file that is mapped.
    """

    name: str
    array: np.ndarray
    path: Path
