"""The judge: one pytest session that grades any number of submissions."""

import os
import random
import sys
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Self

import msgspec
import numpy as np
import pytest

from autograder import data
from autograder.course.root import REFERENCE, Assignment
from autograder.course.secret import course_secret
from autograder.data import Dataset
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission
from autograder.intake.locate import note_on_attempt
from autograder.judge.check import Check
from autograder.judge.diagnosis import Diagnosis
from autograder.judge.grading import Grading, GradingContext
from autograder.judge.plugin import Plugin, submission_seed
from autograder.judge.pytest_internals import collected_session
from autograder.judge.reference import Reference
from autograder.judge.runner import TaskRunner
from autograder.report.model import Report, TaskResult
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import best_level
from autograder.sandbox.session import Endpoint, Student
from autograder.sandbox.worker_process import Worker

_PYTEST_INI = Path(__file__).with_name("pytest.ini")
_PACKAGE = Path(__file__).parent.parent
# nothing of a user's own pytest has a say in a grade
_PYTEST_VARIABLES = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
# those that Python itself does not show
_SILENT_WARNINGS = (
    DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning,
)  # fmt: skip
_UNUSED_PLUGINS = (
    "cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml", "logging",
    "pastebin", "setuponly", "setupplan", "skipping", "stepwise", "terminal", "threadexception",
    "tmpdir", "unraisableexception", "warnings",
)  # fmt: skip


class Judge:
    """Collects the checks of an assignment once and grades submissions with them.

    pytest's own ``main`` would end after one run; the judge holds the session open instead, so
    that a further submission costs milliseconds and no imports. Use it as a context manager.

    Parameters
    ----------
    assignment : Assignment
        With its hidden checks, or a student's folder that has none.
    hidden : bool
        Whether the hidden checks run too.
    level : Level or None
        Isolation of the student's code; the best that this machine offers by default.
    tasks : collection of str or None
        The tasks wanted; all by default.
    quick : bool
        Whether to leave out the checks that work on the data set: not for a grade.

    Raises
    ------
    KitError
        The data set is absent, or a check cannot be collected.
    """

    def __init__(
        self,
        assignment: Assignment,
        *,
        hidden: bool,
        level: Level | None = None,
        tasks: Collection[str] | None = None,
        quick: bool = False,
    ) -> None:
        spec = assignment.manifest.data
        dataset = data.load(**msgspec.structs.asdict(spec)) if spec else None
        secret = course_secret(assignment.course if hidden else None)
        self._plugin = Plugin(assignment, tasks, dataset)
        self._exits = ExitStack()
        try:
            self._exits.enter_context(_undisturbed(assignment))
            self._exits.enter_context(_session(self._plugin, assignment, hidden=hidden))
            if hidden and tasks is None:
                _require_hidden(assignment, self._plugin.checks)
        except BaseException:
            self._exits.close()
            raise
        if quick:
            self._plugin.checks = [each for each in self._plugin.checks if not each.uses_data]
        checks = self._plugin.checks
        level = level or best_level()
        self._context = GradingContext(assignment, checks, level, dataset, secret, hidden)
        self._diagnosis = Diagnosis(assignment, dataset, self._plugin.run_on)
        self._spare: Worker | None = None

    @property
    def assignment(self) -> Assignment:
        """What is graded."""
        return self._context.assignment

    @property
    def dataset(self) -> Dataset | None:
        """The data set of the assignment, for one that has one."""
        return self._context.dataset

    @property
    def checks(self) -> Sequence[Check]:
        """The checks that were collected, in the order of the manifest."""
        return self._context.checks

    def grade(
        self,
        submission: Submission,
        *,
        another: bool = False,
        stand_in: Endpoint | None = None,
        known: Mapping[str, TaskResult] = MappingProxyType({}),
    ) -> Report:
        """Grade one submission.

        Parameters
        ----------
        submission : Submission
            The student and the file.
        another : bool
            Whether one more will follow: its worker is started now, and is up by then.
        stand_in : Endpoint, optional
            Answers in place of a worker.
        known : mapping of str to TaskResult
            Results of tasks that need not be checked again.

        Raises
        ------
        KitError
            The kit cannot do its work on this machine.
        """
        if submission.attempts:
            return self._grade_best(submission, another=another)
        worker = stand_in or self._spare or self._context.start_worker()
        if stand_in is None:
            self._spare = self._context.start_worker() if another else None
        reference = None
        if stand_in is None and _has_model_answer(self._context.assignment):
            reference = Reference(self._context.assignment, self._context.level)
        with Grading(self._context, submission, worker, self._diagnosis, reference) as grading:
            self._plugin.begin(grading.student, grading.seed)
            with _global_state(grading.seed):
                return grading.report(self._plugin, known)

    def _grade_best(self, submission: Submission, *, another: bool) -> Report:
        """Grade all attempts; the best counts, of equal ones the latest."""
        paths, best = submission.attempts, None
        for number, path in enumerate(paths, start=1):
            note = note_on_attempt(path, len(paths), self.assignment.name, "best")
            attempt = replace(submission, path=path, problem=note, attempts=())
            report = self.grade(attempt, another=another or number < len(paths))
            if best is None or report.score >= best.score:
                best = report
        assert best is not None, "there are several attempts"
        return best

    def get_ready(self) -> None:
        """Start the worker of the first submission."""
        self._spare = self._spare or self._context.start_worker()

    def grade_all(self, submissions: Iterable[Submission]) -> Iterator[Report]:
        """Grade one submission after the other."""
        pending = iter(submissions)
        submission = next(pending, None)
        while submission is not None:
            following = next(pending, None)
            yield self.grade(submission, another=following is not None)
            submission = following

    def check(self, student: Student, task: str, before: Callable[[Check], None]) -> TaskResult:
        """Check one task on existing functions, such as those of a notebook's kernel.

        Random inputs are the same at every call.

        Parameters
        ----------
        student : Student
            Stands for the functions.
        task : str
            Name of the task.
        before : callable
            Is told of each check before it runs.

        Raises
        ------
        KitError
            There is no such task, or the kit cannot do its work.
        """

        def run(check: Check) -> BaseException | None:
            before(check)
            return self._plugin.run(check)

        context = self._context
        seed = submission_seed(context.secret, context.assignment.name, digest="")
        self._plugin.begin(student, seed)
        return TaskRunner(context.assignment, context.checks, student, run).check(task)

    def first_failure(self, student: Student, label: str) -> str | None:
        """Run the checks on code of the course; return the name of the first that fails.

        The label decides the random inputs.
        """
        context = self._context
        seed = submission_seed(context.secret, context.assignment.name, label)
        self._plugin.begin(student, seed)
        failures = (
            check.name
            for check in context.checks
            if self._plugin.run_on(student, check) is not None
        )
        with _global_state(seed):
            return next(failures, None)

    def close(self) -> None:
        """End the session and the waiting worker."""
        if self._spare is not None:
            self._spare.kill("closed")
        self._exits.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _has_model_answer(assignment: Assignment) -> bool:
    return assignment.course is not None and assignment.source.is_file()


def _require_hidden(assignment: Assignment, checks: Sequence[Check]) -> None:
    """Refuse to grade without hidden checks, which would be a grade for less than was asked."""
    if assignment.hidden is not None and all(check.visible for check in checks):
        text = _("{folder}: contains no hidden checks of {name}; nothing can be graded without.")
        raise KitError(text.format(folder=assignment.hidden, name=assignment.name))


@contextmanager
def _global_state(seed: int) -> Iterator[None]:
    """Make the process state seen by checks depend only on the submission.

    Generators, warnings and numpy's handling of errors are afterwards as they were before.
    """
    numbers, more_numbers = np.random.get_state(), random.getstate()
    np.random.seed(seed % 2**32)
    random.seed(seed)
    try:
        with warnings.catch_warnings(), np.errstate(all="warn", under="ignore"):
            warnings.simplefilter("default")  # no warning is an error, whatever Python was told
            for category in _SILENT_WARNINGS:
                warnings.simplefilter("ignore", category)
            yield
    finally:
        np.random.set_state(numbers)
        random.setstate(more_numbers)


@contextmanager
def _session(plugin: Plugin, assignment: Assignment, *, hidden: bool) -> Iterator[None]:
    """Collect the checks and keep their session open."""
    try:
        with collected_session(_arguments(assignment, hidden=hidden), plugin):
            yield
    except pytest.UsageError as error:
        text = _("The checks of {name} cannot be collected: {error}")
        raise KitError(text.format(name=assignment.name, error=error)) from error


def _arguments(assignment: Assignment, *, hidden: bool) -> list[str]:
    files = [assignment.visible]
    if hidden and assignment.hidden:
        files += sorted(assignment.hidden.glob("test_*.py"))
    switched_off = [argument for name in _UNUSED_PLUGINS for argument in ("-p", f"no:{name}")]
    return [
        f"--config-file={_PYTEST_INI}",
        f"--rootdir={assignment.course or assignment.folder}",
        "--noconftest",
        "--assert=plain",
        "--import-mode=importlib",
        "--disable-plugin-autoload",
        *switched_off,
        *map(str, files),
    ]


@contextmanager
def _undisturbed(assignment: Assignment) -> Iterator[None]:
    """Make the course importable and ignore the user's pytest settings, temporarily."""
    root = assignment.course or assignment.folder
    kept = {name: os.environ.pop(name) for name in _PYTEST_VARIABLES if name in os.environ}
    path, writes = list(sys.path), sys.dont_write_bytecode
    reference = _taken_out(REFERENCE)  # another course's
    sys.dont_write_bytecode = True
    if assignment.course is not None:
        sys.path.insert(0, str(root))
    try:
        yield
    finally:
        sys.path[:] = path
        sys.dont_write_bytecode = writes
        os.environ.update(kept)
        _forget_modules(root)
        sys.modules.update(reference)


def _taken_out(package: str) -> dict[str, ModuleType]:
    """Remove a package from the imported modules and return it."""
    names = [name for name in sys.modules if name.split(".")[0] == package]
    return {name: sys.modules.pop(name) for name in names}


def _forget_modules(root: Path) -> None:
    """Forget imported checks and references, so that the next judge imports them again."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and Path(file).is_relative_to(root) and not _belongs_to_program(Path(file)):
            del sys.modules[name]


def _belongs_to_program(file: Path) -> bool:
    # a course may hold the environment, and in a checkout the program itself
    return file.is_relative_to(sys.prefix) or file.is_relative_to(_PACKAGE)
