r"""The gradient check: the student's derivatives against numerical ones of a cost.

For each parameter array θ and one random unit direction U the check compares

.. math:: \langle \nabla_\theta J, U \rangle \quad\text{with}\quad
          \frac{d}{dt} J(\theta + t U) \Big|_{t=0}

One direction per parameter *array*: in a single flattened vector a small wrong bias gradient
drowns among the weights, and the array's name is half of the message.
"""

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder import expect, heuristics
from autograder.heatmap import ErrorMap, error_map
from autograder.i18n import _
from autograder.wording import subscript

Array = npt.NDArray[np.float64]
Cost = Callable[[dict[str, Array]], float]

# the first step: a wider one would jump over more kinks of ReLU
_STEP = 1e-2
_STEP_OF_A_SLOPE = 0.1
# a directional derivative below this is rounding noise of the cost itself
_NOISE = 1e-9
_PROBED_ENTRIES = 24
# a hundred times as exact as the gradient check
_RELATIVE, _ABSOLUTE = 1e-7, 1e-11
# from a step of 1e-2 on, smaller ones would measure rounding
_MOST_HALVINGS = 12


@dataclass(frozen=True)
class Compared:
    """Result of a gradient comparison: with which cost, and whether it agrees."""

    own: bool
    agrees: bool


# what the check that runs has compared; the judge reads it
compared: ContextVar[list[Compared] | None] = ContextVar("compared", default=None)


@dataclass(frozen=True)
class Probe:
    """Analytic and numerical derivatives of some entries of one parameter array.

    Attributes
    ----------
    indices : list of tuple of int
        The entries looked at.
    analytic, numeric : ndarray
        The student's and the numerical derivative at each; of the parameter's own shape where
        all entries were looked at.
    """

    indices: list[tuple[int, ...]]
    analytic: Array
    numeric: Array

    def worst(self) -> int:
        """Position of the entry with the largest difference."""
        return int(np.argmax(np.abs(self.analytic - self.numeric)))


def check(
    cost: Cost,
    parameters: Mapping[str, npt.ArrayLike],
    gradients: Mapping[str, Any],
    *,
    rng: np.random.Generator,
    what: str,
    m: int | None = None,
    tolerance: float = 1e-5,
    called: str = "{}_grad",
    own: bool = False,
) -> None:
    """Expect each gradient to be the derivative of the cost.

    Parameters
    ----------
    cost : callable
        Takes a dict of parameter arrays, returns J as a float.
    parameters : mapping
        Name → array θ at which the gradient was taken.
    gradients : mapping
        Name → the student's ∂J/∂θ, of the shape of θ.
    rng : numpy.random.Generator
        Source of the directions.
    what : str
        The call that gave the gradients, as code.
    m : int, optional
        Number of samples, so that a missing or doubled 1/m can be named.
    tolerance : float
        Largest relative error that counts as equal.
    called : str
        What the student calls the gradient of a parameter: ``"{}_grad"``, ``"d{}"``.
    own : bool
        Whether the cost is computed by the student's own functions, and may be wrong itself.

    Raises
    ------
    CheckFailure
        Shape and dtype first; then, for the wrong arrays, the worst entry and the likely cause.
    """
    arrays = {name: np.asarray(theta, dtype=np.float64) for name, theta in parameters.items()}
    for name, theta in arrays.items():
        label = called.format(name)
        expect.finite(expect.of_kind(gradients[name], theta, what=label), what=label)
    given = {name: np.asarray(gradients[name]) for name in arrays}
    slopes = {name: _slopes(cost, arrays, given, name, rng) for name in arrays}
    wrong = [name for name in arrays if not _agree(*slopes[name], tolerance)]
    _note(Compared(own, agrees=not wrong))
    if wrong:
        right = [called.format(name) for name in arrays if name not in wrong]
        probes = {
            called.format(name): _probe(cost, arrays, given[name], name, rng) for name in wrong
        }
        title = _("`{what}` is not the derivative of the cost.")
        if own:
            title = _("`{what}` is not the derivative of your own cost. One of the two is wrong.")
        lines = _sentences(probes, right, m)
        expect.fail(title.format(what=what), *lines, maps=_maps(arrays, wrong, probes, called))
    if own and np.all(np.abs(list(slopes.values())) <= _NOISE):
        text = _(
            "`{what}`: your own cost is the same for all parameters, so a gradient of "
            "0 shows nothing. Fix the cost first."
        )
        expect.fail(text.format(what=what))


def slope(function: Callable[[Array], npt.ArrayLike], x: npt.ArrayLike) -> Array:
    """Return the derivative of a function of single numbers at each entry of x, numerically.

    Parameters
    ----------
    function : callable
        Takes an array and returns its value for each entry.
    x : array_like
        Where.

    Raises
    ------
    CheckFailure
        It is 0 everywhere: an analytic one that is 0 as well would pass for right.
    """
    measured = derivative(function, x, _STEP_OF_A_SLOPE)
    if not measured.any():
        expect.fail(
            _(
                "Your function has no slope here: it returns the same value for every x. "
                "Fix it first."
            )
        )
    return measured


def _slopes(
    cost: Cost,
    arrays: dict[str, Array],
    gradients: Mapping[str, Array],
    name: str,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Return the analytic and the numerical derivative along a random direction."""
    direction = rng.normal(size=arrays[name].shape)
    direction /= np.linalg.norm(direction)
    with np.errstate(over="ignore", invalid="ignore"):
        analytic = float(np.sum(gradients[name] * direction))
        return analytic, _derivative(cost, arrays, name, direction)


def _agree(analytic: float, numeric: float, tolerance: float) -> bool:
    allowed = tolerance * max(abs(analytic), abs(numeric)) + _NOISE
    # a sum of huge entries is infinite, and so would be what is allowed
    return bool(np.isfinite(allowed) and abs(analytic - numeric) <= allowed)


def _derivative(cost: Cost, arrays: dict[str, Array], name: str, direction: Array) -> float:
    def along(t: Array) -> float:
        return cost(arrays | {name: arrays[name] + t * direction})

    return float(derivative(along, 0.0, _STEP))


def _probe(
    cost: Cost,
    arrays: dict[str, Array],
    gradient: Array,
    name: str,
    rng: np.random.Generator,
) -> Probe:
    """Differentiate entry by entry, over a sample of the entries of a large array."""
    indices = list(np.ndindex(gradient.shape))
    shape: tuple[int, ...] = gradient.shape
    if len(indices) > _PROBED_ENTRIES:
        chosen = np.sort(rng.choice(len(indices), size=_PROBED_ENTRIES, replace=False))
        indices = [indices[position] for position in chosen]
        shape = (len(indices),)
    analytic = np.array([gradient[at] for at in indices])
    numeric = [_derivative(cost, arrays, name, _unit(gradient.shape, at)) for at in indices]
    return Probe(indices, analytic.reshape(shape), np.reshape(numeric, shape))


def _unit(shape: tuple[int, ...], index: tuple[int, ...]) -> Array:
    direction = np.zeros(shape)
    direction[index] = 1.0
    return direction


def _note(found: Compared) -> None:
    """Notify the judge, if there is one."""
    noted = compared.get()
    if noted is not None:
        noted.append(found)


def _maps(
    arrays: Mapping[str, Array], wrong: Iterable[str], probes: Mapping[str, Probe], called: str
) -> tuple[ErrorMap, ...]:
    """Map the errors of wrong arrays; hidden checks show none."""
    if expect.hidden.get():
        return ()
    shapes = {called.format(name): arrays[name].shape for name in wrong}
    return tuple(
        error_map(name, shapes[name], probe.indices, probe.analytic, probe.numeric)
        for name, probe in probes.items()
        if len(probe.indices) > 1
    )


def _sentences(probes: Mapping[str, Probe], right: Iterable[str], m: int | None) -> list[str]:
    lines: list[str] = []
    causes = {name: _cause(probe, m) for name, probe in probes.items()}
    shared = len(set(causes.values())) == 1
    if shared:
        lines += filter(None, set(causes.values()))
    for name, probe in probes.items():
        lines += _adjacent_lines(name, probe)
        if causes[name] and not shared:
            lines.append(f"  {causes[name]}")
    return lines + [f"  {name:<14} " + _("right") for name in right]


def _adjacent_lines(name: str, probe: Probe) -> list[str]:
    """Write the worst entry above its numerical value.

    A hidden check tells neither: which entry is the worst says which value is the largest, and a
    value beside a ratio is the expected one.
    """
    if expect.hidden.get():
        return [f"  {name:<14} " + _("wrong")]
    worst = probe.worst()
    entry = name + subscript(probe.indices[worst])
    analytic = _("yours     {value: .8g}").format(value=probe.analytic.flat[worst])
    numeric = _("numerical {value: .8g}").format(value=probe.numeric.flat[worst])
    return [f"  {entry:<14} {analytic}", f"  {'':<14} {numeric}"]


def _cause(probe: Probe, m: int | None) -> str | None:
    return heuristics.explain(heuristics.Comparison(probe.analytic, probe.numeric, m, rtol=1e-4))


def derivative(function: Callable[[Array], npt.ArrayLike], x: npt.ArrayLike, step: float) -> Array:
    """Return the derivative of a function of single numbers at each entry of x, numerically.

    D(h) = [8 (f(x + h) - f(x - h)) - (f(x + 2h) - f(x - 2h))] / 12h, with an error of O(h⁴).

    h is halved until two estimates agree to a relative 1e-7 (or 1e-11), at most twelve times; then
    those count that came closest. A smooth function is evaluated six times, one with a kink
    nearby (ReLU) until the kink is out of reach.

    Parameters
    ----------
    function : callable
        Takes an array of the shape of x and returns its value for each entry.
    x : array_like
        Where.
    step : float
        The first h.
    """
    x = np.asarray(x, dtype=np.float64)

    def rise(h: float) -> Array:
        return np.subtract(function(x + h), function(x - h), dtype=np.float64)

    wide, narrow = rise(2 * step), rise(step)
    best = finer = (8 * narrow - wide) / (12 * step)
    error = np.full_like(best, np.inf)
    for _halving in range(_MOST_HALVINGS):
        step /= 2
        wide, narrow = narrow, rise(step)
        coarser, finer = finer, (8 * narrow - wide) / (12 * step)
        change = np.abs(finer - coarser)
        closer = change < error
        best, error = np.where(closer, finer, best), np.where(closer, change, error)
        if np.all(error <= _RELATIVE * np.abs(best) + _ABSOLUTE):
            break
    return best
