"""What happened to a name after a function that uses it had been written.

In a notebook a function is tried when its cell has run. What a later cell makes of ``np``, ``sum``
or the function's own name must not change what the function does.
"""

import builtins
import dis
from collections.abc import Iterable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

from .absent import Absent, Silent

Names = dict[str, Any]
Place = tuple[str, int, str]


class _Missing:
    """Stands for the value of a name that there was not."""


MISSING = _Missing()


class _Change(NamedTuple):
    name: str
    before: Any
    step: int
    cell: int
    place: Place


class Rebinding:
    """Watches the names of a module while its statements run.

    Parameters
    ----------
    names : dict
        Of the module.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._changes: list[_Change] = []
        self._homes: dict[str, tuple[int, int]] = {}
        self._kept: Names = {}
        self._fixed: frozenset[str] = frozenset()
        self._seen: Names = {}
        self._step = 0
        self._views: dict[str, Names] | None = None
        self._applied: Names = {}
        self._final: Names = {}

    @property
    def _module(self) -> Any:
        return self._names.get("__name__")

    def before(self, used: Iterable[str]) -> None:
        """Take note of the names that a statement may change."""
        self._seen = {name: self._names.get(name, MISSING) for name in used}

    def after(self, cell: int, place: Place) -> None:
        """Find out which of them a statement has changed."""
        self._step += 1
        for name, was in self._seen.items():
            now = self._names.get(name, MISSING)
            if now is was or name.startswith("__"):
                continue
            if was is not MISSING or hasattr(builtins, name):
                self._changes.append(_Change(name, was, self._step, cell, place))
            if _is_own(now) or _is_function(now):
                self._homes[name] = self._step, cell
                self._kept.pop(name, None)
            elif _is_function(was):
                self._kept[name] = was

    def fix(self, names: Iterable[str]) -> None:
        """Take note of names that are not the student's and stay unchanged."""
        self._fixed = frozenset(names)

    def overwritten(self) -> Iterator[tuple[str, Place]]:
        """Yield names that functions use and that have another value by now, each once."""
        told = set[str]()
        for name in self._homes:
            if view := self._view(name):
                code = self._kept.get(name, self._names.get(name, MISSING))
                told |= view.keys() & (_globals_used([code], self._module) | {name})
        for change in self._changes:
            now = self._names.get(change.name, MISSING)
            if change.name in told and change.before is not now:
                told.remove(change.name)
                yield change.name, change.place

    def lookup(self, name: str) -> Any:
        """Return what the module calls by that name, as its own cell left it.

        Raises
        ------
        KeyError
            There is nothing of that name.
        """
        self.enter(name)
        return self._names[name]

    def enter(self, name: str) -> None:
        """Let the module be as it was when the cell that defines this name had run."""
        view = self._view(name)
        if view is self._applied:
            return
        self._put(self._final)
        self._final = {each: self._names.get(each, MISSING) for each in view}
        self._put(view)
        self._applied = view

    def all_names(self) -> list[str]:
        """Return the names of the module, and those of functions that lost theirs."""
        return [*self._names, *(name for name in self._kept if name not in self._names)]

    def _put(self, values: Names) -> None:
        for name, value in values.items():
            if value is MISSING:
                self._names.pop(name, None)
            else:
                self._names[name] = value

    def _view(self, name: str) -> Names:
        if self._views is None:
            self._views = {}
            everything = [*self._names.values(), *self._kept.values()]
            used = _globals_used(everything, self._module) if self._changes else set()
            used |= self._kept.keys()
            self._changes = [each for each in self._changes if each.name in used - self._fixed]
        if not self._changes:
            return _NOTHING
        if name not in self._homes:
            return _NOTHING
        if name not in self._views:
            self._views[name] = self._as_of(*self._homes[name]) or _NOTHING
        return self._views[name]

    def _as_of(self, step: int, cell: int) -> Names:
        first: dict[str, _Change] = {}
        for change in self._changes:
            if change.step > step:
                first.setdefault(change.name, change)
        view = {name: self._earlier(change, cell) for name, change in first.items()}
        return {
            name: value
            for name, value in view.items()
            if value is not self._names.get(name, MISSING)
        }

    def _earlier(self, change: _Change, cell: int) -> Any:
        """Return what a name stood for before a change, or what it stands for now."""
        name, was = change.name, change.before
        now = self._names.get(name, MISSING)
        if was is MISSING:  # Python's own name
            return now if _is_own(now) else MISSING
        if issubclass(type(was), ModuleType):
            return was
        if _is_function(was):  # one that was written again counts as written last
            return now if _is_function(now) else self._kept.get(name, was)
        return now if change.cell == cell else was


_NOTHING: Names = {}


def _is_function(value: Any) -> bool:
    return callable(value) and not issubclass(type(value), Absent | Silent)


def _is_own(value: Any) -> bool:
    # an object may lie about its class
    return issubclass(type(value), FunctionType | type)


def _globals_used(values: Iterable[Any], module: Any) -> set[str]:
    """Collect the global names that functions and classes of a module use."""
    found = set[str]()
    waiting = [value for value in values if _is_own(value) and value.__module__ == module]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        match value:
            case FunctionType():
                waiting.append(value.__code__)
                waiting += [value.__wrapped__] if hasattr(value, "__wrapped__") else []
            case type():
                waiting += [getattr(each, "__func__", each) for each in vars(value).values()]
            case CodeType():
                waiting += [each for each in value.co_consts if isinstance(each, CodeType)]
                found |= {
                    each.argval
                    for each in dis.get_instructions(value)
                    if each.opname in ("LOAD_GLOBAL", "LOAD_NAME")
                }
    return found
