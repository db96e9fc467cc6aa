"""Grade the course's own code in this process, to test the checks.

Misconceptions must lose points, other right ways must not, and so must no mutation of the model
answer. They are trusted code, and in this process one costs milliseconds.
"""

import math
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

from autograder.course.root import Assignment
from autograder.intake import Code, Submission
from autograder.judge.judge import Judge
from autograder.judge.replay import InProcessSubject
from autograder.report.model import Report
from autograder.sandbox.inprocess import Globals, InProcessWorker
from autograder.sandbox.levels import Level
from autograder.sandbox.worker_process import ReferenceCodec


class DryRun:
    """Grades names instead of a file; a context manager.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    quick : bool
        Whether to leave out the checks that work on the data set.
    seconds : float
        After this time a call is interrupted; the main thread only.

    Attributes
    ----------
    subject : InProcessSubject
        Makes the names.
    """

    def __init__(
        self, assignment: Assignment, *, quick: bool = False, seconds: float = 10.0
    ) -> None:
        self._judge = Judge(assignment, hidden=True, level=Level.PROCESS, quick=quick)
        self._seconds = seconds
        self.subject = InProcessSubject(assignment, self._judge.dataset)

    def grade(self, names: Globals, label: str) -> Report:
        """Grade these definitions; the label determines the random inputs."""
        kernel = _Interrupted(self.subject.kernel(names), self._seconds)
        code = Code(cells=(), digest=label)
        submission = Submission(student=label, path=None, code=code)
        return self._judge.grade(submission, stand_in=kernel)

    def first_failure(self, names: Globals, label: str) -> str | None:
        """Run the checks until one fails; return its name, or None."""
        student = self.subject.student(_Interrupted(self.subject.kernel(names), self._seconds))
        student.seconds = math.inf  # a busy machine is no failure
        return self._judge.first_failure(student, label)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._judge.close()


class _Interrupted:
    """Like an in-process worker, but with a time limit."""

    alive = True
    starved = 0.0

    def __init__(self, kernel: InProcessWorker, seconds: float) -> None:
        self._kernel = kernel
        self._seconds = seconds

    def request(self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any) -> Any:
        """Make a request and return the fields of the reply."""
        with _alarm(self._seconds):
            return self._kernel.request(op, seconds=seconds, codec=codec, **fields)

    def kill(self, reason: str) -> None:
        """Do nothing: there is no process."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the main thread after so many seconds."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"interrupted after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
