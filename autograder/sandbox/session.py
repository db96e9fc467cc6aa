"""The student's code as seen by a check, in a worker that is started when needed."""

import math
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np

from autograder.course.manifest import Limits
from autograder.data.dataset import Mapped
from autograder.intake import Beside, Cell
from autograder.sandbox import faults
from autograder.sandbox.explainer import Explainer, items, text, written_out
from autograder.sandbox.levels import Level
from autograder.sandbox.processes import Ended
from autograder.sandbox.proxies import Ask, Handle, RemoteCallable
from autograder.sandbox.reduction import defines_something, less_and_less, without
from autograder.sandbox.worker_process import ReferenceCodec, Worker
from autograder.worker import protocol


@dataclass(frozen=True)
class LoadResult:
    """Result of loading the student's code.

    Attributes
    ----------
    problems : tuple of str
        Sentences for the student: a cell raised an exception, a package is missing, and so on.
    names : tuple of str
        What the code defines at its top level.
    cells : tuple of Cell
        What of the code was run: what took too long is not in it.
    """

    problems: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[Cell, ...]


class Endpoint(Protocol):
    """Interface of a worker, or of its in-process replacement."""

    @property
    def alive(self) -> bool:
        """Whether requests can be made."""

    def request(
        self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any
    ) -> dict[str, Any]:
        """Make a request and return the fields of the reply; see :class:`Worker`."""

    @property
    def starved(self) -> float:
        """For how many seconds of its requests it was ready to run without a processor."""

    def kill(self, reason: str) -> None:
        """End it."""


Record = Callable[[str, str | None, dict[str, Any]], None]


def directly(worker: Worker) -> Endpoint:
    """Put nothing between the judge and a worker."""
    return worker


class Student:
    """The code of one submission; a stopped worker is replaced at the next call.

    An attribute is a function or class of the student: ``student.softmax(Z)``.

    Parameters
    ----------
    cells : sequence of Cell
        The student's code.
    level : Level
        How well the worker is isolated.
    files : mapping of str to Path
        The data sets that the worker may map.
    limits : Limits
        Seconds and memory.
    module : str
        Name of the student's module.
    worker : Worker or other Endpoint, optional
        One that has been started before, for the same level, files and limits.
    through : callable
        Puts something between the judge and each worker that is started here.
    record : callable, optional
        Takes each request, by its operation and what it was asked of, and the reply.
    seed : int, optional
        Of the generators that the code finds: those of Python and numpy.
    beside : sequence of Beside
        Modules of the student's own that the code imports.
    lost : mapping of str to str
        Why there is nothing of these names, from reading the code.
    tasks : collection of str
        What the code should define.

    Attributes
    ----------
    seconds : float
        Wall-clock limit of each call to come.
    deadline : float or None
        Value of ``time.monotonic()`` at which the submission has used up its time.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        *,
        level: Level,
        files: Mapping[str, Path],
        limits: Limits,
        module: str,
        worker: Endpoint | None = None,
        through: Callable[[Worker], Endpoint] = directly,
        record: Record | None = None,
        seed: int | None = None,
        beside: Sequence[Beside] = (),
        lost: Mapping[str, str] = MappingProxyType({}),
        tasks: Collection[str] = (),
    ) -> None:
        self.seconds = limits.call_seconds
        self.deadline: float | None = None
        self._cells = cells
        self._limits = limits
        self._module = module
        self._record = record
        self._seed = {} if seed is None else {"seed": seed}
        self._beside = [(each.module, each.file, each.source) for each in beside]
        self._tasks = tasks
        own = [Cell(each.source, 1, each.file) for each in beside]
        self._explainer = Explainer([*cells, *own], limits, lost)
        self._start: Callable[[], Endpoint] = lambda: through(Worker.start(level, files, limits))
        self._worker = worker
        self._loaded: LoadResult | None = None
        self._broken: faults.StudentFault | None = None
        self._forgotten: list[int] = []

    def load(self) -> LoadResult:
        """Load the code, unless it is already loaded in a live worker.

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

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill("closed")
            self._worker = None

    def __getattr__(self, name: str) -> RemoteCallable:
        # copy, pytest and debuggers probe for such names
        if name.startswith("__"):
            raise AttributeError(name)
        return RemoteCallable(self._ask, None, name, name)

    def _ask(self, op: str, called: str, **fields: Any) -> dict[str, Any]:
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
        assert self._worker is not None
        left, starved = self._seconds_left(), self._worker.starved
        try:
            reply = self._worker.request(
                op, seconds=min(self.seconds, left), **self._references(self._worker), **fields
            )
        except Ended as ended:
            fault = faults.during_call(ended, called, self.seconds)
            raise self._fault(ended, fault, in_time=left >= self.seconds) from None
        finally:
            self._give_back(self._worker.starved - starved)
        if self._record is not None:
            self._record(op, fields.get("name"), reply)
        if "fault" in reply:
            call = written_out(called, fields.get("args", ()), fields.get("kwargs", {}))
            raise self._explainer.fault(reply, called, call)
        return reply

    def _load(self) -> LoadResult:
        """Load all of the code or, if it does not survive that, less and less of it."""
        try:
            return self._load_cells(self._cells)
        except _NotLoaded as error:
            whole = error
        for cells, note in less_and_less(self._cells, self._tasks):
            if not whole.by_code or self._seconds_left() <= 0:
                break
            try:
                loaded = self._load_cells(cells)
            except _NotLoaded:
                continue
            return replace(loaded, problems=(f"{whole.fault} {note}", *loaded.problems))
        raise whole.fault from None

    def _load_cells(self, code_cells: Sequence[Cell]) -> LoadResult:
        if self._worker is None or not self._worker.alive:
            self.close()
            self._forgotten.clear()
            self._worker = self._start()
        seconds, left = self._limits.call_seconds, self._seconds_left()
        cells = [(cell.source, cell.first_line, cell.label) for cell in code_cells]
        fields = self._references(self._worker) | {
            "module": self._module,
            "cells": cells,
            "beside": self._beside,
            "budget": min(seconds, left),
            **self._seed,
        }
        try:
            reply = self._worker.request("load", seconds=min(seconds, left), **fields)
        except Ended as ended:
            fault = faults.during_loading(ended, seconds)
            fault = self._fault(ended, fault, in_time=left >= seconds)
            raise _NotLoaded(fault, by_code=ended.reason != "lost" and left >= seconds) from None
        self._cells = without(code_cells, items(reply.get("skipped")))
        if self._cells is not code_cells and not defines_something(self._cells):
            raise faults.during_loading(Ended("timeout"), seconds)
        return LoadResult(
            problems=tuple(self._explainer.problems(reply)),
            names=tuple(text(name) for name in items(reply.get("names"))),
            cells=tuple(self._cells),
        )

    def _seconds_left(self) -> float:
        left = math.inf if self.deadline is None else self.deadline - time.monotonic()
        if left <= 0:
            raise faults.out_of_time(self._limits)
        return left

    def _give_back(self, seconds: float) -> None:
        """Add what the machine took to the time of the submission."""
        if self.deadline is not None:
            self.deadline += seconds

    def _references(self, worker: Endpoint) -> dict[str, Any]:
        """Return what every request comes with: a codec, and the objects that may go."""
        forget, self._forgotten = self._forgotten, []
        return {"codec": _Codec(self._ask, self._forget, worker), "forget": forget}

    def _fault(
        self, ended: Ended, fault: faults.StudentFault, *, in_time: bool
    ) -> faults.StudentFault:
        """Return the fault of a worker's end, unless the submission's whole time was over."""
        if ended.reason == "timeout" and not in_time:
            return faults.out_of_time(self._limits)
        return fault

    def _forget(self, handle: Handle) -> None:
        """Drop an object with the next request."""
        if handle._worker is self._worker:
            self._forgotten.append(handle._number)


class _NotLoaded(Exception):
    """The worker ended while the code was being loaded; ``by_code`` tells whose doing it was."""

    def __init__(self, fault: faults.StudentFault, *, by_code: bool) -> None:
        super().__init__()
        self.fault = fault
        self.by_code = by_code


class _Codec:
    """What the arguments and the result of one request refer to.

    Parameters
    ----------
    ask : callable
        Makes the requests of the handles that come back.
    forget : callable
        Is told of a handle that nobody holds any more.
    worker : Endpoint
        What the request goes to.
    """

    def __init__(self, ask: Ask, forget: Callable[[Handle], None], worker: Endpoint) -> None:
        self._ask = ask
        self._forget = forget
        self._worker = worker
        self._mapped: dict[str, np.ndarray] = {}

    def refer(self, value: Any) -> protocol.Node | None:
        """Return the node of a data set or of one of the student's objects."""
        if isinstance(value, Mapped):
            self._mapped[value.name] = value.array
            return ["m", value.name]
        if isinstance(value, Handle):
            if value._worker is not self._worker:
                raise faults.gone(value._class_name)
            return ["h", value._number, value._class_name]
        return None

    def handle(self, number: int, class_name: str) -> Handle:
        """Return a handle of an object in the worker."""
        return Handle(self._ask, self._forget, self._worker, number, class_name)

    def mapped(self, name: str) -> np.ndarray:
        """Return the data set, which the call did not change."""
        return self._mapped[name]
