"""``autograder list`` in all the places where one may stand."""

import pytest

TABLE = """\
assignment   title     task    points
01_doubling  Doubling  double       2
                       Growth       3
                       total        5
"""


def _lines(text):
    return [line.rstrip() for line in text.splitlines()]


@pytest.mark.parametrize("below", [".", "solutions", "assignments", "assignments/01_doubling"])
def test_list_works_in_a_course_and_in_a_students_folders(command_line, tiny_course, below):
    """The same table is shown in the course, among its assignments, and in one of them."""
    command_line("build", cwd=tiny_course)
    run = command_line("list", cwd=tiny_course / below)
    assert (run.returncode, _lines(run.stdout)) == (0, TABLE.splitlines())


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
    complaint = "task 1 (`double`), key `points`: must be a number, not a text"
    assert (run.returncode, run.stderr) == (2, f"autograder: {manifest}: {complaint}\n")
