"""The known misconceptions of an assignment, as its course keeps them."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from autograder.course.root import Assignment


class Sentence(Protocol):
    """A sentence in both languages."""

    en: str
    ko: str


class Misconception(Protocol):
    """A known way to get a task wrong.

    Attributes
    ----------
    tasks : tuple of str
        Names of the tasks that are got wrong in this way.
    text, hint : Sentence
        What is wrong, and what to look at.
    code : function or class
        The implementation; a class has the wrong methods only.
    """

    tasks: tuple[str, ...]
    text: Sentence
    hint: Sentence
    code: Any


class Style(Protocol):
    """A right way to write a task that gives other values than the model answer.

    How initial weights are drawn is free, for example. ``code`` is a class with the methods that
    differ.
    """

    task: str
    code: Any


class Catalogue(Protocol):
    """What is known of an assignment: misconceptions and styles."""

    @property
    def known(self) -> Sequence[Misconception]:
        """The ways to get it wrong."""

    @property
    def styles(self) -> Sequence[Style]:
        """The ways to get it right that the model answer does not show."""


def catalogue_of(assignment: Assignment) -> Catalogue:
    """Open the catalogue of an assignment; it is empty where there is no course.

    Parameters
    ----------
    assignment : Assignment
        Of a course that a judge has made importable.
    """
    course = assignment.course
    if course is None or not (course / _FOLDER).is_dir():
        return _Nothing()
    package = importlib.import_module(".".join(_FOLDER.parts))
    catalogue: Catalogue = package.catalogue(assignment.module)
    return catalogue


_FOLDER = Path("reference_impl", "misconceptions")


@dataclass(frozen=True)
class _Nothing:
    known: Sequence[Misconception] = ()
    styles: Sequence[Style] = ()
