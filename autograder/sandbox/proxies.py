"""Proxies for the student's functions and objects."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.sandbox.explainer import items, text
from autograder.worker.capture import LONGEST

# makes a request: its operation, the name of what is called, and its fields
Ask = Callable[..., dict[str, Any]]


@dataclass(frozen=True)
class Outcome:
    """Everything known about one call.

    Attributes
    ----------
    value : object
        What it returned.
    arguments : tuple
        The positional arguments after the call.
    printed : str
        What it printed, up to 64 KB.
    warnings : tuple of str
        ``"RuntimeWarning: overflow encountered in exp"`` and the like.
    seconds : float
        How long it took, by the judge's clock.
    """

    value: Any
    arguments: tuple[Any, ...]
    printed: str
    warnings: tuple[str, ...]
    seconds: float


class RemoteCallable:
    """A function, class or method of the student; ``.call`` returns an Outcome."""

    def __init__(self, ask: Ask, target: "Handle | None", name: str | None, called: str) -> None:
        self._ask = ask
        self._called = called
        self._place = {"target": target, "name": name}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it and return its value."""
        reply = self._ask(
            "call", self._called, **self._place, args=list(args), kwargs=kwargs, outcome=False
        )
        return reply.get("value")

    def call(self, *args: Any, **kwargs: Any) -> Outcome:
        """Call it; return value, final arguments, output, warnings and seconds."""
        start = time.monotonic()
        reply = self._ask(
            "call", self._called, **self._place, args=list(args), kwargs=kwargs, outcome=True
        )
        seconds = time.monotonic() - start
        return Outcome(
            value=reply.get("value"),
            arguments=tuple(items(reply.get("arguments"))),
            printed=text(reply.get("printed"), LONGEST),
            warnings=tuple(text(warning) for warning in items(reply.get("warnings"))),
            seconds=seconds,
        )

    def __repr__(self) -> str:
        return f"<the student's {self._called}>"


class Handle:
    """An object of the student, which stays in the worker.

    Reading an attribute gives its value, or something to call; setting one sets it there.
    """

    __slots__ = ("_ask", "_class_name", "_forget", "_number", "_worker")
    _ask: Ask
    _class_name: str
    _forget: Callable[["Handle"], None]
    _number: int
    _worker: object

    def __init__(
        self,
        ask: Ask,
        forget: Callable[["Handle"], None],
        worker: object,
        number: int,
        class_name: str,
    ) -> None:
        object.__setattr__(self, "_ask", ask)
        object.__setattr__(self, "_forget", forget)
        object.__setattr__(self, "_worker", worker)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_class_name", class_name)

    def __getattr__(self, name: str) -> Any:
        # numpy, copy and pytest probe for such names
        if name.startswith("_"):
            raise AttributeError(name)
        called = f"{self._class_name}.{name}"
        reply = self._ask("get", called, target=self, name=name)
        if reply.get("callable") is True:
            return RemoteCallable(self._ask, self, name, called)
        return reply.get("value")

    def __setattr__(self, name: str, value: Any) -> None:
        called = f"{self._class_name}.{name}"
        self._ask("set", called, target=self, name=name, value=value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the object itself, a function for example."""
        return RemoteCallable(self._ask, self, None, self._class_name)(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<an object of the student: {self._class_name}>"

    def __del__(self) -> None:
        self._forget(self)
