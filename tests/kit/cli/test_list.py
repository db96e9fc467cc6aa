"""``autograder list`` in all the places where one may stand."""

import pytest

TABLE = """\
01_doubling  Doubling
  task    points  needs
  double       2
  Growth       3  double
  total        5

"""
STUDENTS_TABLE = """\
01_doubling  Doubling
  task    points  written  needs
  double       2  –
  Growth       3  –        double
  total        5  0 of 2

"""


def _lines(text):
    return [line.rstrip() for line in text.splitlines()]


def test_list_in_a_course(command_line, tiny_course):
    """In a course the table shows tasks, points and needs."""
    run = command_line("list", cwd=tiny_course)
    assert (run.returncode, _lines(run.stdout)) == (0, TABLE.splitlines())


@pytest.mark.parametrize("below", ["assignments", "assignments/01_doubling"])
def test_list_in_a_students_folders(command_line, tiny_course, below):
    """A student sees what is written: at first nothing."""
    command_line("build", cwd=tiny_course)
    run = command_line("list", cwd=tiny_course / below)
    assert (run.returncode, _lines(run.stdout)) == (0, STUDENTS_TABLE.splitlines())


def test_list_counts_what_is_written(command_line, tiny_course):
    """A task without its stub counts as written."""
    command_line("build", cwd=tiny_course)
    file = tiny_course / "assignments" / "01_doubling" / "doubling.py"
    stub = 'raise NotImplementedError("double: not written yet")'
    file.write_text(file.read_text(encoding="utf-8").replace(stub, "return 2 * x"), "utf-8")

    run = command_line("list", cwd=file.parent)

    assert "double       2  ✔" in run.stdout
    assert "1 of 2" in run.stdout


def test_list_of_a_named_course(command_line, tiny_course):
    """The course may be named instead of entered."""
    assert _lines(command_line("list", "--course", tiny_course).stdout) == TABLE.splitlines()


def test_list_where_there_is_nothing(command_line):
    """Where there is no assignment the command ends with 2 and says where to go."""
    run = command_line("list")
    assert run.returncode == 2
    assert "no assignments here; change to the folder of an assignment" in run.stderr


def test_a_malformed_manifest_is_one_sentence(command_line, tiny_course, tiny_solution):
    """A mistake in a manifest ends with 2 and one sentence, without a traceback."""
    manifest = tiny_solution / "assignment.toml"
    manifest.write_text(manifest.read_text().replace("points = 2", 'points = "two"'))
    run = command_line("list", "--course", tiny_course)
    complaint = "task 1 (`double`), key `points`: must be a number, not a string"
    assert (run.returncode, run.stderr) == (2, f"autograder: {manifest}: {complaint}\n")
