"""Sentences for a worker that ended before it replied."""

import signal

from autograder.i18n import _
from autograder.sandbox import faults
from autograder.sandbox.connection import MOST_OUTPUT
from autograder.sandbox.limits import Limits
from autograder.sandbox.process import Ended


def during_call(ended: Ended, called: str, seconds: float) -> faults.StudentFault:
    """Return the fault of a call that did not come back.

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
        return faults.TimedOut(seconds, sentence.format(name=called, seconds=seconds))
    sentences = {
        "flood": _("`{name}` wrote more than {size} MB of output and was stopped."),
        "exit": _("`{name}` ended the process (exit status {code}) instead of returning."),
        "signal": _("`{name}` crashed the process ({signal}) instead of returning."),
        "lost": _(
            "The process of `{name}` was ended from outside, by no fault of the code; it has to "
            "be graded again."
        ),
    }
    otherwise = _("`{name}` disturbed the process that runs it, which was stopped.")
    return _crashed(sentences.get(ended.reason, otherwise), ended, called)


def during_loading(ended: Ended, seconds: float) -> faults.StudentFault:
    """Return the fault of code that could not be loaded."""
    if ended.reason == "timeout":
        sentence = _("Loading your code took longer than {seconds:g} s and was stopped.")
        return faults.TimedOut(seconds, sentence.format(seconds=seconds))
    sentences = {
        "flood": _("Your code wrote more than {size} MB of output while it was being loaded."),
        "exit": _("Your code ended the process while it was being loaded (exit status {code})."),
        "signal": _("Your code crashed the process while it was being loaded ({signal})."),
        "lost": _(
            "The process that loads the code was ended from outside, by no fault of the code; it "
            "has to be graded again."
        ),
    }
    otherwise = _("Your code disturbed the process that loads it, which was stopped.")
    return _crashed(sentences.get(ended.reason, otherwise), ended, "")


def out_of_time(limits: Limits) -> faults.TimedOut:
    """Return the fault of a submission whose whole time is used up."""
    seconds = limits.submission_seconds
    sentence = _("The submission as a whole has used up its {seconds:g} s.")
    return faults.TimedOut(seconds, sentence.format(seconds=seconds))


def gone(class_name: str) -> faults.Crashed:
    """Return the fault of an object that went down with its process."""
    sentence = _("The `{name}` object is gone: the process that held it had to be stopped.")
    return faults.Crashed(sentence.format(name=class_name))


def _crashed(sentence: str, ended: Ended, called: str) -> faults.Crashed:
    return faults.Crashed(
        sentence.format(
            name=called, size=MOST_OUTPUT >> 20, code=ended.code, signal=_signal_name(ended.code)
        )
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
