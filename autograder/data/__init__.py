"""Data sets: located or downloaded, verified, prepared once and memory-mapped.

Nothing here imports scikit-learn or pooch before it must: loading a prepared set is a matter of
milliseconds.
"""

from autograder.data.dataset import Dataset, Mapped
from autograder.data.loading import load

__all__ = ["Dataset", "Mapped", "load"]
