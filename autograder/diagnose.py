"""Reading the cause of a mistake from two arrays: what came back and what was expected."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from autograder.i18n import _

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Comparison:
    """Two arrays of one shape that should be equal and are not.

    Attributes
    ----------
    actual, expected : ndarray
        Same shape, all entries finite.
    m : int or None
        Number of samples, where the values are a mean over samples.
    rtol : float
        How exactly a cause has to fit before it is named.
    """

    actual: Array
    expected: Array
    m: int | None = None
    rtol: float = 1e-6

    def fits(self, candidate: npt.ArrayLike) -> bool:
        """Whether what came back equals the candidate, entry by entry."""
        scale = np.max(np.abs(self.actual), initial=0.0)
        return bool(
            np.allclose(self.actual, candidate, rtol=self.rtol, atol=self.rtol * 1e-3 * scale)
        )


def explain(comparison: Comparison) -> str | None:
    """Name the cause, where what came back fits one; ``None`` where nothing does."""
    if not comparison.actual.size or not np.any(comparison.expected):
        return None
    return _zero(comparison) or _factor(comparison) or _order(comparison)


def _zero(comparison: Comparison) -> str | None:
    if np.any(comparison.actual):
        return None
    return _("All your values are 0.")


def _factor(comparison: Comparison) -> str | None:
    if comparison.actual.size == 1 and comparison.m is None:
        return None  # any two numbers are a factor apart
    for factor, sentence in _known_factors(comparison.m):
        if comparison.fits(factor * comparison.expected):
            return sentence
    return None


def _known_factors(m: int | None) -> list[tuple[float, str]]:
    factors = [
        (-1.0, _("Your values have the wrong sign, everywhere.")),
        (2.0, _("Your values are 2 times too large, everywhere: look for a missing ½.")),
        (0.5, _("Your values are half of what they should be, everywhere: look for a ½ too many.")),
        (1 / np.log(2), _("Your values fit a logarithm of base 2: use the natural one, np.log.")),
        (1 / np.log(10), _("Your values fit a logarithm of base 10: use the natural one, np.log.")),
    ]
    if m is None or m == 1:
        return factors
    large = _(
        "Your values are {m} times too large, everywhere: "
        "you sum over the {m} samples, but do not divide by m."
    )
    small = _("Your values are {m} times too small, everywhere: you divide by m once too often.")
    turned = _(
        "Your values are {m} times too large and have the wrong sign, everywhere: "
        "divide by m and turn the sign round."
    )
    return [
        (float(m), large.format(m=m)),
        (1 / m, small.format(m=m)),
        (-float(m), turned.format(m=m)),
        *factors,
    ]


def _order(comparison: Comparison) -> str | None:
    actual, expected = comparison.actual, comparison.expected
    if actual.ndim == 0 or len(expected) < 2:
        return None
    if comparison.fits(expected[::-1]):
        return _("Your values are right, but the rows are in reverse order.")
    if (
        expected.ndim == 2
        and expected.shape[0] == expected.shape[1]
        and comparison.fits(expected.T)
    ):
        return _("Your values are right, but transposed.")
    offset = actual - expected
    if np.allclose(offset, offset.flat[0], rtol=comparison.rtol):
        return _("All your values are off by the same amount.")
    return None
