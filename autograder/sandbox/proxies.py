"""What a check holds in place of the student's functions and objects."""

import time
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.sandbox.explain import items, text
from autograder.worker.capture import LONGEST


@dataclass(frozen=True)
class Outcome:
    """All that can be told about one call.

    Attributes
    ----------
    value : object
        What it returned.
    arguments : tuple
        The positional arguments as they are after the call.
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


class Asks(Protocol):
    """What a proxy needs of the student that it belongs to."""

    def ask(self, op: str, called: str, **fields: Any) -> dict[str, Any]:
        """Make a request of the worker; a fault is raised."""

    def forget(self, handle: "Handle") -> None:
        """Let the worker drop an object."""


class Callable:
    """A function, class or method of the student: call it, or ``.call`` it for an Outcome."""

    def __init__(self, student: Asks, target: "Handle | None", name: str | None, called: str):
        self._student = student
        self._target = target
        self._name = name
        self._called = called

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it and return its value."""
        return self._reply(args, kwargs, outcome=False).get("value")

    def call(self, *args: Any, **kwargs: Any) -> Outcome:
        """Call it and tell all: value, arguments afterwards, output, warnings, seconds."""
        start = time.monotonic()
        reply = self._reply(args, kwargs, outcome=True)
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

    def _reply(self, args: Any, kwargs: Any, *, outcome: bool) -> dict[str, Any]:
        return self._student.ask(
            "call",
            self._called,
            target=self._target,
            name=self._name,
            args=list(args),
            kwargs=kwargs,
            outcome=outcome,
        )


class Handle:
    """An object of the student, which stays in the worker.

    Reading an attribute gives its value, or something to call; setting one sets it there.
    """

    __slots__ = ("_class_name", "_number", "_student", "_worker")
    _class_name: str
    _number: int
    _student: Asks
    _worker: object

    def __init__(self, student: Asks, worker: object, number: int, class_name: str) -> None:
        object.__setattr__(self, "_student", student)
        object.__setattr__(self, "_worker", worker)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_class_name", class_name)

    def __getattr__(self, name: str) -> Any:
        # numpy, copy and pytest probe for such names
        if name.startswith("_"):
            raise AttributeError(name)
        called = f"{self._class_name}.{name}"
        reply = self._student.ask("get", called, target=self, name=name)
        if reply.get("callable") is True:
            return Callable(self._student, self, name, called)
        return reply.get("value")

    def __setattr__(self, name: str, value: Any) -> None:
        called = f"{self._class_name}.{name}"
        self._student.ask("set", called, target=self, name=name, value=value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the object itself, a function for example."""
        return Callable(self._student, self, None, self._class_name)(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<an object of the student: {self._class_name}>"

    def __del__(self) -> None:
        self._student.forget(self)
