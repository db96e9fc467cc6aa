"""``autograder check``: what it ends with, and what it takes for the student's file."""

import json

import pytest


@pytest.fixture
def folder(command_line, tiny_course):
    """Build the tiny course and give the student's folder."""
    command_line("build", cwd=tiny_course)
    return tiny_course / "assignments" / "01_doubling"


def write(folder, source):
    """Write the student's module."""
    (folder / "doubling.py").write_text(source, encoding="utf-8")


def test_stub_ends_with_1(command_line, folder):
    """Nothing written yet: some checks do not pass."""
    run = command_line("check", cwd=folder)

    assert run.returncode == 1
    assert "0 of 2 visible checks passed" in run.stdout


def test_right_work_ends_with_0(command_line, folder, tiny_solution):
    """All visible checks pass, and grading is said to run more."""
    write(folder, (tiny_solution / "doubling.py").read_text(encoding="utf-8"))

    run = command_line("check", cwd=folder)

    assert run.returncode == 0
    assert "Grading also runs hidden checks." in run.stdout


@pytest.mark.parametrize(
    "cell",
    [
        "def double(x:\n    return x",
        "def double(x):\n    return 2 x",
        "%%time\ndef double(x):\n    return 2 x",
    ],
)
def test_task_in_a_cell_that_python_cannot_read(command_line, folder, cell):
    """The task that is missing for it says what is wrong with the cell, and where."""
    write(folder, f"import numpy as np\n\n# %%\n{cell}\n")

    run = command_line("check", "--task", "double", "--json", cwd=folder)

    (task,) = json.loads(run.stdout)["tasks"]
    message = task["checks"][0]["message"]
    assert message.startswith("`double` could not be defined.\ndoubling.py, line ")
    assert "not valid Python, so this " in message


def test_cell_that_is_left_out_explains_its_own_names_only(command_line, folder):
    """A task that is missing for another reason is not blamed on a cell that was left out."""
    write(folder, "# %%\ndef halve(x:\n    return x\n")

    run = command_line("check", "--task", "double", "--json", cwd=folder)

    (task,) = json.loads(run.stdout)["tasks"]
    assert task["checks"][0]["message"] == "There is no `double` in your code."


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"#" * 1_000_001])
def test_file_that_cannot_be_read_ends_with_2(command_line, folder, content):
    """What cannot be read at all is one sentence, and no check is run."""
    (folder / "doubling.ipynb").unlink()
    (folder / "doubling.py").write_bytes(content)

    run = command_line("check", cwd=folder)

    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith("autograder: ")
    assert run.stderr.count("\n") == 1


def test_missing_file_ends_with_2(command_line, folder):
    """Without a file there is nothing to check."""
    (folder / "doubling.ipynb").unlink()
    (folder / "doubling.py").unlink()

    run = command_line("check", cwd=folder)

    assert run.returncode == 2
    assert "contains no doubling.py and no doubling.ipynb" in run.stderr


def test_notebook_is_checked_where_the_work_is_in_it(command_line, folder):
    """A student who works in the notebook need not name it."""
    path = folder / "doubling.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(each for each in notebook["cells"] if "def double" in "".join(each["source"]))
    cell["source"] = ["def double(x):\n", "    return 2 * x\n"]
    path.write_text(json.dumps(notebook), encoding="utf-8")

    run = command_line("check", "--task", "double", cwd=folder)

    assert run.returncode == 0


def test_unknown_task_ends_with_2(command_line, folder):
    """A task that is not there is answered with those that are."""
    run = command_line("check", "--task", "doubel", cwd=folder)

    assert run.returncode == 2
    assert "tasks: double, Growth" in run.stderr
