"""The student's code as a check sees it."""

from collections import abc
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.sandbox.explain import Cell
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from autograder.sandbox.proxies import Callable
from autograder.sandbox.session import Answers, LoadResult, Session, Setting


def _directly(worker: Answers) -> Answers:
    return worker


class Student:
    """The code of one submission, in a worker that is started when needed.

    An attribute is a function or class of the student: ``student.softmax(Z)``.

    Parameters
    ----------
    code_cells : sequence of Cell
        The student's code.
    level : Level
        How well the worker is isolated.
    files : mapping of str to Path
        The data sets that the worker may map.
    limits : Limits
        Seconds and memory.
    module : str
        Name of the student's module.
    worker : Worker or other Answers, optional
        One that has been started before, for the same level, files and limits.
    through : callable
        Puts something between the judge and each worker.
    """

    def __init__(
        self,
        code_cells: Sequence[Cell],
        *,
        level: Level,
        files: Mapping[str, Path],
        limits: Limits,
        module: str,
        worker: Answers | None = None,
        through: abc.Callable[[Answers], Answers] = _directly,
    ) -> None:
        setting = Setting(level, files, limits, module)
        self._session = Session(code_cells, setting, worker, through)

    @property
    def seconds(self) -> float:
        """Wall-clock limit of each call to come."""
        return self._session.seconds

    @seconds.setter
    def seconds(self, value: float) -> None:
        self._session.seconds = value

    @property
    def deadline(self) -> float | None:
        """Value of ``time.monotonic()`` at which the submission has used up its time."""
        return self._session.deadline

    @deadline.setter
    def deadline(self, value: float | None) -> None:
        self._session.deadline = value

    def load(self) -> LoadResult:
        """Load the code if it is not loaded; the first call would do it.

        Raises
        ------
        StudentFault
            The code ended or outlasted its process; it is not tried again.
        """
        return self._session.load()

    def close(self) -> None:
        """End the worker."""
        self._session.close()

    def __getattr__(self, name: str) -> Callable:
        # copy, pytest and debuggers probe for such names
        if name.startswith("__"):
            raise AttributeError(name)
        return Callable(self._session, None, name, name)
