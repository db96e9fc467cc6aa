"""In-process replacement of a worker, for notebooks and the course's own code."""

import linecache
import time
import warnings
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import numpy as np

from autograder.i18n import _
from autograder.intake import Cell
from autograder.sandbox.faults import TimedOut
from autograder.sandbox.worker_process import ReferenceCodec
from autograder.worker import protocol
from autograder.worker.handles import ReferenceTable
from autograder.worker.loader import StudentModule
from autograder.worker.server import Fields, Server

Globals = dict[str, Any]
CellName = Callable[[str, list[str]], str]


def file_name(file: str, lines: list[str]) -> str:
    """Name a cell by its file."""
    return Path(file).name


class Namespace(StudentModule):
    """The globals of a notebook, shell or script, used as the student's module.

    Parameters
    ----------
    names : dict
        The globals of the cell or script that calls ``check``.
    cell_name : callable
        Gives the name by which the student knows a cell, from its file and its lines.

    Attributes
    ----------
    cells : list of Cell
        What has been run so far, by the labels that a student knows: ``In[3]``.
    labels : dict
        These labels by the names under which Python knows the cells.
    """

    def __init__(self, names: Globals, cell_name: CellName = file_name) -> None:
        super().__init__(ModuleType(names["__name__"]))
        self._names = names
        sources = _sources(names)
        self.files = set(sources)
        self.labels = {file: cell_name(file, lines) for file, lines in sources.items()}
        self.cells = [
            Cell(source="".join(lines), first_line=1, label=self.labels[file])
            for file, lines in sources.items()
        ]

    def names(self) -> list[str]:
        """Return the names that are defined."""
        return [name for name in self._names if not name.startswith("_")]

    def enter(self, target: Any) -> None:
        """Leave the names unchanged: they are the caller's."""

    def lookup(self, name: str) -> Any:
        """Return the object of that name; raise KeyError if there is none."""
        return self._names[name]


class InProcessWorker:
    """Answers the judge's requests in this process, as a worker would.

    Arguments and results cross as they do to a worker, so that a check sees the same: copies,
    plain values, faults. Nothing can be stopped from outside: the person who runs the
    notebook interrupts it, and a call that took too long is reported afterwards.

    Parameters
    ----------
    namespace : Namespace
        The student's code.
    files : mapping of str to Path
        The data sets, by name: ``.npy`` files.
    """

    alive: Literal[True] = True
    starved = 0.0

    def __init__(self, namespace: Namespace, files: Mapping[str, Path]) -> None:
        self._namespace = namespace
        self._references = ReferenceTable({name: _File(path) for name, path in files.items()})
        self._server = _Server(namespace, self._references)

    def request(self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any) -> Fields:
        """Make a request and return the fields of the reply.

        Raises
        ------
        KeyboardInterrupt
            Also where the student's code was interrupted.
        TimedOut
            The call took longer than the limit.
        """
        frame = protocol.encode({"id": "", "op": op, **fields}, codec.refer)
        request = _carried(frame, self._references)
        start = time.monotonic()
        answer = self._server.answer(request)
        took = time.monotonic() - start
        reply = _carried(answer, codec)
        if reply.get("exception") == "KeyboardInterrupt":
            raise KeyboardInterrupt
        if took > seconds:
            raise _too_slow(fields.get("name"), took, seconds)
        return self._labelled(reply)

    def kill(self, reason: str) -> None:
        """Do nothing: the kernel is the student's own."""

    def _labelled(self, reply: Fields) -> Fields:
        """Label a failure with the cell's name as the student knows it."""
        place = reply.get("place")
        if place is None:
            return reply
        file, line, function = place
        return {**reply, "place": (self._namespace.labels[file], line, function)}


class _Server(Server):
    def __init__(self, namespace: Namespace, references: ReferenceTable) -> None:
        super().__init__(references)
        self._code = namespace

    def answer(self, request: Fields) -> list[protocol.Buffer]:
        """Answer a request, capturing output and warnings as a worker does."""
        with (
            redirect_stdout(self._printed),
            redirect_stderr(self._printed),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            return super().answer(request)

    def _load(self, request: Fields) -> Fields:
        return {"problems": [], "names": self._code.names(), "printed": 0}


class _File:
    """A data set; what is written to one of its arrays stays there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def array(self) -> np.ndarray:
        """Map the file again."""
        return np.asarray(np.load(self._path, mmap_mode="c"))


def _carried(frame: list[protocol.Buffer], references: protocol.References) -> Fields:
    """Take a frame to the other side."""
    _head, header, *arrays = frame
    body = np.frombuffer(bytearray().join(arrays), np.uint8)
    return protocol.decode(header, body, references)


def _too_slow(name: Any, took: float, seconds: float) -> TimedOut:
    sentence = _("`{name}` took {took:.1f} s; grading would stop it after {seconds:g} s.")
    return TimedOut(seconds, sentence.format(name=name, took=took, seconds=seconds))


def _sources(names: Globals) -> dict[str, list[str]]:
    """Return the lines of all cells, and of the script that is run, by their file names."""
    # what was never a file, a cell of a notebook, has no time stamp, except in IPython 7 (Colab)
    stamped = getattr(linecache, "_ipython_cache", {})
    sources = {
        file: entry[2]
        for file, entry in linecache.cache.items()
        if len(entry) == 4 and (entry[1] is None or file in stamped)
    }
    script = names.get("__file__")
    if isinstance(script, str):
        sources[script] = linecache.getlines(script)
    return sources
