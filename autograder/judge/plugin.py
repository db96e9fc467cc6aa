"""The judge's pytest plugin: it collects checks, runs one when asked, and has their fixtures."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pytest
from _pytest.python import get_direct_param_fixture_func
from _pytest.runner import SetupState

from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.errors import KitError
from autograder.i18n import _
from autograder.judge.checks import MARKER, Check, checks_of
from autograder.judge.seeds import check_generator
from autograder.sandbox.student import Student


class Plugin:
    """Hooks and fixtures of one session of the judge.

    Parameters
    ----------
    assignment : Assignment
        Whose checks are collected.
    tasks : collection of str or None
        The tasks wanted; ``None`` for all.
    dataset : Dataset or None
        What the fixture ``data`` gives.

    Attributes
    ----------
    checks : list of Check
        What was collected, in the order of the manifest.
    submission : tuple of Student and int, or None
        The submission that is graded now, and its seed.
    """

    def __init__(
        self,
        assignment: Assignment,
        tasks: Collection[str] | None,
        dataset: Dataset | None,
    ) -> None:
        self.assignment = assignment
        self.tasks = tasks
        self.dataset = dataset
        self.checks: list[Check] = []
        self.submission: tuple[Student, int] | None = None
        self._running = ""

    def run(self, check: Check) -> BaseException | None:
        """Run one check on the current submission; return what it raised."""
        position = self.checks.index(check)
        return self._run(check, self.checks[(position + 1) % len(self.checks)].item)

    def _run(self, check: Check, following: pytest.Item | None) -> BaseException | None:
        """Do what pytest's own runner does, but for the reports, which take longer than a check."""
        item, standing = check.item, check.item.session._setupstate
        item._initrequest()  # a fresh start for an item that ran before
        self._running = check.name
        try:
            item.funcargs.update(self._arguments(item))
            standing.setup(item)
            item.runtest()
        except KeyboardInterrupt:  # a notebook goes on to check with this session
            standing.teardown_exact(None)
            raise
        except BaseException as error:
            _torn_down(standing, following)
            return error
        return _torn_down(standing, following)

    def run_on(self, student: Student, check: Check) -> BaseException | None:
        """Run one check on another student, with the random inputs of the current submission."""
        assert self.submission is not None
        current, seed = self.submission
        self.submission = (student, seed)
        try:
            # checks come in any order here: leave nothing standing before and after
            check.item.session._setupstate.teardown_exact(None)
            return self._run(check, None)
        finally:
            self.submission = (current, seed)

    def _arguments(self, item: pytest.Function) -> dict[str, Any]:
        """Return what a check takes: from pytest's hands it would take longer than most checks.

        Nothing where a fixture is an author's own, which may take the same things: pytest knows.
        """
        arguments: dict[str, Any] = {}
        for name in item.fixturenames:
            # of fixtures with one name the last is the nearest; `request` has no definition
            *_far, nearest = item._fixtureinfo.name2fixturedefs.get(name, [None])
            function: Any = nearest and nearest.func
            if function is get_direct_param_fixture_func:
                arguments[name] = item.callspec.params[name]
            elif getattr(function, "__self__", None) is self:
                arguments[name] = function()
            else:
                return {}
        return arguments

    @pytest.fixture
    def student(self) -> Student:
        """Give a check the student's functions and classes, to be called as if they were here."""
        assert self.submission is not None
        return self.submission[0]

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """Give a check random inputs: new for each submission, the same at a regrade."""
        assert self.submission is not None
        return check_generator(self.submission[1], self._running)

    @pytest.fixture
    def data(self) -> Dataset:
        """Give a check the assignment's data set."""
        if self.dataset is None:
            raise KitError(_("{name} has no data set.").format(name=self.assignment.name))
        return self.dataset

    @pytest.fixture
    def thresholds(self) -> dict[str, float]:
        """Give a check the calibrated thresholds of the manifest by name."""
        return {name: each.value for name, each in self.assignment.manifest.thresholds.items()}

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the mark known."""
        config.addinivalue_line("markers", MARKER)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Stop when a file of checks cannot be read: half of the checks would be half a grade."""
        if report.failed:
            text = _("{file} cannot be collected:\n{reason}")
            raise KitError(text.format(file=report.nodeid, reason=report.longreprtext))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Order the checks as the manifest orders their tasks."""
        self.checks = checks_of(items, self.assignment, self.tasks)
        items[:] = [check.item for check in self.checks]


def _torn_down(standing: SetupState, following: pytest.Item | None) -> BaseException | None:
    """Take down what the next item does not need; return what that raised."""
    try:
        standing.teardown_exact(following)
    except Exception as error:
        return error
    return None
