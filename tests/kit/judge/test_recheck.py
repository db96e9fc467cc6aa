"""Checking again after a change: only what the change touches, and quickly."""

import time

import pytest

from autograder.course.root import open_assignment
from autograder.intake import Cell, Submission
from autograder.judge.recheck import Parts, Recheck
from autograder.report.model import Status

CODE = '''import numpy as np

LIMIT = 3.0

def substitution(x):
    return np.minimum(x, LIMIT)

def double(x):
    """Twice x."""
    return substitution(x) * 2

def other(x):
    return x
'''


def digests(code, places=False):
    """Hash what each function of a code rests on."""
    parts = Parts([Cell(code, 1, "x.py")])
    return {
        name: parts.digest({name}, places=places)
        for name in ("double", "other", "substitution", "absent")
    }


@pytest.mark.parametrize(
    ("old", "new", "touched"),
    [
        ("substitution(x) * 2", "substitution(x) * 3", {"double", "absent"}),
        ("LIMIT = 3.0", "LIMIT = 4.0", {"double", "substitution", "absent"}),
        ("return x\n", "return -x\n", {"other", "absent"}),
        ("LIMIT = 3.0", "np.seterr(all='raise')", {"double", "substitution", "other", "absent"}),
        ("def other", "# a remark\ndef other", set()),
        ('"""Twice x."""', '"""Two times x."""', {"double", "absent"}),
    ],
)
def test_change_touches_what_rests_on_it(old, new, touched):
    """A change counts for what uses the changed statement, on however many ways around."""
    before, after = digests(CODE), digests(CODE.replace(old, new))

    assert {name for name in before if before[name] != after[name]} == touched


def test_place_in_the_file_counts_where_a_message_names_it():
    """A remark further up moves lines, which the message about a failure names."""
    before, after = digests(CODE, places=True), digests("# a remark\n" + CODE, places=True)

    assert {name for name in before if before[name] != after[name]} == set(before)


@pytest.fixture
def work(tiny_solution):
    """Watch over the model answer of the tiny course, as a student's work."""
    file = tiny_solution / "doubling.py"
    with Recheck(open_assignment(tiny_solution), Submission("you", file), None) as work:
        yield work, file


def edit(file, old, new):
    """Change something in a file."""
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_only_what_changed_is_checked_again(work):
    """After a change of `Growth` the result of `double` is the one that was there."""
    recheck, file = work
    before = recheck.check(another=True)
    edit(file, "self.value = double(self.value)", "self.value = -double(self.value)")

    after = recheck.check(another=True)

    assert after.tasks[0] is before.tasks[0]
    assert [task.status for task in after.tasks] == [Status.PASSED, Status.FAILED]


def test_what_needs_a_changed_task_is_checked_too(work):
    """After a change of `double` both tasks are checked, and are right again after the next."""
    recheck, file = work
    first = recheck.check(another=True)
    edit(file, "return np.add(x, x)", "return np.add(x, 3 * x)")
    second = recheck.check(another=True)
    edit(file, "return np.add(x, 3 * x)", "return np.add(x, x)")
    third = recheck.check(another=True)

    assert first.passed
    assert second.tasks[0].status is Status.FAILED
    assert second.tasks[1].status is Status.BLOCKED
    assert third.passed


def test_result_of_code_that_did_not_load_is_forgotten(work):
    """When the code as a whole is mended, every task is checked anew."""
    recheck, file = work
    text = file.read_text(encoding="utf-8")
    file.write_text("import os\nos._exit(1)\n", encoding="utf-8")
    broken = recheck.check(another=True)
    file.write_text(text, encoding="utf-8")

    assert {task.status for task in broken.tasks} == {Status.CRASHED}
    assert recheck.check(another=True).passed


def test_checking_again_takes_less_than_half_a_second(work):
    """With judge and worker up, a change is checked while the student looks up."""
    recheck, file = work
    recheck.check(another=True)
    time.sleep(1.0)
    edit(file, "return np.add(x, x)", "return 2 * x")

    start = time.perf_counter()
    report = recheck.check(another=True)

    assert report.passed
    assert time.perf_counter() - start < 0.5
