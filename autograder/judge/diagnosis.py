"""Naming a mistake: the known misconception that gives what the student's code gave.

The misconceptions of a course are small implementations in its ``reference_impl/misconceptions``.
When a check has failed, each one of the task is put through the same check with the same random
inputs, here in the judge, and its replies are compared with those of the student's code. A
student's own machine has no course, and nothing to compare.
"""

import importlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np

from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.i18n import Text
from autograder.judge.checking import Ran
from autograder.judge.checks import Check
from autograder.judge.stand_in import Casting, Follower, Follows
from autograder.judge.tape import Tape
from autograder.notebook.kernel import Kernel
from autograder.report.model import CheckResult, Status, TaskResult
from autograder.sandbox.student import Student

RunOn = Callable[[Student, Check], BaseException | None]


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


class Diagnosis:
    """Names the mistakes of an assignment.

    Parameters
    ----------
    assignment : Assignment
        Where it has no course, nothing is ever named.
    dataset : Dataset or None
        Of the assignment.
    run_on : callable
        Runs a check on a stand-in, with the random inputs that the submission had.
    """

    def __init__(self, assignment: Assignment, dataset: Dataset | None, run_on: RunOn) -> None:
        self._assignment = assignment
        self._casting = Casting(assignment, dataset)
        self._run_on = run_on

    def explained(
        self, result: TaskResult, ran: Sequence[Ran], tapes: Mapping[str, Tape]
    ) -> TaskResult:
        """Put the name of the mistake, where there is one, in front of the failed checks' messages.

        Parameters
        ----------
        result : TaskResult
            How the checks of a task ended.
        ran : sequence of Ran
            These checks, in the same order.
        tapes : mapping of str to Tape
            What they asked and got, by the node of the check.
        """
        # to repeat a training on the data set for each misconception would cost too much
        ended = [
            (each, check.status)
            for each, check in zip(ran, result.checks, strict=True)
            if not each.check.uses_data
        ]
        failed = [each for each, status in ended if status is Status.FAILED]
        passed = [each for each, status in ended if status is Status.PASSED]
        if not failed or not self._misconceptions(result.name):
            return result
        failed.sort(key=lambda each: each.seconds)
        with _generator_kept():
            named = self._name(result.name, failed, passed, tapes)
        if named is None:
            return result
        return _with_sentences(result, named, [ran.index(each) for each in failed])

    def _name(
        self,
        task: str,
        failed: Sequence[Ran],
        passed: Sequence[Ran],
        tapes: Mapping[str, Tape],
    ) -> Misconception | None:
        """Return the one misconception that gives all that the student's code gave."""
        right = list(self._kernels(task))
        # a check that got right answers failed for another reason, such as the time they took
        telling = [
            each.check
            for each in failed
            if not any(self._follows(kernel, each.check, tapes) for kernel in right)
        ]
        if not any("rng" in check.item.fixturenames for check in telling):
            return None
        fitting = [
            known
            for known in self._misconceptions(task)
            if any(
                all(self._follows(kernel, check, tapes) for check in telling)
                and all(self._passes(kernel, each.check) for each in passed)
                for kernel in self._kernels(task, known.code)
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _misconceptions(self, task: str) -> list[Misconception]:
        return [each for each in self._catalogue.known if task in each.tasks]

    def _kernels(self, task: str, *code: Any) -> Iterator[Kernel]:
        """Put the code in the place of the task, in each way in which the rest may be right."""
        styles = [(each.code,) for each in self._catalogue.styles if each.task == task]
        for style in [(), *styles]:
            yield self._casting.kernel(self._casting.names(task, *style, *code))

    def _follows(self, kernel: Kernel, check: Check, tapes: Mapping[str, Tape]) -> bool:
        tape = tapes.get(check.item.nodeid)
        if not tape:
            return False
        follower = self._casting.student(Follower(kernel, tape))
        return isinstance(self._run_on(follower, check), Follows)

    def _passes(self, kernel: Kernel, check: Check) -> bool:
        return self._run_on(self._casting.student(kernel), check) is None

    @cached_property
    def _catalogue(self) -> Catalogue:
        course = self._assignment.course
        if course is None or not (course / _FOLDER).is_dir():
            return _Nothing()
        package = importlib.import_module(".".join(_FOLDER.parts))
        catalogue: Catalogue = package.catalogue(self._assignment.module)
        return catalogue


_FOLDER = Path("reference_impl", "misconceptions")


@dataclass(frozen=True)
class _Nothing:
    known: Sequence[Misconception] = ()
    styles: Sequence[Style] = ()


def _with_sentences(
    result: TaskResult, named: Misconception, positions: Collection[int]
) -> TaskResult:
    """Say at each of these checks what is wrong, and at the first what to look at."""
    text, hint = str(_text(named.text)), str(_text(named.hint))

    def said(position: int, check: CheckResult) -> CheckResult:
        if position not in positions:
            return check
        lines = [text, *([hint] if position == min(positions) else []), check.message]
        return msgspec.structs.replace(check, message="\n".join(lines))

    checks = tuple(said(position, check) for position, check in enumerate(result.checks))
    return msgspec.structs.replace(result, checks=checks)


def _text(sentence: Sentence) -> Text:
    return Text(en=sentence.en, ko=sentence.ko)


@contextmanager
def _generator_kept() -> Iterator[None]:
    """Leave numpy's global generator as it is: a misconception may seed it."""
    state = np.random.get_state()
    try:
        yield
    finally:
        np.random.set_state(state)
