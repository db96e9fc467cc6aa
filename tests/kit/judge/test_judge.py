"""The judge as a whole, on the tiny course: points, statuses, seeds, order, what it refuses."""

import shutil
from pathlib import Path

import pytest

from autograder.course.root import find_course, open_assignment
from autograder.errors import KitError
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Status

RIGHT = "def double(x):\n    return 2 * x\n"
GROWTH = """
class Growth:
    def __init__(self, value=1.0):
        self.value = value
    def step(self, times=1):
        self.value = self.value * 2 ** times
        return self.value
"""
OWN_FIXTURE = '''

@pytest.fixture(params=[2, 3])
def drawn(request, rng):
    return rng.normal(size=request.param)


@pytest.mark.task("double")
def test_own(student, rng, drawn):
    """Inputs are drawn once."""
    assert not set(drawn) & set(rng.normal(size=3))
    expect.close(student.double(drawn), 2 * drawn, what="double(x)")
'''

BROKEN_FIXTURE = '''

@pytest.fixture(scope="{scope}")
def broken():
    yield
    raise ValueError("nothing to undo")


@pytest.mark.task("Growth")
def test_broken(student, broken):
    """All is well."""
    student.Growth(1.0)
'''


@pytest.fixture
def assignment(tiny_course):
    """Open the one assignment of the tiny course."""
    return find_course(tiny_course).assignment("01")


@pytest.fixture
def hand_in(tmp_path):
    """Write a submission."""

    def write(source: str, student: str = "kim") -> Submission:
        path = tmp_path / f"{student}.py"
        path.write_text(source, encoding="utf-8")
        return Submission(student=student, path=path)

    return write


@pytest.fixture
def grade(assignment):
    """Grade submissions with visible and hidden checks."""

    def run(*submissions, hidden=True, **options):
        with Judge(assignment, hidden=hidden, **options) as judge:
            return list(judge.grade_all(submissions))

    return run


def statuses(report):
    """Give the status of each task by name."""
    return {task.name: task.status for task in report.tasks}


def test_model_answer_gets_all_points(assignment, grade):
    """The model answer passes every check."""
    (report,) = grade(Submission(student="model", path=assignment.source))

    assert report.passed
    assert report.score == report.max_score == 5.0


def test_points_follow_the_weights(grade, hand_in):
    """A task's points are shared by the weights of its checks: one of three passes here."""
    (report,) = grade(hand_in("def double(x):\n    return x * 0 + [2.0, 4.0]\n" + GROWTH))

    assert report.tasks[0].points == pytest.approx(2 / 3)
    assert [check.max_points for check in report.tasks[0].checks] == pytest.approx([2 / 3, 4 / 3])


def test_visible_checks_come_first_and_alone(grade, hand_in):
    """Without the hidden checks only the visible ones run."""
    (report,) = grade(hand_in(RIGHT + GROWTH), hidden=False)

    assert not report.hidden_checks
    assert [check.visible for task in report.tasks for check in task.checks] == [True, True]


def test_failed_need_blocks_where_nobody_answers(tiny_solution, hand_in):
    """Without a model answer a check that fails because of another task is blocked, and says so."""
    source = "def double(x):\n    return 3 * x\n" + GROWTH.replace("* 2 **", "* 3 **")

    with Judge(open_assignment(tiny_solution), hidden=False) as judge:
        report = judge.grade(hand_in(source))

    assert statuses(report) == {"double": Status.FAILED, "Growth": Status.BLOCKED}
    assert "`double`" in report.tasks[1].checks[0].message


def test_right_task_keeps_its_points_beside_a_wrong_one(grade, hand_in):
    """A task that is right by itself has its points, whatever it needs."""
    (report,) = grade(hand_in("def double(x):\n    return 3 * x\n" + GROWTH))

    assert statuses(report) == {"double": Status.FAILED, "Growth": Status.PASSED}
    assert report.score == 3.0


def test_nothing_leaks_from_one_submission_to_the_next(grade, hand_in):
    """Each submission has a process of its own: the second does not find the first one's code."""
    first = hand_in("import numpy\nnumpy.stolen = 1\n" + RIGHT + GROWTH, "ann")
    second = hand_in("import numpy\ndouble = numpy.stolen\n# %%" + GROWTH, "bob")

    reports = grade(first, second)

    assert [report.score for report in reports] == [5.0, 3.0]
    assert "AttributeError" in reports[1].problems[0]


def test_seed_is_that_of_the_code(grade, hand_in):
    """Students with equal code have one seed, others have another, and each keeps theirs."""
    submissions = [hand_in(RIGHT, "ann"), hand_in(RIGHT, "bob"), hand_in(RIGHT + GROWTH, "kim")]

    first, second = grade(*submissions), grade(*submissions)

    assert [report.seed for report in first] == [report.seed for report in second]
    assert first[0].seed == first[1].seed != first[2].seed


def test_regrade_gives_the_same_report(grade, hand_in):
    """A regrade differs in its times only."""
    submission = hand_in("def double(x):\n    return 2 * x + 1e-3\n")

    first, second = grade(submission, submission)

    assert [c.message for t in first.tasks for c in t.checks] == [
        c.message for t in second.tasks for c in t.checks
    ]


def test_one_task_can_be_asked_for(grade, hand_in):
    """Only the tasks that are asked for are checked."""
    (report,) = grade(hand_in(RIGHT), tasks=["double"])

    assert statuses(report) == {"double": Status.PASSED}


def test_nothing_handed_in_is_a_report_of_zero(grade):
    """A student without a file gets a report, a sentence and no points."""
    (report,) = grade(Submission(student="lee", path=None, problem="No file."))

    assert report.score == 0.0
    assert report.problems == ("No file.",)


def test_another_assignment_is_recognised(tiny_course, tiny_solution, grade, hand_in):
    """Who hands in another assignment's work is told so."""
    shutil.copytree(tiny_solution, tiny_course / "solutions" / "02_halving")
    manifest = tiny_course / "solutions" / "02_halving" / "assignment.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"double"', '"halve"').replace("Growth", "Decay"), "utf-8")

    (report,) = grade(hand_in("def halve(x): return x / 2\nclass Decay: pass\n"))

    assert report.problems == ("This looks like 02_halving, but was submitted as 01_doubling.",)


def test_endless_import_costs_one_limit_not_one_a_check(tiny_solution, grade, hand_in):
    """A module that hangs while it is loaded is stopped once, not at every check."""
    manifest = tiny_solution / "assignment.toml"
    limits = "[limits]\ncall_seconds = 0.5\n\n[[task]]"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("[[task]]", limits, 1))
    assignment = find_course(tiny_solution).assignment("01")

    with Judge(assignment, hidden=True) as judge:
        report = judge.grade(hand_in("while True: pass\n"))

    assert set(statuses(report).values()) == {Status.TIMED_OUT}
    assert report.seconds < 2.0


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (('@pytest.mark.task("double", weight=1)\n', ""), "name the task"),
        (('"double", weight=1', '"halve"'), "has no task `halve`"),
        (("import numpy as np\n", "import nunpy as np\n"), "No module named 'nunpy'"),
        (("def test_doubles", "def test_doubles("), "SyntaxError"),
    ],
    ids=["no mark", "unknown task", "import error", "syntax error"],
)
def test_broken_checks_stop_the_judge(tiny_solution, grade, hand_in, spoil, said):
    """Checks that cannot be read are refused: half of the checks would be half a grade."""
    path: Path = tiny_solution / "test_doubling.py"
    path.write_text(path.read_text(encoding="utf-8").replace(*spoil, 1), encoding="utf-8")

    with pytest.raises(KitError) as refusal:
        grade(hand_in(RIGHT))

    assert said in str(refusal.value)


def test_fixture_of_the_author_shares_what_the_check_gets(tiny_solution, grade, hand_in):
    """A fixture beside the checks, its parameters and the check itself draw from one generator."""
    path: Path = tiny_solution / "test_doubling.py"
    path.write_text(path.read_text(encoding="utf-8") + OWN_FIXTURE, encoding="utf-8")

    (report,) = grade(hand_in(RIGHT + GROWTH))

    assert [check.name for check in report.tasks[0].checks[1:3]] == ["test_own[2]", "test_own[3]"]
    assert report.passed


@pytest.mark.parametrize("scope", ["module", "session"])
def test_fixture_that_cannot_be_torn_down_is_the_authors_fault(
    tiny_solution, assignment, hand_in, scope
):
    """No student loses points over a fixture that raises when nobody needs it any more."""
    path: Path = tiny_solution / "test_doubling.py"
    path.write_text(
        path.read_text(encoding="utf-8") + BROKEN_FIXTURE.format(scope=scope), encoding="utf-8"
    )

    with Judge(assignment, hidden=True) as judge, pytest.raises(KitError) as refusal:
        list(judge.grade_all([hand_in(RIGHT + GROWTH), hand_in(RIGHT + GROWTH)]))

    assert "failed to tear down: nothing to undo" in str(refusal.value)


def test_conftest_and_plugins_of_others_have_no_say(tiny_solution, grade, hand_in, monkeypatch):
    """A conftest.py beside the checks and pytest's variables are ignored."""
    (tiny_solution / "conftest.py").write_text("raise SystemExit('conftest was read')\n")
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")

    (report,) = grade(hand_in(RIGHT + GROWTH))

    assert report.score == 5.0
