"""``autograder calibrate``: what the model answer reaches, and the threshold that follows."""

import re

import numpy as np
import pytest
from scipy.stats import norm

from autograder.course.manifest import read_manifest
from autograder.judge.calibration import FALSE_ALARMS, MODEL_ANSWER, Distribution

THRESHOLD = re.compile(r"\[thresholds\.growth\]\n(?:\w+ = .*\n)+")


@pytest.fixture
def measured(command_line, tiny_course):
    """Calibrate the tiny course over three seeds, with a plot."""
    run = command_line(
        "calibrate", "01", "--seeds", "3", "--plot", "plot.svg", "--course", ".", cwd=tiny_course
    )
    assert run.returncode == 0
    return run.stdout


def test_table_shows_the_distribution(measured):
    """The table holds a row for the threshold, with the number of seeds."""
    heading, row = measured.splitlines()[:2]

    assert heading.split() == ["threshold", "of", "n", "minimum", "mean", "std", "proposed"]
    assert row.split()[:4] == ["growth", "model", "answer", "3"]


def test_reference_is_measured_beside_the_model_answer(command_line, tiny_course):
    """If the course trains the reference implementation, it has its own row."""
    reference = tiny_course / "reference_impl" / "doubling"
    reference.mkdir(parents=True)
    (reference / "trainer.py").write_text(
        "class Growth:\n"
        "    def step(self, times=1):\n"
        "        self.value = self.value * 2**times\n"
        "        return self.value\n"
        "ANSWERS = {'Growth': Growth}\n"
    )

    run = command_line("calibrate", "01", "--seeds", "2", cwd=tiny_course)

    assert [line.split()[:2] for line in run.stdout.splitlines()[1:3]] == [
        ["growth", "model"],
        ["growth", "reference"],
    ]
    assert run.stdout.count("[thresholds.growth]") == 1


def test_printed_tables_fit_the_manifest(measured, tiny_solution):
    """What is printed for the manifest takes the place of the thresholds in it."""
    path = tiny_solution / "assignment.toml"
    printed = measured.partition("For the manifest:\n")[2]
    path.write_text(THRESHOLD.sub(printed, path.read_text(encoding="utf-8")), encoding="utf-8")

    (threshold,) = read_manifest(path).thresholds.values()

    assert (threshold.seeds, threshold.data) == (3, "made by the checks")
    assert threshold.value <= threshold.minimum <= threshold.mean


def test_plot_is_drawn(measured, tiny_course):
    """The distributions are drawn into the file that was named."""
    assert (tiny_course / "plot.svg").read_bytes().startswith(b"<?xml")


def test_assignment_without_thresholds(command_line, tiny_course, tiny_solution):
    """Where there is nothing to measure the command says so and ends with 2."""
    path = tiny_solution / "assignment.toml"
    path.write_text(THRESHOLD.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")

    run = command_line("calibrate", "01", cwd=tiny_course)

    assert run.returncode == 2
    assert run.stderr == "autograder: 01_doubling has no thresholds.\n"


def test_wrong_model_answer_is_not_measured(command_line, tiny_course, tiny_solution):
    """A model answer that fails a check is refused, since its figures mean nothing."""
    path = tiny_solution / "doubling.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("np.add(x, x)", "np.add(x, 2)"), encoding="utf-8")

    run = command_line("calibrate", "01", "--seeds", "2", cwd=tiny_course)

    assert run.returncode == 2
    assert run.stderr.startswith(
        "autograder: The model answer of 01_doubling does not pass test_doubles_known_numbers "
        "(seed 0); fix it first: `double(x)` is not right."
    )


def test_correct_work_misses_the_proposal_once_in_10_000():
    """For normal readings the proposal lies at the quantile 1e-4 or below it."""
    readings = norm.rvs(0.9, 0.01, size=2000, random_state=1)

    proposal = Distribution("accuracy", MODEL_ANSWER, readings, "made up").proposal

    assert norm.cdf(proposal, 0.9, 0.01) <= FALSE_ALARMS


def test_a_long_tail_lowers_the_proposal():
    """With one run far below the rest the proposal lies below that run too."""
    readings = np.append(np.full(99, 0.9), 0.7)

    assert Distribution("accuracy", MODEL_ANSWER, readings, "made up").proposal < 0.7
