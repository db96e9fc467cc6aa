"""The judge's pytest plugin: collects and runs checks and provides their fixtures."""

import hashlib
import hmac
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.errors import KitError
from autograder.i18n import _
from autograder.judge import pytest_internals
from autograder.judge.check import MARKER, Check, checks_of
from autograder.sandbox.session import Student


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

    def begin(self, student: Student, seed: int) -> None:
        """Begin a submission with fresh module fixtures.

        Raises
        ------
        KitError
            A fixture of the course cannot be torn down.
        """
        self.submission = (student, seed)
        self._tear_down_all()

    def run(self, check: Check) -> BaseException | None:
        """Run one check on the current submission; return what it raised.

        It does what pytest's own runner does, but for the reports, which take longer than a check.

        Raises
        ------
        KitError
            A fixture of the course cannot be torn down.
        """
        item = check.item
        with self._blaming_the_author():
            pytest_internals.tear_down_others(item)
        pytest_internals.renew(item)
        self._running = check.name
        try:
            item.funcargs.update(self._arguments(item))
            pytest_internals.set_up(item)
            item.runtest()
        except KeyboardInterrupt:  # a notebook goes on to check with this session
            self._tear_down_all()
            raise
        except BaseException as error:
            _torn_down(item)
            return error
        return _torn_down(item)

    def run_on(self, student: Student, check: Check) -> BaseException | None:
        """Run one check on another student, with the random inputs of the current submission.

        What the two do to the fixtures of a module, neither sees of the other.
        """
        assert self.submission is not None
        current, seed = self.submission
        self.begin(student, seed)
        try:
            return self.run(check)
        finally:
            self.begin(current, seed)

    def _tear_down_all(self) -> None:
        with self._blaming_the_author():
            for check in self.checks[:1]:
                pytest_internals.tear_down_all(check.item.session)

    @contextmanager
    def _blaming_the_author(self) -> Iterator[None]:
        """Turn an exception of a shared fixture into a KitError."""
        try:
            yield
        except Exception as error:
            text = _("A fixture of {name}'s checks failed to tear down: {error}")
            raise KitError(text.format(name=self.assignment.name, error=error)) from error

    def _arguments(self, item: pytest.Function) -> dict[str, Any]:
        """Return a check's arguments, faster than pytest would.

        Nothing where a fixture is an author's own, which may take the same things: pytest knows.
        """
        arguments: dict[str, Any] = {}
        for name in item.fixturenames:
            function: Any = pytest_internals.fixture_function(item, name)
            if pytest_internals.is_parameter(function):
                arguments[name] = pytest_internals.parameter(item, name)
            elif getattr(function, "__self__", None) is self:
                arguments[name] = function()
            else:
                return {}
        return arguments

    @pytest.fixture
    def student(self) -> Student:
        """Provide the student's functions and classes as if they were local."""
        assert self.submission is not None
        return self.submission[0]

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """Provide random inputs: different for different code, the same for equal code."""
        assert self.submission is not None
        return check_generator(self.submission[1], self._running)

    @pytest.fixture
    def data(self) -> Dataset:
        """Provide the assignment's data set."""
        if self.dataset is None:
            raise KitError(_("{name} has no data set.").format(name=self.assignment.name))
        return self.dataset

    @pytest.fixture
    def thresholds(self) -> dict[str, float]:
        """Provide the manifest's thresholds by name."""
        return {name: each.value for name, each in self.assignment.manifest.thresholds.items()}

    def pytest_configure(self, config: pytest.Config) -> None:
        """Register the ``task`` marker."""
        config.addinivalue_line("markers", MARKER)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Abort if a file of checks cannot be collected, rather than grade without it."""
        if report.failed:
            text = _("{file} cannot be collected:\n{reason}")
            raise KitError(text.format(file=report.nodeid, reason=report.longreprtext))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Order the checks as the manifest orders their tasks."""
        self.checks = checks_of(items, self.assignment, self.tasks)
        items[:] = [check.item for check in self.checks]


def _torn_down(item: pytest.Function) -> BaseException | None:
    """Tear down the check's own fixtures; return the exception, if any."""
    try:
        pytest_internals.tear_down(item)
    except Exception as error:
        return error
    return None


def submission_seed(secret: bytes, assignment: str, digest: str) -> int:
    """Derive the seed of one submission: 48 bits, so that every JSON reader keeps it exact.

    It follows from what was submitted and not from who submitted it: equal work gets equal points.

    Parameters
    ----------
    secret : bytes
        Of the course.
    assignment : str
        Name of the assignment.
    digest : str
        Hash of the submitted code.
    """
    message = f"{assignment}\0{digest}".encode()
    return int.from_bytes(hmac.digest(secret, message, hashlib.sha256)[:6], "big")


def check_generator(seed: int, check: str) -> np.random.Generator:
    """Return the check's own generator, independent of other checks."""
    return np.random.default_rng([seed, zlib.crc32(check.encode())])
