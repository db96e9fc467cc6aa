"""Assertions for checks: kind, shape, dtype and values, in that order.

Each function returns nothing when all is well and raises :class:`CheckFailure` with the sentence
that the student reads otherwise. ``what`` names the expression that was judged, as code;
``given`` holds the inputs that a student needs to see the failure again.

Expected values are shown by visible checks only; a hidden check names what is wrong, never what
would be right.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from autograder import heuristics, wording
from autograder.heatmap import ErrorMap
from autograder.i18n import Text, _, ngettext
from autograder.wording import NUMBERS
from autograder.wording import hidden as hidden

_SHOWN_NAMES = 6


class CheckFailure(AssertionError):
    """A check does not hold; the text is what the student reads.

    Attributes
    ----------
    maps : tuple of ErrorMap
        Pictures of where arrays are wrong.
    """

    def __init__(self, text: str, maps: tuple[ErrorMap, ...] = ()) -> None:
        super().__init__(text)
        self.maps = maps


def fail(*lines: str, maps: tuple[ErrorMap, ...] = ()) -> NoReturn:
    """Fail the check with the given lines; empty ones are left out."""
    raise CheckFailure("\n".join(line for line in lines if line), maps)


def close(
    actual: Any,
    expected: npt.ArrayLike,
    *,
    what: str,
    given: Mapping[str, Any] | None = None,
    rtol: float = 1e-7,
    atol: float = 1e-10,
    m: int | None = None,
) -> None:
    """Expect numbers to agree: ``|actual - expected| <= atol + rtol * |expected|``.

    Parameters
    ----------
    actual : Any
        What the student's code gave back.
    expected : array_like
        Shape, dtype and values that it should have. A Python scalar, a numpy scalar and an
        array of shape ``()`` count as the same kind.
    what : str
        The judged expression, as code: ``"softmax(Z)"``.
    given : mapping, optional
        Inputs by name.
    rtol, atol : float
        Relative and absolute tolerance.
    m : int, optional
        Number of samples, where the value is a mean: lets the message say "divide by m".

    Raises
    ------
    CheckFailure
        With the first of: not a number or array, shape, dtype, not finite, values.
    """
    reference = np.asarray(expected)
    values = of_kind(actual, reference, what=what, given=given)
    finite(values, what=what, given=given)
    with np.errstate(over="ignore"):  # huge values are as far apart as can be
        wrong = ~np.isclose(values, reference, rtol=rtol, atol=atol)
    if wrong.any():
        _fail_values(values, reference, wrong, what, given, m)


def equal(
    actual: Any,
    expected: npt.ArrayLike,
    *,
    what: str,
    given: Mapping[str, Any] | None = None,
    kinds: str | None = None,
) -> None:
    """Expect the same values exactly, as for class indices, labels and one-hot rows.

    Parameters
    ----------
    actual, what, given
        As for :func:`close`.
    expected : array_like
        Shape and values that it should have.
    kinds : str, optional
        Accepted dtype kinds, such as ``"biu"``; by default the expected array's own dtype.
    """
    reference = np.asarray(expected)
    values = of_kind(actual, reference, what=what, given=given, kinds=kinds)
    wrong = values != reference
    if wrong.any():
        _fail_values(values, reference, wrong, what, given, None)


def finite(actual: Any, *, what: str, given: Mapping[str, Any] | None = None) -> None:
    """Expect no NaN and no infinity."""
    values = _as_array(actual, what, given)
    if values.dtype.kind == "O":  # an integer of more than 64 bits
        return
    bad = ~np.isfinite(values)
    if bad.any():
        index = wording.first(bad)
        fail(
            _("`{what}` is {value}, not a finite number.").format(
                what=what + wording.subscript(index), value=values[index]
            ),
            wording.inputs(given),
        )


def of_kind(
    actual: Any,
    expected: npt.NDArray[Any],
    *,
    what: str,
    given: Mapping[str, Any] | None = None,
    kinds: str | None = None,
) -> npt.NDArray[Any]:
    """Expect an array or number of the expected one's shape and dtype, whatever its values.

    Returns
    -------
    ndarray
        The student's values as a base array.
    """
    values = _as_array(actual, what, given)
    if values.shape != expected.shape:
        _fail_shape(values, expected, what, given)
    accepted = values.dtype.kind in kinds if kinds else values.dtype == expected.dtype
    if not accepted:
        _fail_dtype(values, expected, what, given)
    return values


def at_least(actual: Any, floor: float, *, what: str) -> None:
    """Expect a number, such as an accuracy, of at least ``floor``."""
    value = _as_number(actual, what)
    if not value >= floor:  # calibration compares with a threshold that records the value
        fail(
            _("`{what}` is {value:.4g}; it must be at least {floor:.4g}.").format(
                what=what, value=value, floor=floor
            )
        )


def less(actual: Any, bound: float, *, what: str) -> None:
    """Expect a number smaller than ``bound``, such as a loss after training."""
    value = _as_number(actual, what)
    if not value < bound:
        fail(
            _("`{what}` is {value:.6g}; it must be smaller than {bound:.6g}.").format(
                what=what, value=value, bound=bound
            )
        )


def results(value: Any, names: Sequence[str], *, what: str) -> tuple[Any, ...]:
    """Expect several results, as from ``return w_grad, b_grad``, and return them.

    Returns
    -------
    tuple
        As many values as there are names.
    """
    got = ""
    if not isinstance(value, tuple | list):
        got = wording.describe(value)
    elif len(value) != len(names):
        got = str(len(value))
    if got:
        sentence = ngettext(
            "`{what}` must return {n} result ({names}); yours returned {got}.",
            "`{what}` must return {n} results ({names}); yours returned {got}.",
            len(names),
        )
        wanted = ", ".join(names if len(names) <= _SHOWN_NAMES else [*names[:2], "…", names[-1]])
        fail(sentence.format(what=what, n=len(names), names=wanted, got=got))
    return tuple(value)


def unchanged(outcome: Any, *originals: npt.ArrayLike, what: str) -> None:
    """Expect a call to leave its positional arguments unchanged."""
    for position, (before, after) in enumerate(
        zip(originals, outcome.arguments, strict=False), start=1
    ):
        if not np.array_equal(np.asarray(before), np.asarray(after), equal_nan=True):
            fail(
                _("`{what}` changes argument {n}.").format(what=what, n=position),
                _("Work on a copy: the caller still needs the original array."),
            )


def quiet(outcome: Any, *, what: str, given: Mapping[str, Any] | None = None) -> None:
    """Expect a call without warnings."""
    if outcome.warnings:
        fail(
            _("`{what}` gives a warning: {warning}").format(what=what, warning=outcome.warnings[0]),
            wording.inputs(given),
        )


def vectorised(
    call: Callable[[], Any], loop: Callable[[], object], *, times: float, what: str
) -> None:
    """Expect a call to be several times faster than a loop over the same large input.

    Both are timed in the same run, so that the verdict does not depend on the machine.

    Parameters
    ----------
    call : callable
        Makes the student's call and returns its outcome, as ``student.f.call(X)`` does; the
        fastest of three counts.
    loop : callable
        The loop version, run here.
    times : float
        How many times faster the call must be, with room to spare for a busy machine.
    what : str
        The call, as code.
    """
    start = time.perf_counter()
    loop()
    slow = time.perf_counter() - start
    fast = min(call().seconds for _attempt in range(3))
    if fast * times > slow:
        fail(
            _("`{what}` takes {ratio:.2g} times as long as a Python loop.").format(
                what=what, ratio=fast / slow
            ),
            _("Let NumPy work on the whole array at once instead of looping over its entries."),
        )


def that(condition: Any, text: Text, *, what: str = "") -> None:
    """Expect a condition that no other function covers, with the course's own message."""
    if not condition:
        fail(f"`{what}`: {text}" if what else str(text))


def _as_array(value: Any, what: str, given: Mapping[str, Any] | None) -> npt.NDArray[Any]:
    if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
        return value
    if isinstance(value, NUMBERS):
        return np.asarray(value)
    if isinstance(value, list | tuple):
        fail(
            _("`{what}` is {kind}, not a NumPy array.").format(
                what=what, kind=wording.describe(value)
            ),
            wording.inputs(given),
        )
    fail(
        _("`{what}` is {kind}; it must be a number or an array of numbers.").format(
            what=what, kind=wording.describe(value)
        ),
        wording.inputs(given),
    )


def _as_number(value: Any, what: str) -> float:
    values = _as_array(value, what, None)
    if values.size != 1:
        fail(
            _("`{what}` is {kind}, not a single number.").format(
                what=what, kind=wording.describe(values)
            )
        )
    finite(values, what=what)
    return float(values.reshape(()).real)


def _fail_shape(
    values: npt.NDArray[Any],
    expected: npt.NDArray[Any],
    what: str,
    given: Mapping[str, Any] | None,
) -> NoReturn:
    turned = values.ndim > 1 and values.shape == expected.shape[::-1]
    if expected.ndim == 0:
        sentence = _("`{what}` is {kind}, not a single number.")
        fail(sentence.format(what=what, kind=wording.describe(values)), wording.inputs(given))
    fail(
        _("`{what}` has shape {got}, not {wanted}.").format(
            what=what, got=values.shape, wanted=expected.shape
        ),
        _("It looks transposed.") if turned else "",
        _("A sum or mean may use the wrong axis, or all of them.")
        if values.ndim < expected.ndim
        else "",
        wording.inputs(given),
    )


def _fail_dtype(
    values: npt.NDArray[Any],
    expected: npt.NDArray[Any],
    what: str,
    given: Mapping[str, Any] | None,
) -> NoReturn:
    single = values.dtype == np.float32
    fail(
        _("`{what}` has dtype {got}, not {wanted}.").format(
            what=what, got=values.dtype, wanted=expected.dtype
        ),
        _("float32 has only 7 digits; keep the numbers in float64.") if single else "",
        wording.inputs(given),
    )


def _fail_values(
    values: npt.NDArray[Any],
    expected: npt.NDArray[Any],
    wrong: npt.NDArray[np.bool_],
    what: str,
    given: Mapping[str, Any] | None,
    m: int | None,
) -> NoReturn:
    cause = None
    if values.dtype.kind == "f" and expected.dtype.kind == "f":
        cause = heuristics.explain(heuristics.Comparison(values, expected, m))
    if hidden.get():
        details = [wording.where(wrong)]
    else:
        details = wording.side_by_side(values, expected, wrong)
    fail(
        _("`{what}` is not right.").format(what=what),
        cause or "",
        *details,
        wording.inputs(given),
    )
