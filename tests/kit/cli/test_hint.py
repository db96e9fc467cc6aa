"""``autograder hint TASK [FOLDER]``."""

import shutil

import pytest


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en", "Add x to itself: [1, 2] makes [2, 4]."),
        ("ko", "x를 두 번 더하세요: [1, 2] → [2, 4]."),
    ],
)
def test_the_hint_is_shown_in_the_language_asked_for(command_line, tiny_solution, language, hint):
    """The hint of a task is shown as it is written, brackets and all."""
    run = command_line("hint", "double", "--lang", language, cwd=tiny_solution)
    assert (run.returncode, run.stdout) == (0, f"01_doubling · double\n{hint}\n")


def test_the_folder_may_be_named(command_line, tiny_solution):
    """The folder of the assignment may be given instead of entered."""
    run = command_line("hint", "Growth", tiny_solution)
    assert run.stdout.endswith("Call double in each step.\n")


def test_an_unknown_task_is_answered_with_the_tasks(command_line, tiny_course):
    """A mistyped task ends with 2 and the names of the tasks."""
    run = command_line("hint", "dubble", cwd=tiny_course)
    sentence = "autograder: there is no task `dubble` here; tasks: Growth, double\n"
    assert (run.returncode, run.stderr) == (2, sentence)


def test_a_task_of_two_assignments_has_to_be_told_apart(command_line, tiny_solution):
    """Where two assignments have the task, both are named with what to type."""
    shutil.copytree(tiny_solution, tiny_solution.parent / "02_again")
    run = command_line("hint", "double", cwd=tiny_solution.parent)
    assert run.returncode == 2
    assert "have a task `double`: 01_doubling, 02_again" in run.stderr
    assert "autograder hint double FOLDER" in run.stderr
