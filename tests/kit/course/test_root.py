"""Finding courses and assignments."""

import pytest

from autograder.course.discovery import assignments_in
from autograder.course.root import find_course, is_course, open_assignment
from autograder.errors import KitError


@pytest.mark.parametrize("below", [".", "solutions", "solutions/01_doubling", "tests/grading"])
def test_a_course_is_found_from_any_folder_in_it(tiny_course, below):
    """The course is found by walking up."""
    assert find_course(tiny_course / below).root == tiny_course


def test_outside_of_a_course_the_remedy_is_named(tmp_path):
    """Without a course the answer says what one is and how to name it."""
    with pytest.raises(KitError, match=r"not in a course .* --course DIR"):
        find_course(tmp_path)


def test_a_folder_without_hidden_checks_is_no_course(tiny_course):
    """A student's folder that happens to be called solutions makes no course."""
    (tiny_course / "tests").rename(tiny_course / "other")
    assert not is_course(tiny_course)


def test_an_assignment_of_a_course_knows_its_parts(tiny_course):
    """An assignment of a course knows where source and both kinds of checks lie."""
    assignment = find_course(tiny_course).assignment("01_doubling")
    places = (assignment.source, assignment.visible, assignment.hidden / "test_doubling.py")
    assert [place.is_file() for place in places] == [True, True, True]
    assert assignment.course == tiny_course
    assert assignment.max_score == 5.0


def test_assignments_are_sorted(tiny_course):
    """Assignments come in the order of their names."""
    (tiny_course / "solutions" / "01_doubling").rename(tiny_course / "solutions" / "10_last")
    _add(tiny_course, "02_first")
    names = [assignment.name for assignment in find_course(tiny_course).assignments]
    assert names == ["02_first", "10_last"]


@pytest.mark.parametrize("name", ["01", "01_d", "01_doubling"])
def test_a_beginning_that_fits_one_assignment_is_enough(tiny_course, name):
    """An assignment may be named by a beginning of its name."""
    assert find_course(tiny_course).assignment(name).name == "01_doubling"


@pytest.mark.parametrize("name", ["1", "01", "001"])
def test_a_number_needs_no_leading_zero(tiny_course, name):
    """An assignment may be named by its number, which no longer number is taken for."""
    _add(tiny_course, "10_last")
    assert find_course(tiny_course).assignment(name).name == "01_doubling"


def test_an_exact_name_wins_over_longer_ones(tiny_course):
    """A full name that is also the beginning of another is not ambiguous."""
    _add(tiny_course, "01_doubling_again")
    assert find_course(tiny_course).assignment("01_doubling").name == "01_doubling"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("07", "there is no assignment `07`; assignments: 01_doubling, 01_halving"),
        ("01", "`01` matches more than one assignment: 01_doubling, 01_halving"),
    ],
)
def test_a_name_that_fits_none_or_several_is_answered_with_the_names(tiny_course, name, complaint):
    """The answer to an unknown or ambiguous name lists the assignments."""
    _add(tiny_course, "01_halving")
    with pytest.raises(KitError, match=complaint):
        find_course(tiny_course).assignment(name)


def test_an_unknown_task_is_answered_with_the_tasks(tiny_course):
    """The answer to an unknown task lists the tasks."""
    assignment = find_course(tiny_course).assignment("01")
    with pytest.raises(KitError, match="has no task `triple`; tasks: double, Growth"):
        assignment.task("triple")


def test_a_students_folder_has_neither_course_nor_hidden_checks(tiny_solution):
    """A student's folder opens by itself, without anything above it."""
    assignment = open_assignment(tiny_solution)
    assert (assignment.name, assignment.hidden, assignment.course) == ("01_doubling", None, None)


def test_a_students_folder_may_be_renamed(command_line, tiny_course):
    """The assignment that students get keeps its name, whatever they call its folder."""
    command_line("build", cwd=tiny_course)
    folder = (tiny_course / "assignments" / "01_doubling").rename(tiny_course / "homework")
    assert open_assignment(folder).name == "01_doubling"


def test_another_name_than_the_folders_is_refused(tiny_course, tiny_solution):
    """In a course the folder has the name, and a key that says another one is no help."""
    path = tiny_solution / "assignment.toml"
    path.write_text('name = "mine"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KitError, match="key `name`: remove it"):
        find_course(tiny_course)


@pytest.mark.parametrize("file", ["assignment.toml", "test_doubling.py"])
def test_a_students_folder_without_a_part_is_refused(tiny_solution, file):
    """What is missing in a student's folder is named."""
    (tiny_solution / file).unlink()
    with pytest.raises(KitError, match=f"it has no {file}"):
        open_assignment(tiny_solution)


def test_full_data_takes_the_limits_off(tiny_solution):
    """On full data the numbers of examples are taken off, and nothing else changes."""
    manifest = tiny_solution / "assignment.toml"
    manifest.write_text(manifest.read_text() + '[data]\nname = "mnist"\ntrain = 6000\n')
    data = open_assignment(tiny_solution).on_full_data().manifest.data
    assert (data.name, data.train) == ("mnist", None)


@pytest.mark.parametrize("below", [".", "solutions", "solutions/01_doubling", "tests"])
def test_assignments_are_found_from_course_folder_and_exercise(tiny_course, below):
    """The course, a folder of assignments and a single one all lead to the assignments."""
    assert [each.name for each in assignments_in(tiny_course / below)] == ["01_doubling"]


def test_a_folder_without_assignments_is_answered_with_where_to_go(tmp_path):
    """Where there is no assignment the answer says where to look."""
    with pytest.raises(KitError, match="no assignments here"):
        assignments_in(tmp_path)


def _add(course, name):
    folder = course / "solutions" / name
    folder.mkdir()
    source = next((course / "solutions").glob("*/assignment.toml"))
    (folder / source.name).write_bytes(source.read_bytes())
