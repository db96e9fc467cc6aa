"""No attack reaches the submissions that are graded after it by the same judge."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from zoo.attack import ATTACKS, Attack, honest
from zoo.surroundings import Surroundings

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.sandbox.probe import best_level

if sys.platform != "linux":
    pytest.skip("isolation needs Linux", allow_module_level=True)

LEVEL = best_level()
# a right answer, and one that the reference has to help, with a message to each check
FOLLOWING = {
    "right": honest(),
    "wrong": honest().replace("return np.add(x, x)", "return np.add(x, 3 * x)"),
}
# so many attacks are always tried, the others in a soak
EVERY = 8

Report = dict[str, Any]


@pytest.fixture(scope="module")
def surroundings() -> Iterator[Surroundings]:
    """Have everybody hand in."""
    with Surroundings() as surroundings:
        for attack in ATTACKS:
            surroundings.hand_in(attack.name, attack.assemble(surroundings.known))
        for student, source in FOLLOWING.items():
            surroundings.hand_in(student, source)
        surroundings.out.mkdir()
        surroundings.open_to_everybody()
        yield surroundings


@pytest.fixture(scope="module")
def open_judge(surroundings: Surroundings) -> Callable[[], Judge]:
    """Give what opens a new judge."""
    assignment = find_course(surroundings.course).assignment("01")
    return lambda: Judge(assignment, hidden=True, level=LEVEL)


@pytest.fixture(scope="module")
def judge(open_judge: Callable[[], Judge]) -> Iterator[Judge]:
    """Keep one judge up for all attacks."""
    with open_judge() as judge:
        yield judge


@pytest.fixture(scope="module")
def submission(surroundings: Surroundings) -> Callable[[str], Submission]:
    """Give what somebody has handed in."""
    return lambda name: Submission(name, surroundings.submitted / name / "doubling.py")


@pytest.fixture(scope="module")
def alone(
    open_judge: Callable[[], Judge], submission: Callable[[str], Submission]
) -> dict[str, Report]:
    """Grade those who follow, each with a judge of its own."""

    def graded(student: str) -> Report:
        with open_judge() as judge:
            return without_times(msgspec.to_builtins(judge.grade(submission(student))))

    return {student: graded(student) for student in FOLLOWING}


def without_times(value: Any) -> Any:
    """Return a report without what took how long."""
    if isinstance(value, dict):
        return {key: without_times(each) for key, each in value.items() if key != "seconds"}
    return [without_times(each) for each in value] if isinstance(value, list | tuple) else value


def test_who_follows_is_sensitive(alone: dict[str, Report]) -> None:
    """One has all points, the other has lost some and been helped."""
    assert alone["right"]["score"] == alone["right"]["max_score"]
    assert alone["wrong"]["tasks"][0]["status"] == "failed"
    assert "the model answer replaced" in alone["wrong"]["tasks"][1]["note"]


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(attack, id=attack.name, marks=[pytest.mark.soak] if number % EVERY else [])
        for number, attack in enumerate(ATTACKS)
        if LEVEL in attack.levels
    ],
)
def test_reports_after_an_attack_are_those_alone(
    judge: Judge,
    submission: Callable[[str], Submission],
    alone: dict[str, Report],
    attack: Attack,
) -> None:
    """A right answer and a wrong one get the reports that they have without the attack."""
    _attack, *reports = judge.grade_all(map(submission, [attack.name, *FOLLOWING]))

    found = {report.student: without_times(msgspec.to_builtins(report)) for report in reports}
    assert found == alone
