"""Faults of student code; the text of a fault is shown to the student."""

import signal

from autograder.course.manifest import Limits
from autograder.i18n import _
from autograder.sandbox.connection import MOST_OUTPUT
from autograder.sandbox.processes import Ended


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
    """The returned value cannot be sent to the judge."""


def during_call(ended: Ended, called: str, seconds: float) -> StudentFault:
    """Return the fault of a call that did not return.

    Parameters
    ----------
    ended : Ended
        How the worker ended.
    called : str
        What was called: ``"softmax"``, ``"SingleLayer.fit"``.
    seconds : float
        The limit that was set.
    """
    if ended.reason == "timeout":
        sentence = _("`{name}` took longer than {seconds:g} s and was stopped.")
        return TimedOut(seconds, sentence.format(name=called, seconds=seconds))
    sentences = {
        "flood": _("`{name}` wrote more than {size} MB of output and was stopped."),
        "exit": _("`{name}` ended the process (exit status {code}) instead of returning."),
        "signal": _("`{name}` crashed the process ({signal}) instead of returning."),
        "lost": _(
            "The process of `{name}` was killed from outside. This is not the code's "
            "fault; the submission must be graded again."
        ),
    }
    otherwise = _("`{name}` interfered with the process that runs it and was stopped.")
    return _crashed(sentences.get(ended.reason, otherwise), ended, called)


def during_loading(ended: Ended, seconds: float) -> StudentFault:
    """Return the fault of code that could not be loaded."""
    if ended.reason == "timeout":
        sentence = _("Loading your code took longer than {seconds:g} s and was stopped.")
        return TimedOut(seconds, sentence.format(seconds=seconds))
    sentences = {
        "flood": _("Your code wrote more than {size} MB of output while it was being loaded."),
        "exit": _("Your code ended the process while it was being loaded (exit status {code})."),
        "signal": _("Your code crashed the process while it was being loaded ({signal})."),
        "lost": _(
            "The process that loads the code was killed from outside. This is not the "
            "code's fault; the submission must be graded again."
        ),
    }
    otherwise = _("Your code interfered with the process that loads it and was stopped.")
    return _crashed(sentences.get(ended.reason, otherwise), ended, "")


def out_of_time(limits: Limits) -> TimedOut:
    """Return the fault of a submission whose whole time is used up."""
    seconds = limits.submission_seconds
    sentence = _("The submission has used up its time limit of {seconds:g} s.")
    return TimedOut(seconds, sentence.format(seconds=seconds))


def gone(class_name: str) -> Crashed:
    """Return the fault of an object whose process has ended."""
    sentence = _("The `{name}` object is gone: its process had to be stopped.")
    return Crashed(sentence.format(name=class_name))


def _crashed(sentence: str, ended: Ended, called: str) -> Crashed:
    return Crashed(
        sentence.format(
            name=called, size=MOST_OUTPUT >> 20, code=ended.code, signal=_signal_name(ended.code)
        )
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
