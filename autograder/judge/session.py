"""A judge: one pytest session that grades any number of submissions of one assignment."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from autograder import data
from autograder.course.root import Assignment
from autograder.intake import Submission
from autograder.judge.checks import Check
from autograder.judge.grading import Bench, Grading
from autograder.judge.plugin import Plugin
from autograder.judge.seeds import course_secret
from autograder.report.model import Report
from autograder.sandbox.levels import Level, best_level
from autograder.sandbox.process import Worker

_PYTEST_INI = Path(__file__).with_name("pytest.ini")
# nothing of a user's own pytest has a say in a grade
_PYTEST_VARIABLES = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
_UNUSED_PLUGINS = (
    "cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml", "logging",
    "nose", "pastebin", "recwarn", "setuponly", "setupplan", "skipping", "stepwise", "terminal",
    "threadexception", "tmpdir", "unraisableexception", "warnings",
)  # fmt: skip


class Judge:
    """Grades submissions of one assignment, one after the other.

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
    ) -> None:
        self.assignment = assignment
        self.hidden = hidden
        self.level = level or best_level()
        self.tasks = tasks
        spec = assignment.manifest.data
        self.dataset = data.load(spec) if spec else None

    def grade(self, submissions: Iterable[Submission], on_report: Callable[[Report], None]) -> None:
        """Grade each submission and hand its report on as soon as it is there.

        Raises
        ------
        KitError
            The kit cannot do its work; reports handed on before stand.
        KeyboardInterrupt
            The user stopped it.
        """

        def loop(checks: list[Check]) -> None:
            self._grade_all(plugin, checks, submissions, on_report)

        plugin = Plugin(self.assignment, self.tasks, self.dataset, loop)
        with _undisturbed(self.assignment.course):
            code = pytest.main(self._arguments(), plugins=[plugin])
        if plugin.internal_error is not None:
            raise plugin.internal_error
        if code == pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt

    def _grade_all(
        self,
        plugin: Plugin,
        checks: list[Check],
        submissions: Iterable[Submission],
        on_report: Callable[[Report], None],
    ) -> None:
        secret = course_secret(self.assignment.course if self.hidden else None)
        bench = Bench(self.assignment, checks, self.level, self.dataset, secret, self.hidden)
        for submission, worker in _with_workers(bench, submissions):
            with Grading(bench, submission, worker) as grading:
                plugin.submission = (grading.student, grading.seed)
                report = grading.report(plugin.run)
            on_report(report)

    def _arguments(self) -> list[str]:
        files = [self.assignment.visible]
        if self.hidden and self.assignment.hidden:
            files += sorted(self.assignment.hidden.glob("test_*.py"))
        rootdir = self.assignment.course or self.assignment.folder
        switched_off = [argument for name in _UNUSED_PLUGINS for argument in ("-p", f"no:{name}")]
        return [
            f"--config-file={_PYTEST_INI}",
            f"--rootdir={rootdir}",
            "--noconftest",
            "--assert=plain",
            "--import-mode=importlib",
            "--disable-plugin-autoload",
            *switched_off,
            *map(str, files),
        ]


def _with_workers(
    bench: Bench, submissions: Iterable[Submission]
) -> Iterator[tuple[Submission, Worker]]:
    """Start the next submission's worker before this one is graded: its start costs no waiting."""
    pending = iter(submissions)
    submission = next(pending, None)
    worker = bench.start_worker() if submission else None
    while submission and worker:
        following = next(pending, None)
        spare = bench.start_worker() if following else None
        try:
            yield submission, worker
        except BaseException:
            if spare:
                spare.kill("stopped")
            raise
        submission, worker = following, spare


@contextmanager
def _undisturbed(course: Path | None) -> Iterator[None]:
    """Run pytest with the course importable, and without the user's pytest settings."""
    kept = {name: os.environ.pop(name) for name in _PYTEST_VARIABLES if name in os.environ}
    path, writes = list(sys.path), sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    if course is not None:
        sys.path.append(str(course))
    try:
        yield
    finally:
        sys.path[:] = path
        sys.dont_write_bytecode = writes
        os.environ.update(kept)
