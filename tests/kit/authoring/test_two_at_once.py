"""Two mistakes in one task: the report names at least one that was made, and none that was not."""

from pathlib import Path

import numpy as np
import pytest

from autograder.course.root import find_course
from autograder.misconceptions import catalogue_of

COURSE = find_course(Path(__file__))

CLASSES = [
    ("01", "Neuron", "forpass_without_bias", "fit_starts_anew"),
    ("01", "Neuron", "backprop_with_a_two", "fit_once"),
    ("03", "SingleLayer", "forpass_without_bias", "score_in_percent"),
    ("03", "SingleLayer", "fit_starts_at_zero", "losses_are_means"),
    ("03", "SingleLayer", "activation_missing", "predict_is_flat"),
    ("03", "SingleLayer", "predict_gives_numbers", "fit_forgets_the_bias"),
    ("03", "LogisticNeuron", "neuron_gradient_uphill", "neuron_predicts_a_column"),
    ("05", "DualLayer", "hidden_error_without_slope", "losses_are_sums"),
    ("05", "DualLayer", "forpass_without_output_bias", "score_is_a_count"),
    ("06", "MultiClassNetwork", "output_bias_summed_over_classes", "predict_across_samples"),
    ("06", "MultiClassNetwork", "gradients_without_m", "init_with_ones"),
    ("07", "LogisticNeuron_stochastic", "fit_ignores_eta", "evaluate_in_percent"),
]


def gradient_of_a_sum_uphill(X, err):
    """Lack the 1/m, and have the sign turned round."""
    return -np.dot(X.T, err), -np.sum(err)


def cost_of_a_sum_in_bits(a, y):
    """Lack the 1/m, and have the logarithm of base 2."""
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.sum(y * np.log2(a) + (1 - y) * np.log2(1 - a))


def gradient_of_a_sum_in_the_wrong_order(X, err):
    """Lack the 1/m, and give the bias first."""
    return np.sum(err), np.dot(X.T, err)


FUNCTIONS = [
    ("backprop", gradient_of_a_sum_uphill),
    ("CEcost", cost_of_a_sum_in_bits),
    ("backprop", gradient_of_a_sum_in_the_wrong_order),
]


@pytest.fixture
def heads(dry_run):
    """Give a function that plants parts in a task and returns what is named, and all that is."""

    def of(number, task, *parts):
        assignment = COURSE.assignment(number)
        opened = dry_run(assignment.name)
        known = {each.id: each for each in catalogue_of(assignment).known if task in each.tasks}
        code = [known[part].code if isinstance(part, str) else part for part in parts]
        report = opened.grade(opened.subject.names(task, *code), "two at once")
        lines = {
            line
            for each in report.tasks
            for check in each.checks
            for line in check.message.splitlines()
        }
        return {name for name, each in known.items() if each.text.en in lines}

    return of


@pytest.mark.parametrize(
    ("number", "task", "one", "other"),
    [
        pytest.param(*each, marks=[] if each[0] in ("01", "03") else [pytest.mark.soak])
        for each in CLASSES
    ],
)
def test_one_of_two_is_named(heads, number, task, one, other):
    """Of two mistakes in the methods of a class at least one is named, and no third."""
    named = heads(number, task, one, other)

    assert named
    assert named <= {one, other}


@pytest.mark.parametrize(("task", "code"), FUNCTIONS)
def test_two_in_one_function_are_measured(heads, task, code):
    """Two mistakes that a single function mixes are not taken for another."""
    assert heads("03", task, code) == set()
