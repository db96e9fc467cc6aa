"""Random inputs for hidden checks, of a kind that tells mistakes apart whatever the seed."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVarTuple

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


Inputs = TypeVarTuple("Inputs")
_MOST_DRAWS = 10_000


def telling(
    draw: Callable[[], tuple[*Inputs]],
    right: Callable[[*Inputs], Array],
    wrong: Callable[[*Inputs], Iterable[Array]],
) -> tuple[*Inputs]:
    """Draw inputs until all wrong results differ from the right one.

    Parameters
    ----------
    draw : callable
        Draws the inputs.
    right : callable
        Gives the right result for them.
    wrong : callable
        Gives the results of the usual mistakes.

    Returns
    -------
    tuple
        The first inputs that tell each mistake from the right answer.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> draw = lambda: (int(rng.integers(9)),)
    >>> telling(draw, lambda n: n * 2, lambda n: [n * n])  # neither 0 nor 2
    (4,)
    """
    for _ in range(_MOST_DRAWS):
        inputs = draw()
        expected = right(*inputs)
        if not any(np.array_equal(each, expected) for each in wrong(*inputs)):
            return inputs
    raise RuntimeError("no draw tells the mistakes from the right answer")


def with_scores(
    rng: np.random.Generator, scores: Sequence[float], n: int = 5
) -> tuple[Array, float, Array]:
    """Draw weights, a bias and samples in columns, so that ``W.T @ X + b`` is as given.

    The bias lies between 0.5 and 1: left out, it turns scores between 0 and 0.5 negative.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of everything else.
    scores : sequence of float
        One for each sample.
    n : int
        Number of features.

    Returns
    -------
    W : ndarray (n, 1)
    b : float
    X : ndarray (n, m)
    """
    W = rng.normal(size=(n, 1))
    b = float(rng.uniform(0.5, 1.0))
    X = rng.normal(size=(n, len(scores)))
    return W, b, X + W * (np.array(scores) - b - W.T @ X) / np.sum(W**2)
