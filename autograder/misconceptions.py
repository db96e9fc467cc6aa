"""Known ways to get a task wrong, each a small implementation that the judge compares with.

A folder for each assignment, of the name of its module, with a file for each task or part of a
task. A function takes the place of the task's function. For a task that is a class, the
implementation is a class too: its methods go before those of a right answer, which ``super()``
reaches. Code here is written as a student would write it, without types, and may use the oracle for
what is not the point.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import Any, NamedTuple

_KOREAN = re.compile(r"^ko: ")


class Sentence(NamedTuple):
    """A sentence in English and Korean."""

    en: str
    ko: str


@dataclass(frozen=True)
class Misconception:
    """A known way to get a task wrong.

    Attributes
    ----------
    id : str
        Its name in this assignment.
    tasks : tuple of str
        Names of the tasks that are got wrong in this way.
    text, hint : Sentence
        What is wrong, and what to look at: what a student reads.
    code : function or class
        The implementation.
    """

    id: str
    tasks: tuple[str, ...]
    text: Sentence
    hint: Sentence
    code: Any


@dataclass(frozen=True)
class Style:
    """A right way to write a task whose values are not those of the model answer.

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
    """Make a misconception of an implementation: its name is the id, its docstring is read.

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
            text=Sentence(text, _KOREAN.sub("", korean)),
            hint=Sentence(hint, korean_hint),
            code=code,
        )

    return make


def style(task: str) -> Callable[[Any], Style]:
    """Make another right way of a class."""
    return lambda code: Style(task, code)


@dataclass(frozen=True)
class Catalogue:
    """What is known of an assignment.

    Attributes
    ----------
    known : tuple of Misconception
        The ways to get it wrong.
    styles : tuple of Style
        The ways to get it right that the model answer does not show.
    """

    known: tuple[Misconception, ...] = ()
    styles: tuple[Style, ...] = ()


def modules() -> list[str]:
    """Return the modules of the assignments that have a folder here."""
    return [each.name for each in iter_modules(__path__) if not each.name.startswith("_")]


def catalogue(module: str) -> Catalogue:
    """Collect what the files of an assignment's folder hold; nothing where there is no folder.

    Parameters
    ----------
    module : str
        Module of the assignment.
    """
    if module not in modules():
        return Catalogue()
    package = import_module(f"{__name__}.{module}")
    files = [
        import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__)
    ]
    values = [value for file in files for value in vars(file).values()]
    return Catalogue(
        known=tuple(each for each in values if isinstance(each, Misconception)),
        styles=tuple(each for each in values if isinstance(each, Style)),
    )
