"""Heuristics that find the cause of a mistake from actual and expected arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from autograder.i18n import _
from autograder.wording import hidden

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
        """Whether the actual array equals the candidate, entry by entry."""
        scale = np.max(np.abs(self.actual), initial=0.0)
        return bool(
            np.allclose(self.actual, candidate, rtol=self.rtol, atol=self.rtol * 1e-3 * scale)
        )


@np.errstate(all="ignore")  # huge values overflow, and then fit nothing
def explain(comparison: Comparison) -> str | None:
    """Name the cause of the difference; ``None`` if no heuristic matches."""
    if not comparison.actual.size or not np.any(comparison.expected):
        return None
    return _zero(comparison) or _factor(comparison) or _order(comparison) or _axis(comparison)


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
    return _unknown_factor(comparison)


def _unknown_factor(comparison: Comparison) -> str | None:
    if comparison.actual.size == 1:
        return None
    ratio = float(np.nanmedian(comparison.actual / comparison.expected))
    if not np.isfinite(ratio) or not comparison.fits(ratio * comparison.expected):
        return None
    if hidden.get():  # who knows his own values must not learn the expected ones
        return _("All values are off by the same factor.")
    text = _("Your values are {ratio:.4g} times what they should be, everywhere.")
    return text.format(ratio=ratio)


def _known_factors(m: int | None) -> list[tuple[float, str]]:
    factors = [
        (-1.0, _("Your values have the wrong sign, everywhere.")),
        (2.0, _("Your values are 2 times too large, everywhere: look for a missing ½.")),
        (0.5, _("Your values are half of what they should be, everywhere: look for an extra ½.")),
        (1 / np.log(2), _("Your values match a logarithm of base 2: use the natural one, np.log.")),
        (
            1 / np.log(10),
            _("Your values match a logarithm of base 10: use the natural one, np.log."),
        ),
    ]
    if m is None or m == 1:
        return factors
    large = _(
        "Your values are {m} times too large, everywhere: "
        "you sum over the {m} samples, but do not divide by m."
    )
    small = _("Your values are {m} times too small, everywhere: you divide by m one time too many.")
    turned = _(
        "Your values are {m} times too large and have the wrong sign, everywhere: "
        "divide by m and flip the sign."
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


def _axis(comparison: Comparison) -> str | None:
    """Detect factors per row or column, as left by a sum over the wrong axis."""
    actual, expected = comparison.actual, comparison.expected
    if actual.ndim != 2 or min(actual.shape) < 2 or not np.all(actual):
        return None
    ratio = actual / expected
    if not np.all(np.isfinite(ratio)):
        return None
    of_rows, of_columns = ratio[:, :1], ratio[:1]
    # of a product of a column and a row any factors may be said to be one
    if np.any(np.isclose(ratio, 1.0)) or np.linalg.matrix_rank(expected) == 1:
        return None
    if comparison.fits(expected * of_rows):
        return _("Each row is off by its own factor: a sum may use the wrong axis, or all of them.")
    if comparison.fits(expected * of_columns):
        return _(
            "Each column is off by its own factor: a sum may use the wrong axis, or all of them."
        )
    if comparison.fits(expected * of_rows * of_columns / ratio[0, 0]):
        return _(
            "The errors differ by row and by column: a sum or a maximum may use the wrong axis."
        )
    return None
