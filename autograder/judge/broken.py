"""Tell an error of a check from one that a value of the student causes."""

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import ModuleType

from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.expect import CheckFailure
from autograder.i18n import _
from autograder.judge.check import Check, HeldBack
from autograder.judge.reference import AskedTooOften
from autograder.sandbox.faults import StudentFault

# what ends a check in an orderly way; a plain `assert` is a check, too
_ORDERLY = (CheckFailure, StudentFault, HeldBack, AskedTooOften, AssertionError, KitError)
# no value that a student returns raises one of these in somebody else's code
_NEVER_OF_A_VALUE = (NameError, ImportError, SyntaxError)


class BrokenCheck(Exception):
    """A check failed by a mistake of its own; the text is a sentence for the student."""


def is_unexpected(error: BaseException | None) -> bool:
    """Return whether an exception ended a check that is neither a verdict nor a student's fault."""
    return isinstance(error, Exception) and not isinstance(error, _ORDERLY)


def is_own(error: BaseException) -> bool:
    """Return whether an unexpected exception is the check's own, whatever the student returned.

    That is a name that does not exist, or an attribute that a module does not have. Any other may
    come from a value: what settles it is whether the model answer meets with the same.
    """
    if isinstance(error, AttributeError):
        return isinstance(error.obj, ModuleType)
    return isinstance(error, _NEVER_OF_A_VALUE)


def broken(check: Check, error: BaseException, assignment: Assignment) -> BrokenCheck:
    """Return the verdict on a check that fails by itself, with file and line of the mistake."""
    root = assignment.course or assignment.folder
    file, line = list(_places(check, error, root))[-1]
    text = _(
        "This could not be checked: the check itself failed ({kind} in {file}, line {line}). "
        "That is not a mistake in your code. These points stay open until the check is fixed."
    )
    return BrokenCheck(text.format(kind=type(error).__name__, file=file, line=line))


def _places(check: Check, error: BaseException, root: Path) -> Iterator[tuple[str, int]]:
    """Yield the check, then each line of the course that the exception went through."""
    yield check.item.path.name, check.item.function.__code__.co_firstlineno
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file == check.item.path or _is_of_the_course(file, root):
            yield file.name, line


def _is_of_the_course(file: Path, root: Path) -> bool:
    program = Path(__file__).parent.parent
    return (
        file.is_relative_to(root)
        and not file.is_relative_to(program)
        and ("site-packages" not in file.parts)
    )
