"""Random inputs for hidden checks, of a kind that tells mistakes apart whatever the seed."""

import numpy as np

from reference_impl.shapes import Array


def undecided(rng: np.random.Generator, m: int = 100, n: int = 4) -> tuple[Array, Array, float]:
    """Draw samples, weights and a bias whose scores lie near 0, on both sides.

    A threshold on the wrong side of 0, or a bias left out, changes some of the decisions: with
    m = 100 the chance that it changes none is below 1 in 1000.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of the inputs.
    m, n : int
        Number of samples and of features.

    Returns
    -------
    X : ndarray (m, n)
    w : ndarray (n, 1)
    b : float
    """
    w = rng.uniform(0.2, 0.5, size=(n, 1)) * rng.choice([-1.0, 1.0], size=(n, 1))
    b = rng.uniform(0.3, 0.4) * rng.choice([-1.0, 1.0])
    return rng.normal(size=(m, n)), w, float(b)
