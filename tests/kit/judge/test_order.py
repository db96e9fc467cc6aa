"""A report depends on its submission alone, in whatever company and order that is graded.

The checks here do all that checks should not do: they change what they share with others, draw
from numpy's global generator, and switch warnings and numpy's errors about.
"""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.root import find_course
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.sandbox.probe import best_level

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
LIMITS = "[limits]\ncall_seconds = 1\nsubmission_seconds = 30\n\n"
UNTIDY_CHECKS = '''
import warnings

import numpy as np

@pytest.fixture(scope="module")
def shared():
    return []

@pytest.mark.task("double")
def test_shares(student, shared):
    """What the module shares is new."""
    shared.append(student.double(1.0))
    expect.equal(len(shared), 1, what="len(shared)")

@pytest.mark.task("double")
def test_draws(student):
    """Numbers come from the global generator."""
    x = np.random.normal(size=2)
    expect.that(np.array_equal(student.double(x), 2 * x), f"double({x})")

@pytest.mark.task("double")
def test_switches(student):
    """Errors and warnings are as at the start."""
    ratio = np.array([float(student.double(0.0))]) / 0.0
    np.seterr(all="raise")
    warnings.simplefilter("error")
    expect.that(np.isnan(ratio).all(), f"double(0) / 0 is {ratio}")

@pytest.mark.task("Growth")
def test_shrinks(student):
    """Half a step is no step."""
    expect.equal(student.Growth(1.0).step(0), 1.0, what="Growth(1.0).step(0)")
'''
WRONG = "def double(x):\n    return 3 * x + 1\n"
RIGHT = "def double(x):\n    return 2 * x\n"
GROWTH = """
class Growth:
    def __init__(self, value=1.0):
        self.value = value
    def step(self, times=1):
        {first}
        for _ in range(times):
            self.value = double(self.value)
        return self.value
"""
FINE = GROWTH.format(first="pass")
ENDS = GROWTH.format(first="times == 1 and __import__('os')._exit(1)")
STARTS_HIGH = GROWTH.format(first="self.value = self.value + (times == 1)")
CLASS = {
    "right": RIGHT + FINE,
    "right_too": RIGHT + FINE,
    "wrong_double": WRONG + FINE,
    "wrong_double_and_ends": WRONG + ENDS,
    "wrong_double_and_growth": WRONG + STARTS_HIGH,
    "agree_among_themselves": WRONG + STARTS_HIGH.replace("double(", "2 * ("),
    "ends": RIGHT + ENDS,
    "ends_while_loading": RIGHT + FINE + "import os\nos._exit(2)\n",
    "hangs": "def double(x):\n    while True:\n        pass\n" + FINE,
    "not_started": "def double(x):\n    raise NotImplementedError('double')\n" + FINE,
    "raises": "def double(x):\n    return x.nothing\n" + FINE,
    "draws": "import random, numpy as np\n"
    "def double(x):\n    return 2 * x + np.random.normal() + random.random()\n" + FINE,
    "empty": "",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Make a course with untidy checks, and a class that has handed in."""
    root = tmp_path_factory.mktemp("order") / "course"
    shutil.copytree(TINY_COURSE, root)
    manifest = root / "solutions" / "01_doubling" / "assignment.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[thresholds", LIMITS + "[thresholds"), encoding="utf-8")
    hidden = root / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    hidden.write_text(hidden.read_text(encoding="utf-8") + UNTIDY_CHECKS, encoding="utf-8")
    for student, source in CLASS.items():
        file = root / "submitted" / student / "doubling.py"
        file.parent.mkdir(parents=True)
        file.write_text(source, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def open_judge(course):
    """Give what opens a new judge of that course."""
    return lambda: Judge(find_course(course).assignment("01"), hidden=True, level=best_level())


@pytest.fixture(scope="module")
def submission(course):
    """Give what a student has handed in."""
    return lambda name: Submission(name, course / "submitted" / name / "doubling.py")


@pytest.fixture(scope="module")
def judge(open_judge):
    """Keep one judge up for all tests: what stays in it is in the way of the next."""
    with open_judge() as judge:
        yield judge


@pytest.fixture(scope="module")
def alone(open_judge, submission):
    """Grade each submission with a judge of its own."""

    def graded(name):
        with open_judge() as judge:
            return without_times(msgspec.to_builtins(judge.grade(submission(name))))

    return {name: graded(name) for name in CLASS}


def without_times(value):
    """Return a report without what took how long."""
    if isinstance(value, dict):
        return {key: without_times(each) for key, each in value.items() if key != "seconds"}
    return [without_times(each) for each in value] if isinstance(value, list | tuple) else value


def test_class_is_mixed(alone):
    """There is something to mix up: points and messages of many kinds."""
    assert len({report["score"] for report in alone.values()}) > 4
    assert alone["right"]["score"] == alone["right"]["max_score"]


@settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(order=st.permutations([name for name in CLASS if name != "hangs"]))
def test_any_order_gives_each_the_report_it_has_alone(judge, alone, submission, order):
    """A judge that has graded others grades as a new one does."""
    reports = list(judge.grade_all(map(submission, order)))

    found = {report.student: without_times(msgspec.to_builtins(report)) for report in reports}
    assert found == {name: alone[name] for name in order}


@pytest.mark.parametrize("name", CLASS)
def test_nobody_harms_the_next(judge, alone, submission, name):
    """Whoever went before, a right answer and a wrong one get the reports they have alone."""
    following = ["right", "wrong_double"]

    _first, *reports = judge.grade_all(map(submission, [name, *following]))

    assert [without_times(msgspec.to_builtins(report)) for report in reports] == [
        alone[each] for each in following
    ]


def test_two_processes_give_the_same_reports(command_line, course, alone, tmp_path):
    """Whichever process grades a submission, and after whatever, its report is the same."""
    command = ["grade", course / "submitted", "--course", course, "--assignment", "01"]

    run = command_line(*command, "--out", tmp_path / "out", "--jobs", "2", "--allow-unisolated")

    reports = (tmp_path / "out").glob("[!.]*.json")
    found = {file.stem: without_times(json.loads(file.read_bytes())) for file in reports}
    assert run.returncode == 0, run.stderr
    assert found == alone
