"""Grading over processes and from the store: the same reports, nothing twice, nothing lost."""

import multiprocessing
import os
import signal

import msgspec
import pytest

from autograder.batch.fingerprint import fingerprint
from autograder.batch.job import JobSpec
from autograder.batch.pool import grade_locally
from autograder.batch.store import Store
from autograder.course.root import find_course
from autograder.course.secret import SECRET_FILE
from autograder.errors import KitError
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.sandbox.probe import best_level

CLASS_SIZE = 6


@pytest.fixture
def assignment(tiny_course):
    """Open the one assignment of the tiny course."""
    return find_course(tiny_course).assignment("01")


@pytest.fixture
def job(assignment):
    """Describe the job of its grading."""
    return JobSpec.of(assignment, best_level())


@pytest.fixture
def handed_in(tmp_path):
    """Write a class in which every student is off by another amount, the first by none."""
    submissions = []
    for number in range(CLASS_SIZE):
        path = tmp_path / f"s{number}.py"
        path.write_text(f"def double(x):\n    return 2 * x + {number}\n", encoding="utf-8")
        submissions.append(Submission(student=path.stem, path=path))
    return submissions


def timeless(report):
    """Give a report without its times."""
    tasks = [
        msgspec.structs.replace(
            task,
            seconds=0.0,
            checks=tuple(msgspec.structs.replace(check, seconds=0.0) for check in task.checks),
        )
        for task in report.tasks
    ]
    return msgspec.structs.replace(report, seconds=0.0, tasks=tuple(tasks))


def test_processes_give_the_reports_of_one(assignment, job, handed_in):
    """Two processes give the same reports as one, whatever the order in which they come."""
    with Judge(assignment, hidden=True) as judge:
        alone = [timeless(report) for report in judge.grade_all(handed_in)]

    together = sorted(grade_locally(job, handed_in, 2), key=lambda report: report.student)

    assert [timeless(report) for report in together] == alone


def test_submissions_are_taken_as_they_are_needed(job, handed_in):
    """A class that is read while it is graded is not read ahead to its end."""
    waiting = iter(handed_in)
    reports = grade_locally(job, waiting, 2)

    first = next(reports)

    left = list(waiting)
    assert first.student not in {each.student for each in left}
    assert left


def test_lost_process_loses_nothing(job, handed_in):
    """When a grading process is killed, each submission still gets one report."""
    reports = grade_locally(job, handed_in, 2)
    first = next(reports)

    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    students = [first.student, *(report.student for report in reports)]

    assert sorted(students) == [submission.student for submission in handed_in]


def test_submission_that_kills_the_judge_costs_itself_only(assignment, ends_judge, handed_in):
    """When one submission kills every process that grades it, the others get their reports."""
    killer = handed_in[1].student
    job, students = JobSpec.of(assignment, best_level()), []

    with pytest.raises(KitError, match=rf"at: {killer}, .* Without a report: 1\.$"):
        students.extend(report.student for report in grade_locally(job, handed_in, 2))

    assert sorted(students) == [each.student for each in handed_in if each.student != killer]


def test_another_version_of_the_course_is_refused(job, handed_in):
    """A process whose course differs from the one that was ordered refuses to grade."""
    other = job._replace(fingerprint="another")

    with pytest.raises(KitError, match="this course differs from the one where grading started"):
        list(grade_locally(other, handed_in, 1))


@pytest.mark.parametrize(
    "changed",
    [
        "solutions/01_doubling/doubling.py",
        "solutions/01_doubling/test_doubling.py",
        "tests/grading/01_doubling/test_doubling.py",
        "solutions/01_doubling/assignment.toml",
    ],
)
def test_fingerprint_follows_what_decides_a_report(tiny_course, assignment, changed):
    """A changed model answer, check or manifest changes the fingerprint."""
    before = fingerprint(assignment)
    path = tiny_course / changed
    path.write_text(path.read_text(encoding="utf-8").replace("2", "3"), encoding="utf-8")

    assert fingerprint(find_course(tiny_course).assignment("01")) != before


def test_fingerprint_follows_the_secret(tiny_course, assignment):
    """With another secret the inputs are others, and no report holds."""
    before = fingerprint(assignment)
    (tiny_course / SECRET_FILE).write_text("another", encoding="utf-8")

    assert fingerprint(assignment) != before


@pytest.mark.parametrize(("of", "follows"), [("doubling", True), ("tripling", False)])
def test_fingerprint_follows_misconceptions_of_its_own(tiny_course, assignment, of, follows):
    """A new misconception changes the fingerprint of its own assignment only."""
    before = fingerprint(assignment)
    folder = tiny_course / "reference_impl" / of / "misconceptions"
    folder.mkdir(parents=True)
    (folder / "triple.py").write_text("# new", encoding="utf-8")

    assert (fingerprint(assignment) != before) is follows


def test_fingerprint_does_not_follow_other_files(tiny_course, assignment):
    """A file that no report depends on leaves the fingerprint as it is."""
    before = fingerprint(assignment)
    (tiny_course / "solutions" / "01_doubling" / "handout.md").write_text("changed")

    assert fingerprint(assignment) == before


@pytest.fixture
def report(assignment, handed_in):
    """Grade the first of the class."""
    with Judge(assignment, hidden=True) as judge:
        return judge.grade(handed_in[0])


@pytest.fixture
def store(tmp_path, job):
    """Give a store of that job."""
    store = Store(tmp_path / "reports", job)
    store.open()
    return store


def test_store_finds_what_it_kept(store, handed_in, report):
    """A kept report is found again for the same submission, and for no other."""
    store.keep(store.key(handed_in[0]), report)

    assert store.find(store.key(handed_in[0])) == report
    assert store.find(store.key(handed_in[1])) is None


def test_store_forgets_what_was_handed_in_anew(store, handed_in, report):
    """A changed file is graded again."""
    store.keep(store.key(handed_in[0]), report)
    handed_in[0].path.write_text("changed = True\n", encoding="utf-8")

    assert store.find(store.key(handed_in[0])) is None


@pytest.mark.parametrize("change", [{"fingerprint": "x"}, {"language": "ko"}, {"level": "process"}])
def test_store_forgets_what_another_order_made(tmp_path, store, job, handed_in, report, change):
    """A report under another course version, language or level is no report for this one."""
    store.keep(store.key(handed_in[0]), report)

    other = Store(tmp_path / "reports", job._replace(**change))

    assert other.find(other.key(handed_in[0])) is None


def test_store_keeps_few_versions(tmp_path, job):
    """The reports of old versions of the course are removed in the end."""
    orders = [job._replace(fingerprint=str(number)) for number in range(7)]

    opened = [Store(tmp_path, each).open() for each in orders]

    assert len(opened) == 7
    assert len(list((tmp_path / ".store").iterdir())) == 5


def test_damaged_entry_is_no_report(tmp_path, store, handed_in, report):
    """A damaged file in the store is as good as none."""
    store.keep(store.key(handed_in[0]), report)
    (entry,) = (tmp_path / "reports" / ".store").glob("*/*")
    entry.write_bytes(entry.read_bytes()[:100])

    assert store.find(store.key(handed_in[0])) is None
