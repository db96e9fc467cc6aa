"""Run code of the course in place of a student's, in this process."""

from functools import cached_property
from types import CodeType
from typing import Any

from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.judge.recording import Exchange, Fields, Transcript, same_reply
from autograder.sandbox.inprocess import Globals, InProcessWorker, Namespace
from autograder.sandbox.levels import Level
from autograder.sandbox.session import Endpoint, Record, Student
from autograder.sandbox.worker_process import ReferenceCodec


class ReplayMismatch(Exception):
    """A reply differs from the transcript."""


class ReplayMatched(Exception):
    """All replies match the transcript."""


class InProcessSubject:
    """Creates in-process substitutes for a student's code.

    Parameters
    ----------
    assignment : Assignment
        Of a course: its model answer is run, by this process.
    dataset : Dataset or None
        What the stand-ins may map.
    """

    def __init__(self, assignment: Assignment, dataset: Dataset | None) -> None:
        self._assignment = assignment
        self._files = dataset.files if dataset else {}

    def names(self, task: str = "", *parts: Any) -> Globals:
        """Return the names of the model answer, one task replaced.

        Parameters
        ----------
        task : str
            What is replaced.
        *parts : function, or classes
            What takes its place. Classes have methods that go before those of the right class.
        """
        names: Globals = {"__name__": self._assignment.module}
        exec(self._model_answer, names)  # noqa: S102  the course's own code
        for part in parts:
            if isinstance(part, type):
                module = {"__module__": self._assignment.module}
                names[task] = type(task, (part, names[task]), module)
            else:
                names[task] = part
        return names

    def kernel(self, names: Globals) -> InProcessWorker:
        """Return the in-process replacement of a worker."""
        return InProcessWorker(Namespace(names), self._files)

    def student(self, kernel: Endpoint, record: Record | None = None) -> Student:
        """Return the object that a check uses as the student; ``record`` receives each reply."""
        return Student(
            (),
            level=Level.PROCESS,
            files={},
            limits=self._assignment.manifest.limits,
            module=self._assignment.module,
            worker=kernel,
            record=record,
        )

    @cached_property
    def _model_answer(self) -> CodeType:
        source = self._assignment.source
        return compile(source.read_text(encoding="utf-8"), str(source), "exec")


class Replayer:
    """Replays a transcript, raising at the first difference or at its end.

    Parameters
    ----------
    kernel : InProcessWorker
        What answers.
    transcript : Transcript
        What came from the student's code; not empty.
    """

    alive = True
    starved = 0.0

    def __init__(self, kernel: InProcessWorker, transcript: Transcript) -> None:
        self._kernel = kernel
        self._transcript = transcript
        self._position = 0

    def request(self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any) -> Fields:
        """Make a request and return the fields of the reply.

        Raises
        ------
        ReplayMismatch
            The reply is not that of the transcript.
        ReplayMatched
            It is, and was the last.
        """
        reply = self._kernel.request(op, seconds=seconds, codec=codec, **fields)
        if op != "load":
            self._compare(Exchange(op, fields.get("name"), reply))
        return reply

    def kill(self, reason: str) -> None:
        """Do nothing: there is no process."""

    def _compare(self, mine: Exchange) -> None:
        theirs = self._transcript[self._position]
        self._position += 1
        asked_the_same = (mine.op, mine.name) == (theirs.op, theirs.name)
        if not asked_the_same or not same_reply(mine.reply, theirs.reply):
            raise ReplayMismatch
        if self._position == len(self._transcript):
            raise ReplayMatched
