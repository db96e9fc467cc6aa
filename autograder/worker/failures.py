"""Describe errors of student code as plain data for the judge."""

import builtins
import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from types import TracebackType
from typing import Any

from . import protocol

LONGEST_MESSAGE = 2000
MOST_NAMES = 500

Failure = dict[str, Any]


def raised(error: BaseException, files: Collection[str]) -> Failure:
    """Describe an exception: its type, its text, and the innermost line of the student's own.

    Parameters
    ----------
    error : BaseException
        What the student's code raised.
    files : collection of str
        The file names under which the student's cells were compiled.
    """
    return {
        "fault": "raised",
        "type": type(error).__name__,
        "exception": _builtin_name(type(error)),
        "message": _text_of(error),
        "place": _place(error, files),
    }


def wrong_signature(
    error: TypeError,
    function: Callable[..., Any],
    arguments: Sequence[Any],
    keywords: Mapping[str, Any],
) -> Failure | None:
    """Describe a call that does not fit the definition; None if that is not what the error is."""
    traceback = error.__traceback__
    if traceback is None or traceback.tb_next is not None:  # it came from within the function
        return None
    try:
        signature = inspect.signature(function)
        definition = _definition(function)
    except (TypeError, ValueError):
        return None
    try:
        signature.bind(*arguments, **keywords)
    except TypeError:
        return {"fault": "signature", "definition": definition[:LONGEST_MESSAGE]}
    return None


def missing(known: Collection[str]) -> Failure:
    """Describe a name that is not there, with the names that are."""
    names = [name for name in known if isinstance(name, str) and not name.startswith("_")]
    return {"fault": "missing", "known": names[:MOST_NAMES]}


def bad_result(error: protocol.Unsendable) -> Failure:
    """Describe a result that cannot be sent to the judge."""
    return {"fault": "result", "reason": error.reason, "what": error.what}


def _definition(function: Callable[..., Any]) -> str:
    """Write the first line of the definition as the student wrote it, with ``self``."""
    if isinstance(function, type):
        written = inspect.getattr_static(function, "__init__")
        if not inspect.isfunction(written):
            return f"{function.__name__}{inspect.signature(function)}"
        function = written
    written = inspect.unwrap(getattr(function, "__func__", function))
    return f"def {written.__name__}{inspect.signature(written)}"


def _builtin_name(kind: type[BaseException]) -> str:
    """Name the nearest ancestor that Python itself defines."""
    names = (base.__name__ for base in kind.__mro__ if base.__module__ == builtins.__name__)
    return next(names, "BaseException")


def _text_of(error: BaseException) -> str:
    try:
        return str(error)[:LONGEST_MESSAGE]
    except BaseException:  # its __str__ is the student's
        return ""


def _place(error: BaseException, files: Collection[str]) -> tuple[str, int, str] | None:
    """Return file, line and function of the innermost frame that is in the student's files."""
    if isinstance(error, SyntaxError) and error.filename and error.filename in files:
        return error.filename, error.lineno or 1, ""
    place = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename in files:
            place = code.co_filename, step.tb_lineno or 1, code.co_name
        step = step.tb_next
    return place
