"""``--data NAME``: grading on another data set than the manifest's, once it is calibrated."""

import re

import pytest

from autograder.course.data_choice import DataChoice
from autograder.course.manifest import DataSpec, thresholds_on
from autograder.course.root import find_course
from autograder.errors import KitError

DATA = '[data]\nname = "mnist"\nstand_in = "digits"\ntrain = 6000\ntest = 500\n'
ON_MNIST = """
[thresholds.accuracy_mnist]
value = 0.9
seeds = 100
minimum = 0.95
mean = 0.96
std = 0.01
data = "mnist"
"""
HELD_BY_A_CHECK = '''

@pytest.mark.task("double", weight=1)
def test_doubles_the_examples(student, data, thresholds):
    """All examples are doubled.

    ko: 예시가 모두 두 배가 된다.
    """
    share = float(student.double(1.0) == 2.0)
    expect.at_least(share * len(data.y_test), thresholds[f"accuracy_{data.name}"], what="share")
'''


@pytest.fixture
def manifest(tiny_solution):
    """Let the tiny exercise run on MNIST, or on digits where it is absent; give its manifest."""
    file = tiny_solution / "assignment.toml"
    file.write_text(file.read_text("utf-8") + ON_MNIST + DATA, "utf-8")
    return file


@pytest.fixture
def assignment(manifest, tiny_course):
    """Open the exercise of that manifest."""
    return find_course(tiny_course).assignment("01")


@pytest.fixture
def run(command_line, manifest, tiny_course, tmp_path, monkeypatch):
    """Run a command on a course whose check holds a threshold by data set, without MNIST files."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    checks = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    checks.write_text(checks.read_text("utf-8") + HELD_BY_A_CHECK, "utf-8")
    return lambda *words: command_line(*words, "--course", tiny_course)


@pytest.mark.parametrize(
    ("name", "spec"),
    [
        ("fashion_mnist", DataSpec("fashion_mnist", train=6000, test=500)),
        ("mnist", DataSpec("mnist", train=6000, test=500)),
        ("digits", DataSpec("digits")),
    ],
)
def test_nothing_stands_in_for_what_was_asked_for(assignment, name, spec):
    """Another set is taken as the manifest's own, its stand-in whole, and nothing stands in."""
    assert assignment.on_data(name).manifest.data == spec


def test_full_data_of_another_set(assignment):
    """Both choices together take the whole of the other set."""
    assert DataChoice("mnist", full=True).of(assignment).manifest.data == DataSpec("mnist")


def test_thresholds_of_a_set(assignment):
    """Thresholds that end in the name of a data set are looked up by the name of another."""
    assert thresholds_on(assignment.manifest, "fashion_mnist") == {"accuracy_fashion_mnist"}


def test_a_set_whose_name_ends_in_anothers(manifest, tiny_course):
    """A threshold on Fashion-MNIST is not taken for one on MNIST."""
    fashion = ON_MNIST.replace("accuracy_mnist", "accuracy_fashion_mnist")
    manifest.write_text(manifest.read_text("utf-8") + fashion, "utf-8")
    course = find_course(tiny_course)

    assert thresholds_on(course.assignment("01").manifest, "digits") == {"accuracy_digits"}


def test_a_set_that_was_not_calibrated_is_refused(assignment):
    """Without a measured threshold nobody is graded, and the remedy is named."""
    with pytest.raises(KitError, match="calibrate 01_doubling --data fashion_mnist`"):
        DataChoice("fashion_mnist").of(assignment)


def test_a_set_that_there_is_not_is_refused(assignment):
    """A mistyped name is answered with those that there are."""
    with pytest.raises(KitError, match=r"no data set fashion; available: .*fashion_mnist"):
        DataChoice("fashion").of(assignment)


def test_checks_that_are_written_for_one_set(manifest, tiny_course):
    """Where no threshold tells data sets apart, the checks need their own."""
    manifest.write_text(manifest.read_text("utf-8").replace("_mnist]", "]"), "utf-8")

    with pytest.raises(KitError, match="can only be graded on mnist"):
        find_course(tiny_course).assignment("01").on_data("digits")


def test_an_assignment_without_data(tiny_course):
    """Where there are no data there is no other set."""
    with pytest.raises(KitError, match="01_doubling has no data set"):
        find_course(tiny_course).assignment("01").on_data("digits")


def test_calibrate_and_grade(run, manifest, tiny_solution):
    """Refused at first, a set is graded on with the threshold that calibrate prints."""
    grade = ("grade", tiny_solution / "doubling.py", "--assignment", "01", "--data", "digits")

    before = run(*grade, "--allow-unisolated")
    measured = run("calibrate", "01", "--data", "digits", "--seeds", "2")
    printed = re.search(r"\[thresholds\.accuracy_digits\].*?\n\n", measured.stdout + "\n", re.S)
    manifest.write_text(f"{manifest.read_text('utf-8')}\n{printed[0]}", "utf-8")
    after = run(*grade, "--allow-unisolated", "--json")

    assert before.returncode == 2
    assert "has no accuracy_digits" in before.stderr
    assert "value = 360" in printed[0]
    assert after.returncode == 0, after.stderr
    assert '"score":5.0' in after.stdout
    assert '"stand_in":false' in after.stdout
