"""Known misconceptions: small wrong implementations that the judge compares with.

A course keeps those of an assignment in ``reference_impl/TOPIC/misconceptions/``, with a file for
each task or part of a task. A function takes the place of the task's function. For a task that is a
class, the implementation is a class too: its methods override those of a correct one, which
``super()`` reaches. They are written as a student would write them, without types, and may use the
reference implementation for what is not the point.
"""

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from pkgutil import iter_modules
from typing import Any

from autograder.course.root import REFERENCE, Assignment
from autograder.i18n import Text

FOLDER = "misconceptions"
_KOREAN = re.compile(r"^ko: ")


@dataclass(frozen=True)
class Misconception:
    """A known way to get a task wrong.

    Attributes
    ----------
    id : str
        Its name in this assignment.
    tasks : tuple of str
        Names of the tasks that are got wrong in this way.
    text, hint : Text
        What is wrong, and what to look at: what a student reads.
    code : function or class
        The implementation.
    """

    id: str
    tasks: tuple[str, ...]
    text: Text
    hint: Text
    code: Any


@dataclass(frozen=True)
class Style:
    """A correct solution of a task whose values differ from the model answer's.

    How initial weights are drawn from the seed is free, for example.

    Attributes
    ----------
    task : str
        Name of the task, a class.
    code : class
        The methods that differ.
    """

    task: str
    code: Any


def misconception(*tasks: str) -> Callable[[Any], Misconception]:
    """Turn an implementation into a misconception.

    The docstring has four paragraphs: what is wrong, a hint, and both in Korean, the first of
    these after ``ko:``.

    Parameters
    ----------
    *tasks : str
        Names of the tasks, mostly one.

    Raises
    ------
    ValueError
        If the docstring is not of that form.
    """

    def make(code: Any) -> Misconception:
        paragraphs = cleandoc(code.__doc__ or "").split("\n\n")
        if len(paragraphs) != 4 or not _KOREAN.match(paragraphs[2]):
            raise ValueError(f"{code.__name__}: four paragraphs, the third beginning with 'ko:'")
        text, hint, korean, korean_hint = (" ".join(each.split()) for each in paragraphs)
        return Misconception(
            id=code.__name__,
            tasks=tasks,
            text=Text(en=text, ko=_KOREAN.sub("", korean)),
            hint=Text(en=hint, ko=korean_hint),
            code=code,
        )

    return make


def style(task: str) -> Callable[[Any], Style]:
    """Register another correct solution of a class."""
    return lambda code: Style(task, code)


@dataclass(frozen=True)
class Catalogue:
    """The misconceptions and styles of an assignment.

    Attributes
    ----------
    known : tuple of Misconception
        The ways to get it wrong.
    styles : tuple of Style
        The ways to get it right that the model answer does not show.
    """

    known: tuple[Misconception, ...] = ()
    styles: tuple[Style, ...] = ()


def catalogue_of(assignment: Assignment) -> Catalogue:
    """Collect the misconceptions of an assignment, if it has any.

    Parameters
    ----------
    assignment : Assignment
        Of a course that a judge has made importable.
    """
    folder = assignment.reference
    if folder is None or not (folder / FOLDER).is_dir():
        return Catalogue()
    package = importlib.import_module(f"{REFERENCE}.{assignment.module}.{FOLDER}")
    files = [
        importlib.import_module(f"{package.__name__}.{each.name}")
        for each in iter_modules(package.__path__)
    ]
    values = [value for file in files for value in vars(file).values()]
    return Catalogue(
        known=tuple(each for each in values if isinstance(each, Misconception)),
        styles=tuple(each for each in values if isinstance(each, Style)),
    )
