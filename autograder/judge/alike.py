"""Whether two replies say the same, as far as a check can tell."""

from typing import Any

import numpy as np

from autograder.sandbox.proxies import Handle
from autograder.wording import NUMBERS

# what one formula gives in two orders of summation differs by far less, and what a check lets
# pass as right by more
_RTOL = 1e-8
_RTOL_FLOAT32 = 1e-4
_ATOL = 1e-12


def same_reply(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Compare two replies: their fault, else value, arguments and whether there were warnings."""
    if "fault" in one or "fault" in other:
        return all(one.get(key) == other.get(key) for key in ("fault", "exception"))
    return (
        one.get("callable") == other.get("callable")
        and bool(one.get("warnings")) == bool(other.get("warnings"))
        and same_value(one.get("value"), other.get("value"))
        and same_value(one.get("arguments"), other.get("arguments"))
    )


def same_value(one: Any, other: Any) -> bool:
    """Compare two values: structure, shape, dtype, and numbers up to rounding.

    A scalar is the same as an array of shape ``()``, a tuple the same as a list, and one object
    of the student the same as another, or as None: what it holds is asked for by itself.
    """
    if isinstance(one, _NUMERIC) and isinstance(other, _NUMERIC):
        return _same_numbers(np.asarray(one), np.asarray(other))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_value(one[key], other[key]) for key in one)
    if isinstance(one, _OBJECT) and isinstance(other, _OBJECT):
        return True
    return type(one) is type(other) and bool(one == other)


_NUMERIC = (*NUMBERS, np.ndarray)
_OBJECT = Handle | None


def _same_numbers(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    if one.dtype.kind not in "fc":
        return bool(np.array_equal(one, other))
    rtol = _RTOL_FLOAT32 if one.dtype == np.float32 else _RTOL
    return bool(np.allclose(one, other, rtol=rtol, atol=_ATOL, equal_nan=True))
