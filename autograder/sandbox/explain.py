"""Make sentences for the student of what a worker reports; nothing of a report is trusted."""

import difflib
import re
import signal
from collections.abc import Sequence
from typing import Any, Protocol

from autograder.i18n import _
from autograder.sandbox import faults
from autograder.sandbox.connection import MOST_OUTPUT
from autograder.sandbox.limits import Limits
from autograder.sandbox.process import Ended

LONGEST = 500
_NOT_WRITTEN = re.compile(r"([A-Za-z_][\w.]{0,200}): not written yet")


class Cell(Protocol):
    """A piece of a student's code, see :class:`autograder.intake.Cell`."""

    @property
    def source(self) -> str:
        """The code."""

    @property
    def first_line(self) -> int:
        """The number of its first line in the file."""

    @property
    def label(self) -> str:
        """The name of the file, or of the cell of a notebook."""


class Explainer:
    """Knows the student's code, to show the line that a failure comes from."""

    def __init__(self, cells: Sequence[Cell], limits: Limits) -> None:
        self._cells = cells
        self._limits = limits

    def fault(self, failure: dict[str, Any], called: str) -> faults.StudentFault:
        """Return the exception for a failure that the worker describes.

        Parameters
        ----------
        failure : dict
            As made by :mod:`autograder.worker.failures`, or by a student who forged it.
        called : str
            What was asked for: ``"softmax"`` or ``"SingleLayer.fit"``.
        """
        kind = failure.get("fault")
        if kind == "missing":
            return self._missing(failure, called)
        if kind == "signature":
            return self._signature(failure, called)
        if kind == "result":
            return faults.BadResult(self._bad_result(failure, called))
        return self._raised(failure, called)

    def ended(self, ended: Ended, called: str, seconds: float) -> faults.StudentFault:
        """Return the exception for a worker that ended during a call."""
        if ended.reason == "timeout":
            sentence = _("`{name}` took longer than {seconds:g} s and was stopped.")
            return faults.TimedOut(seconds, sentence.format(name=called, seconds=seconds))
        if ended.reason == "flood":
            sentence = _("`{name}` wrote more than {size} MB of output and was stopped.")
            return faults.Crashed(sentence.format(name=called, size=MOST_OUTPUT >> 20))
        if ended.reason == "exit":
            sentence = _("`{name}` ended the process (exit status {code}) and did not return.")
            return faults.Crashed(sentence.format(name=called, code=ended.code))
        if ended.reason == "signal":
            sentence = _("`{name}` crashed the process ({signal}) and did not return.")
            return faults.Crashed(sentence.format(name=called, signal=_name(ended.code)))
        sentence = _("`{name}` interfered with the process that runs it, which was stopped.")
        return faults.Crashed(sentence.format(name=called))

    def out_of_time(self) -> faults.TimedOut:
        """Return the exception for a submission whose whole time is used up."""
        seconds = self._limits.submission_seconds
        sentence = _("The submission as a whole has used up its {seconds:g} s.")
        return faults.TimedOut(seconds, sentence.format(seconds=seconds))

    def problems(self, reply: dict[str, Any]) -> list[str]:
        """Say what went wrong when the code was loaded."""
        return [self._problem(failure) for _number, failure in reply["problems"]]

    def _problem(self, failure: dict[str, Any]) -> str:
        """Say what happened when a cell of the code was run."""
        kind, message = _text(failure.get("type")), _text(failure.get("message"))
        if failure.get("exception") == "SystemExit":
            sentence = _("Your code calls exit() while it is being loaded.")
        elif failure.get("exception") == "ModuleNotFoundError":
            sentence = _("Your code needs a package that is not there: {message}.")
        else:
            sentence = _("Your code raises {kind} while it is being loaded: {message}")
        return sentence.format(kind=kind, message=message) + self._place(failure)

    def _raised(self, failure: dict[str, Any], called: str) -> faults.StudentFault:
        exception, message = _text(failure.get("exception")), _text(failure.get("message"))
        unwritten = _NOT_WRITTEN.fullmatch(message)
        if exception == "NotImplementedError" and unwritten:
            return faults.NotStarted(unwritten[1])
        if exception == "SystemExit":
            sentence = _("`{name}` called exit() and did not return.")
        elif exception == "MemoryError":
            sentence = _("`{name}` needed more than {size} MB of memory.")
        elif message:
            sentence = _("`{name}` raised {kind}: {message}")
        else:
            sentence = _("`{name}` raised {kind}.")
        filled = sentence.format(
            name=called,
            kind=_text(failure.get("type")),
            message=message,
            size=self._limits.memory_mb,
        )
        if exception == "MemoryError":
            return faults.Crashed(filled + self._place(failure))
        return faults.Raised(exception, filled + self._place(failure))

    def _missing(self, failure: dict[str, Any], called: str) -> faults.Missing:
        known = failure.get("known")
        names = [_text(name) for name in known] if isinstance(known, list) else []
        name = called.rpartition(".")[2]
        sentence = _("There is no `{name}` in your code.").format(name=called)
        close = difflib.get_close_matches(name, names, n=1)
        if close:
            sentence += " " + _("Did you mean `{name}`?").format(name=close[0])
        return faults.Missing(called, sentence)

    def _signature(self, failure: dict[str, Any], called: str) -> faults.WrongSignature:
        definition = _text(failure.get("definition"))
        sentence = _("`{name}` cannot be called like this: your definition is `{definition}`.")
        return faults.WrongSignature(
            sentence.format(name=called, definition=called.rpartition(".")[2] + definition)
        )

    def _bad_result(self, failure: dict[str, Any], called: str) -> str:
        sentences = {
            "dtype": _("`{name}` returned an array of dtype {what}; return numbers."),
            "size": _("`{name}` returned more data than can be handed over (256 MB)."),
            "depth": _("`{name}` returned a {what} that is nested too deeply, or holds itself."),
            "number": _("`{name}` returned a {what} that is too large."),
        }
        other = _("`{name}` returned a {what}; return numbers or arrays.")
        sentence = sentences.get(_text(failure.get("reason")), other)
        return sentence.format(name=called, what=_text(failure.get("what")))

    def _place(self, failure: dict[str, Any]) -> str:
        """Return the lines that show where it happened, or nothing."""
        match failure.get("place"):
            case (str() as label, int() as line, str() as function):
                source = self._line(label, line)
            case _:
                return ""
        if source is None:
            return ""
        where = _("{file}, line {line}, in {function}:")
        if function in ("", "<module>"):
            where = _("{file}, line {line}:")
        text = where.format(file=label, line=line, function=_text(function))
        return f"\n  {text}\n    {source.strip()[:LONGEST]}"

    def _line(self, label: str, line: int) -> str | None:
        for cell in self._cells:
            lines = cell.source.splitlines()
            if cell.label == label and 0 <= line - cell.first_line < len(lines):
                return lines[line - cell.first_line]
        return None


def _text(value: Any) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
