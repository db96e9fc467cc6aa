"""The name of a mistake, from a submission in a worker to the sentence in the report."""

from pathlib import Path

import pytest

from autograder import i18n
from autograder.course.root import find_course, open_assignment
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Status
from autograder.sandbox.levels import Level

PROJECT = Path(__file__).parents[3]
IMPORT = "import numpy as np\n"
SUM = """
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    total = 0.0
    for p, t in zip(a.ravel(), y.ravel()):
        total -= t * np.log(p) + (1 - t) * np.log(1 - p)
    return total
"""
OF_ITS_OWN_KIND = "def CEcost(a, y):\n    return 1.2345 * np.mean(np.abs(a - y))\n"
RANDOM = "def CEcost(a, y):\n    return np.random.default_rng().normal()\n"


@pytest.fixture
def grade(tmp_path):
    """Grade the cost of assignment 03 in a process; return its failed checks' messages."""

    def run(source, *, hidden=True, assignment=None):
        path = tmp_path / "submission.py"
        path.write_text(IMPORT + source, encoding="utf-8")
        assignment = assignment or find_course(PROJECT).assignment("03")
        options = {"hidden": hidden, "level": Level.PROCESS, "tasks": ["CEcost"]}
        with Judge(assignment, **options) as judge:
            (task,) = judge.grade(Submission(student="kim", path=path)).tasks
        return [check.message for check in task.checks if check.status is Status.FAILED]

    return run


@pytest.fixture
def korean():
    """Speak Korean for one test."""
    i18n.set_language("ko")
    yield
    i18n.set_language("en")


def test_mistake_is_named_however_it_is_written(grade):
    """Each failed check begins with the name of the mistake, and keeps what was measured."""
    messages = grade(SUM)

    assert {message.partition("\n")[0] for message in messages} == {
        "You add up the cost of all samples, but do not divide by m."
    }
    assert all("`CEcost(a, y)` is not right." in message for message in messages)


def test_hint_is_given_once(grade):
    """The first failed check tells what to look at; the others need not repeat it."""
    told = ["take np.mean, or divide the sum by len(y)" in message for message in grade(SUM)]

    assert told == [True] + [False] * (len(told) - 1)


def test_mistake_is_named_in_korean(grade, korean):
    """The name is in the report's language."""
    assert "모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다." in grade(SUM)[0]


@pytest.mark.parametrize("source", [OF_ITS_OWN_KIND, RANDOM], ids=["unknown", "random"])
def test_unknown_mistake_is_not_named(grade, source):
    """Where no known mistake fits, the report says what was measured and nothing else."""
    assert all(message.startswith("`CEcost(a, y)`") for message in grade(source))


def test_student_has_no_catalogue(grade):
    """On a student's own machine, without a course, nothing is named."""
    folder = PROJECT / "assignments" / "03_logistic_regression"

    messages = grade(SUM, hidden=False, assignment=open_assignment(folder))

    assert messages
    assert not any(message.startswith("You add up") for message in messages)


def test_mistake_is_named_after_the_process_had_to_be_restarted(grade):
    """A check in which the process ends does not keep the others from naming the mistake."""
    ends_once = SUM.replace(
        "total = 0.0", "total = 0.0 if a.size > 2 else __import__('os')._exit(3)"
    )

    messages = grade(ends_once)

    assert messages
    assert all(message.startswith("You add up the cost of all samples") for message in messages)
