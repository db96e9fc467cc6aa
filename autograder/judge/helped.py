"""The student's code once more, with the reference in place of functions that are not right."""

from collections.abc import Callable, Collection

from autograder.judge.answering import Answering
from autograder.judge.reference import Reference
from autograder.judge.tape import Recorder, Tapes
from autograder.sandbox.session import Answers
from autograder.sandbox.student import Student

Through = Callable[[Answers], Answers]


class Helper:
    """Judges tasks by themselves.

    Parameters
    ----------
    reference : Reference
        Answers.
    load : callable
        Gives the student's code in a fresh worker, with something between judge and worker.
    tapes : Tapes
        Where is written what passes.
    """

    def __init__(
        self, reference: Reference, load: Callable[[Through], Student], tapes: Tapes
    ) -> None:
        self._reference = reference
        self._load = load
        self._tapes = tapes
        self._answered: list[str] = []
        self._student: Student | None = None

    def known(self, names: Collection[str]) -> list[str]:
        """Return those of the tasks that the reference can answer for."""
        return self._reference.known(names)

    def student(self, answered: list[str], until: float) -> Student:
        """Return the code with the reference in place of these functions.

        Tasks that need the same help share a worker; none that help is given for is checked in it.

        Parameters
        ----------
        answered : list of str
            What the reference answers for.
        until : float
            Value of ``time.monotonic()`` at which the submission has used up its time.
        """
        if self._student is None or self._answered != answered:
            self._close_student()
            self._reference.start()
            self._answered = answered
            self._student = self._load(self._through)
        self._student.deadline = self._reference.deadline = until
        return self._student

    def close(self) -> None:
        """End all workers."""
        self._close_student()
        self._reference.close()

    def _through(self, worker: Answers) -> Answers:
        return Recorder(Answering(worker, self._answered, self._reference), self._tapes)

    def _close_student(self) -> None:
        if self._student is not None:
            self._student.close()
