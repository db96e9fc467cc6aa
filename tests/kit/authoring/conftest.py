"""What tests of the authors' tools share: assignments of this course, opened one at a time."""

from contextlib import ExitStack
from functools import lru_cache, partial
from pathlib import Path

import pytest

from autograder.course.root import find_course
from autograder.judge import Judge
from autograder.judge.dry_run import DryRun
from autograder.sandbox.probe import best_level

COURSE = find_course(Path(__file__))


def _one_open(make):
    """Yield what opens an assignment by its name, and closes the one before."""
    with ExitStack() as opened:

        @lru_cache(maxsize=1)
        def of(name):
            opened.close()
            return opened.enter_context(make(COURSE.assignment(name).on_stand_in()))

        yield of


@pytest.fixture(scope="session")
def dry_run():
    """Open an assignment by its name, without the checks that train on its data."""
    yield from _one_open(lambda assignment: DryRun(assignment, quick=True))


@pytest.fixture(scope="session")
def judge():
    """Open an assignment so with the best isolation of this machine."""
    yield from _one_open(partial(Judge, hidden=True, level=best_level(), quick=True))
