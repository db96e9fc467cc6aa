"""Data sets: found or fetched, verified, prepared once, then mapped.

Nothing here imports scikit-learn or pooch before it must: loading a prepared set is a matter of
milliseconds.
"""

from autograder.data.dataset import Dataset
from autograder.data.loading import Spec, load
from autograder.data.mapped import Mapped

__all__ = ["Dataset", "Mapped", "Spec", "load"]
