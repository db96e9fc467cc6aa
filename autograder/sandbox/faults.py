"""What can go wrong with a student's code: each fault's text is what the student reads."""

from autograder.i18n import _


class StudentFault(Exception):
    """The student's code did not give a result; ``str()`` is one or more translated sentences."""


class NotStarted(StudentFault):
    """The code still raises ``NotImplementedError("NAME: not written yet")``.

    Attributes
    ----------
    name : str
        The qualified name of what is not written, which may be another task's.
    """

    def __init__(self, name: str) -> None:
        super().__init__(_("`{name}` is not written yet.").format(name=name))
        self.name = name


class Missing(StudentFault):
    """There is no such function, class or attribute."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


class WrongSignature(StudentFault):
    """The definition does not accept the arguments of the call."""


class Raised(StudentFault):
    """The code raised an exception.

    Attributes
    ----------
    exception : str
        Python's own name of the exception, or of its nearest ancestor that Python defines.
    """

    def __init__(self, exception: str, sentence: str) -> None:
        super().__init__(sentence)
        self.exception = exception


class TimedOut(StudentFault):
    """The code took too long and was stopped.

    Attributes
    ----------
    seconds : float
        The limit.
    """

    def __init__(self, seconds: float, sentence: str) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class Crashed(StudentFault):
    """The process of the student's code ended, or had to be ended."""


class BadResult(StudentFault):
    """What the code returned cannot be handed over."""
