"""Convert a worker's error reports to messages without trusting them."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from autograder.course.manifest import Limits
from autograder.data.dataset import Mapped
from autograder.i18n import _
from autograder.intake import Cell
from autograder.sandbox import faults

LONGEST = 500
_MUCH_PRINTED = 1 << 20
_LONGEST_VALUE = 20
_DIGITS = re.compile(r"\d")
_UNDEFINED = re.compile(r"name '(\w{1,200})' is not defined.*", re.DOTALL)
_PACKAGE = re.compile(r"No module named '([\w.]{1,200})'.*", re.DOTALL)
_NOT_WRITTEN = re.compile(r"([A-Za-z_][\w.]{0,200}): not written yet")


class Explainer:
    """Makes faults of failures; knows the student's code, to show the line that one comes from.

    A failure is a dictionary as :mod:`autograder.worker.failures` makes it, or as a student made
    it who got hold of the worker.

    Parameters
    ----------
    cells : sequence of Cell
        The code.
    limits : Limits
        Of the submission.
    lost : mapping of str to str
        Why there is nothing of these names; what fails while the code is loaded adds to it.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        limits: Limits,
        lost: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._cells = cells
        self._limits = limits
        self._lost = dict(lost)

    def fault(self, failure: Mapping[str, Any], called: str, call: str) -> faults.StudentFault:
        """Return the fault that a failure amounts to.

        Parameters
        ----------
        failure : mapping
            What the worker reports.
        called : str
            What was asked for: ``"softmax"`` or ``"SingleLayer.fit"``.
        call : str
            The same with its arguments, as :func:`written_out` shows it.
        """
        match text(failure.get("fault")):
            case "missing":
                return self._missing(failure, called)
            case "signature":
                return _wrong_signature(failure, called, call)
            case "result":
                return _bad_result(failure, called)
            case _:
                return self._raised(failure, called)

    def problems(self, reply: Mapping[str, Any]) -> Iterator[str]:
        """Say what was wrong when the code was loaded."""
        for failure in items(reply.get("problems")):
            if isinstance(failure, dict):
                problem = self._problem(failure)
                names = map(text, items(failure.get("names")))
                self._lost |= dict.fromkeys(names, problem)
                yield problem
        length = reply.get("printed")
        if isinstance(length, int) and length > _MUCH_PRINTED:
            sentence = _("Your code prints {size} MB while it is being loaded; print less.")
            yield sentence.format(size=length >> 20)

    def _problem(self, failure: Mapping[str, Any]) -> str:
        exception, message = text(failure.get("exception")), text(failure.get("message"))
        unwritten = _NOT_WRITTEN.fullmatch(message)
        name = unwritten[1] if unwritten else text(failure.get("name"))
        sentences = {
            "absent": _("`{name}` is neither installed here nor one of your files."),
            "stopped": _(
                "This took too long while your code was being loaded, and was stopped. Below it "
                "only imports, definitions and constants were run."
            ),
            "stub": _("An unwritten copy of `{name}` was left out."),
            "overwritten": _(
                "`{name}` is overwritten here. The functions above were checked with its earlier "
                "value."
            ),
        }
        if (kind := text(failure.get("fault"))) in sentences:
            sentence = sentences[kind]
        elif exception == "NotImplementedError" and unwritten:
            sentence = _("Your code calls `{name}` while it is being loaded: not written yet.")
        elif exception == "SystemExit":
            sentence = _("Your code calls exit() while it is being loaded.")
        elif exception == "ModuleNotFoundError":
            name = _package(message)
            sentence = sentences["absent"]
        else:
            sentence = _("Your code raises an exception while it is being loaded: {what}")
        told = sentence.format(name=name, what=_type_and_message(failure))
        return told + self._place(failure)

    def _raised(self, failure: Mapping[str, Any], called: str) -> faults.StudentFault:
        exception, message = text(failure.get("exception")), text(failure.get("message"))
        unwritten = _NOT_WRITTEN.fullmatch(message)
        if exception == "NotImplementedError" and unwritten:
            return faults.NotStarted(unwritten[1])
        place = self._place(failure)
        if exception == "MemoryError":
            sentence = _("`{name}` needed more than {size} MB of memory.")
            size = self._limits.memory_mb
            return faults.Crashed(sentence.format(name=called, size=size) + place)
        if exception == "SystemExit":
            sentence = _("`{name}` called exit() instead of returning.")
        elif exception == "ModuleNotFoundError":
            sentence = _("`{name}` needs `{package}`, which is not installed here.")
        else:
            sentence = _("`{name}` raised an exception: {what}")
        what, package = _type_and_message(failure), _package(message)
        told = sentence.format(name=called, what=what, package=package) + place
        undefined = _UNDEFINED.fullmatch(message)
        cause = self._lost.get(undefined[1]) if undefined else None
        return faults.Raised(exception, f"{told}\n{cause}" if cause else told)

    def _missing(self, failure: Mapping[str, Any], called: str) -> faults.Missing:
        """Say that a name is not there, and why if that is known."""
        cause = self._lost.get(called.partition(".")[0])
        if cause is None:
            return _missing(failure, called)
        sentence = _("`{name}` could not be defined.").format(name=called)
        return faults.Missing(called, f"{sentence}\n{cause}")

    def _place(self, failure: Mapping[str, Any]) -> str:
        """Show where in the student's code it happened, if it did happen there."""
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
        shown = where.format(file=label, line=line, function=text(function))
        return f"\n  {shown}\n    {source.strip()[:LONGEST]}"

    def _line(self, label: str, line: int) -> str | None:
        for first, lines in self._lines.get(label, ()):
            if 0 <= line - first < len(lines):
                return lines[line - first]
        return None

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[tuple[int, list[str]]]]:
        """The lines of each cell by its label, with the number of the first."""
        found = defaultdict(list)
        for cell in self._cells:
            found[cell.label].append((cell.first_line, cell.source.split("\n")))
        return found


def written_out(called: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """Write a call as a person would, arrays by their shapes: ``"CEcost(array(4, 5), 1)"``."""
    shown = [_shown(value) for value in args]
    shown += [f"{name}={_shown(value)}" for name, value in kwargs.items()]
    return f"{called}({', '.join(shown)})"


def items(value: Any, most: int = 1000) -> list[Any]:
    """Return the beginning of the value if it is a list, else an empty one."""
    return value[:most] if isinstance(value, list) else []


def text(value: Any, most: int = LONGEST) -> str:
    """Return the beginning of the value if it is a string, else an empty one."""
    return value[:most] if isinstance(value, str) else ""


def _shown(value: Any) -> str:
    array = value.array if isinstance(value, Mapped) else value
    if isinstance(array, np.ndarray):
        return f"array{array.shape}"
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_VALUE else type(value).__name__


def _type_and_message(failure: Mapping[str, Any]) -> str:
    kind, message = text(failure.get("type")), text(failure.get("message"))
    return f"{kind}: {message}" if message else kind


def _package(message: str) -> str:
    found = _PACKAGE.fullmatch(message)
    return found[1] if found else "?"


def _missing(failure: Mapping[str, Any], called: str) -> faults.Missing:
    sentence = _("There is no `{name}` in your code.").format(name=called)
    # l1_cost is no slip for l2_cost, nor for CEcost
    digits = _DIGITS.findall(called)
    names = [
        name for name in map(text, items(failure.get("known"))) if _DIGITS.findall(name) == digits
    ]
    close = difflib.get_close_matches(called.rpartition(".")[2], names, n=1)
    if close:
        sentence += " " + _("Did you mean `{name}`?").format(name=close[0])
    return faults.Missing(called, sentence)


def _wrong_signature(failure: Mapping[str, Any], called: str, call: str) -> faults.WrongSignature:
    sentence = _("`{name}` cannot be called as `{call}`: your definition is `{definition}`.")
    definition = text(failure.get("definition"))
    return faults.WrongSignature(sentence.format(name=called, call=call, definition=definition))


def _bad_result(failure: Mapping[str, Any], called: str) -> faults.BadResult:
    sentences = {
        "dtype": _("`{name}` returned an array of dtype {what}; return an array of numbers."),
        "size": _("`{name}` returned more data than the limit of 256 MB."),
        "depth": _("`{name}` returned a {what} that is nested too deeply or contains itself."),
        "number": _("`{name}` returned a {what} that is too large."),
    }
    otherwise = _("`{name}` returned a {what}; return numbers or arrays.")
    sentence = sentences.get(text(failure.get("reason")), otherwise)
    return faults.BadResult(sentence.format(name=called, what=text(failure.get("what"))))
