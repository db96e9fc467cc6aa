"""A call that asks the reference many short questions is not charged for a busy machine."""

import pytest

from autograder.judge import reference
from autograder.judge.reference import ReferenceProxy

QUESTIONS = 3_000
SECONDS = 5.0


class AskingWorker:
    """Asks, and replies at last; between two questions it waits for a processor, or works.

    The clock stands still but for that.
    """

    alive = True
    starved = 0.0

    def __init__(self, *, waits: bool) -> None:
        self.now = 0.0
        self._waits = waits
        self._asked = 0
        self.asked_for: list[float] = []

    def request(self, op, *, seconds, codec, **fields):
        """Take 5 ms, and ask again or reply."""
        self.now += 0.005
        self.asked_for.append(seconds)
        self._asked += 1
        question = {"asks": "double", "args": [], "kwargs": {}}
        return {"value": 1.0} if self._asked > QUESTIONS else question

    def seconds_starved(self):
        """Return for how many seconds it has been ready without a processor."""
        return self.now if self._waits else 0.0

    def kill(self, reason):
        """Do nothing."""


class Answering:
    """Answers at once."""

    deadline = 1000.0

    def answer(self, question):
        """Answer."""
        return {"value": 2.0}


@pytest.fixture
def asked(monkeypatch):
    """Give a function that makes a call and returns the least time that a question was left."""

    def least_left(*, waits):
        worker = AskingWorker(waits=waits)
        monkeypatch.setattr(reference.time, "monotonic", lambda: worker.now)
        proxy = ReferenceProxy(worker, ["double"], Answering())
        proxy.request("call", seconds=SECONDS, codec=None)
        return min(worker.asked_for)

    return least_left


def test_waiting_for_a_processor_does_not_count(asked):
    """Fifteen seconds of waiting in 3,000 questions leave a limit of five seconds untouched."""
    assert asked(waits=True) > 0.5


def test_work_counts(asked):
    """Fifteen seconds of work do not."""
    assert asked(waits=False) < 0
