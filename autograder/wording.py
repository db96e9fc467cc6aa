"""Descriptions of arrays, numbers and inputs in the messages of checks.

A hidden check tells nothing that would give its inputs or expected values away.
"""

import math
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len

from autograder.i18n import _, ngettext

hidden: ContextVar[bool] = ContextVar("hidden", default=False)

NUMBERS = (bool, int, float, complex, np.generic)
_SHOWN_VALUES = 12


def describe(value: Any) -> str:
    """Describe a value briefly: its type, and shape or length."""
    if value is None:
        return _("None (is a `return` missing?)")
    if isinstance(value, np.ndarray):
        return _("an array of shape {shape}").format(shape=value.shape)
    if isinstance(value, NUMBERS):
        return _("a single number")
    if isinstance(value, list | tuple):
        kind = type(value).__name__
        return ngettext("a {kind} of {n} value", "a {kind} of {n} values", len(value)).format(
            kind=kind, n=len(value)
        )
    return _("a value of type {kind}").format(kind=getattr(value, "kind", type(value).__name__))


def show(value: Any) -> str:
    """Write a value as a student would type it, short arrays in full, long ones by their shape."""
    if isinstance(value, NUMBERS):
        return f"{value:.10g}" if isinstance(value, float | np.floating) else str(value)
    if isinstance(value, np.ndarray) and value.size > _SHOWN_VALUES:
        return _("array of shape {shape}").format(shape=value.shape)
    if isinstance(value, np.ndarray):
        return np.array2string(value, precision=8, separator=", ")
    return repr(value)


def where(wrong: npt.NDArray[np.bool_]) -> str:
    """Report how many entries are wrong, without revealing a correct value."""
    if wrong.ndim == 0:
        return ""
    return _("{wrong} of {all} entries are wrong, the first at {index}.").format(
        wrong=int(wrong.sum()), all=wrong.size, index=subscript(first(wrong))
    )


def side_by_side(
    values: npt.NDArray[Any], expected: npt.NDArray[Any], wrong: npt.NDArray[np.bool_]
) -> list[str]:
    """Write the actual above the expected value: a short array in full, else one entry."""
    if values.size <= _SHOWN_VALUES:
        return [
            _labelled(_("yours:    "), show(_plain(values))),
            _labelled(_("expected: "), show(_plain(expected))),
        ]
    index = first(wrong)
    entry = subscript(index)
    return [
        where(wrong),
        _labelled(_("yours at {where}:    ").format(where=entry), show(values[index])),
        _labelled(_("expected at {where}: ").format(where=entry), show(expected[index])),
    ]


def _labelled(label: str, text: str) -> str:
    """Put a label before a text and indent its other lines."""
    return "  " + label + text.replace("\n", "\n" + " " * (2 + cell_len(label)))


def _plain(values: npt.NDArray[Any]) -> Any:
    return values[()] if values.ndim == 0 else values


def first(mask: npt.NDArray[np.bool_]) -> tuple[int, ...]:
    """Return the index of the first true entry."""
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(mask)), mask.shape))


def subscript(index: tuple[int, ...]) -> str:
    """Write an index as code: ``[0, 2]``; nothing for a single number."""
    return f"[{', '.join(map(str, index))}]" if index else ""


def inputs(given: Mapping[str, Any] | None) -> str:
    """Show the inputs: their values in a visible check, their shapes in a hidden one."""
    if not given:
        return ""
    lines = [_labelled(f"{name} = ", _input(value)) for name, value in given.items()]
    return "\n".join([_("with"), *lines])


def _input(value: Any) -> str:
    if hidden.get() and isinstance(value, np.ndarray):
        return _("array of shape {shape}").format(shape=value.shape)
    if hidden.get() and isinstance(value, float) and not math.isinf(value):
        return _("a number")
    return show(value)
