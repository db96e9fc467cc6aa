"""Keeps one submission's code loaded in a worker, and asks it."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from autograder.data.dataset import Mapped
from autograder.sandbox import endings, faults
from autograder.sandbox.explain import Cell, Explainer, items, text, written_out
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from autograder.sandbox.process import Crossing, Ended, Worker
from autograder.sandbox.proxies import Handle
from autograder.worker import wire


@dataclass(frozen=True)
class LoadResult:
    """What loading the student's code showed.

    Attributes
    ----------
    problems : tuple of str
        Sentences for the student: a cell raised an exception, a package is missing, and so on.
    names : tuple of str
        What the code defines at its top level.
    """

    problems: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Setting:
    """What every worker of a submission is started with."""

    level: Level
    files: Mapping[str, Path]
    limits: Limits
    module: str


class Answers(Protocol):
    """What a session needs of a worker, or of what takes its place in a notebook."""

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""

    def request(
        self, op: str, *, seconds: float, crossing: Crossing, **fields: Any
    ) -> dict[str, Any]:
        """Make a request and return the fields of the reply; see :class:`Worker`."""

    def kill(self, reason: str) -> None:
        """End it."""


class Session:
    """The worker of one submission; after it had to be stopped, the next call gets a fresh one.

    Parameters
    ----------
    cells : sequence of Cell
        The student's code.
    setting : Setting
        For starting workers.
    worker : Worker, other Answers or None
        One that has been started before with this setting, or takes a worker's place.
    through : callable
        Puts something between the session and a worker.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        setting: Setting,
        worker: Answers | None,
        through: Callable[[Answers], Answers],
    ) -> None:
        self.seconds = setting.limits.call_seconds
        self.deadline: float | None = None
        self._cells = cells
        self._setting = setting
        self._explainer = Explainer(cells, setting.limits)
        self._through = through
        self._worker = through(worker) if worker else None
        self._loaded: LoadResult | None = None
        self._broken: faults.StudentFault | None = None
        self._forgotten: list[int] = []

    def load(self) -> LoadResult:
        """Load the code, unless it is loaded and its worker alive.

        Raises
        ------
        StudentFault
            The code could not be loaded; it is not tried again.
        """
        if self._broken is not None:
            raise self._broken.with_traceback(None)
        if self._loaded is not None and self._worker is not None and self._worker.alive:
            return self._loaded
        try:
            self._loaded = self._load()
        except faults.StudentFault as fault:
            self._broken = fault
            raise
        return self._loaded

    def ask(self, op: str, called: str, **fields: Any) -> dict[str, Any]:
        """Make a request of the worker and return its reply.

        Parameters
        ----------
        op : str
            What to do: one of the worker's operations.
        called : str
            The student's name of what is called, for the sentence if it fails.

        Raises
        ------
        StudentFault
            There is no result.
        """
        self.load()
        try:
            reply = self._request(op, self.seconds, **fields)
        except Ended as ended:
            raise endings.during_call(ended, called, self.seconds) from None
        if "fault" in reply:
            call = written_out(called, fields.get("args", ()), fields.get("kwargs", {}))
            raise self._explainer.fault(reply, called, call)
        return reply

    def forget(self, handle: Handle) -> None:
        """Let the worker drop an object with the next request."""
        if handle._worker is self._worker:
            self._forgotten.append(handle._number)

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill("closed")
            self._worker = None

    def _load(self) -> LoadResult:
        if self._worker is None or not self._worker.alive:
            self._restart()
        seconds = self._setting.limits.call_seconds
        cells = [(cell.source, cell.first_line, cell.label) for cell in self._cells]
        try:
            reply = self._request("load", seconds, module=self._setting.module, cells=cells)
        except Ended as ended:
            raise endings.during_loading(ended, seconds) from None
        return LoadResult(
            problems=tuple(self._explainer.problems(reply)),
            names=tuple(text(name) for name in items(reply.get("names"))),
        )

    def _restart(self) -> None:
        self.close()
        self._forgotten.clear()
        setting = self._setting
        worker = Worker.start(setting.level, setting.files, setting.limits)
        self._worker = self._through(worker)

    def _request(self, op: str, seconds: float, **fields: Any) -> dict[str, Any]:
        left = math.inf if self.deadline is None else self.deadline - time.monotonic()
        if left <= 0:
            raise endings.out_of_time(self._setting.limits)
        assert self._worker is not None
        crossing = _Crossing(self, self._worker)
        forget, self._forgotten = self._forgotten, []
        try:
            return self._worker.request(
                op, seconds=min(seconds, left), crossing=crossing, forget=forget, **fields
            )
        except Ended as ended:
            if ended.reason == "timeout" and left < seconds:
                raise endings.out_of_time(self._setting.limits) from None
            raise


class _Crossing:
    """What the arguments and the result of one request refer to.

    Parameters
    ----------
    session : Session
        Owner of the handles that come back.
    worker : Answers
        What the request goes to.
    """

    def __init__(self, session: Session, worker: Answers) -> None:
        self._session = session
        self._worker = worker
        self._mapped: dict[str, np.ndarray] = {}

    def refer(self, value: Any) -> wire.Node | None:
        """Give the node of a data set or of one of the student's objects."""
        if isinstance(value, Mapped):
            self._mapped[value.name] = value.array
            return ["m", value.name]
        if isinstance(value, Handle):
            self._check(value)
            return ["h", value._number, value._class_name]
        return None

    def handle(self, number: int, class_name: str) -> Handle:
        """Make a handle of an object that the worker keeps."""
        return Handle(self._session, self._worker, number, class_name)

    def mapped(self, name: str) -> np.ndarray:
        """Return the data set, which the call left as it was."""
        return self._mapped[name]

    def _check(self, handle: Handle) -> None:
        if handle._worker is not self._worker:
            raise endings.gone(handle._class_name)
