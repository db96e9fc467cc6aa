"""Keeping assignments/ in step with solutions/."""

import pytest

from autograder.build import build, check
from autograder.course.root import find_course, open_assignment
from autograder.errors import KitError

FOLDER = "assignments/01_doubling"
FILES = [
    "assignment.toml",
    "doubling.ipynb",
    "doubling.py",
    "handout.ko.md",
    "handout.md",
    "test_doubling.py",
]


@pytest.fixture
def course(tiny_course):
    """Open the tiny course and build it."""
    opened = find_course(tiny_course)
    build(opened)
    return opened


def _snapshot(course):
    files = sorted((course.root / FOLDER).iterdir())
    return {file.name: file.read_bytes() for file in files}


def test_a_student_gets_stub_checks_handouts_and_manifest(course):
    """Nothing but the generated files reaches the student's folder, and it opens by itself."""
    assert list(_snapshot(course)) == FILES
    assert open_assignment(course.root / FOLDER).max_score == 5.0


def test_no_solution_and_no_threshold_reaches_a_student(course):
    """Neither a line of a solution nor a threshold of a hidden check is in any file."""
    text = b"\n".join(_snapshot(course).values())
    secrets = [b"np.add", b"for _ in", b"SOLUTION", b"threshold", b"1.9"]
    assert [secret for secret in secrets if secret in text] == []


def test_building_twice_changes_nothing(course):
    """The second build of the same sources writes no file."""
    assert build(course) == []


def test_another_checkout_gives_the_same_bytes(course, tmp_path):
    """What is generated depends on the sources only."""
    (tmp_path / "elsewhere").mkdir()
    build(course, tmp_path / "elsewhere")
    others = {
        file.name: file.read_bytes() for file in (tmp_path / "elsewhere/01_doubling").iterdir()
    }
    assert others == _snapshot(course)


def test_what_is_built_is_in_step(course):
    """After a build the check finds nothing."""
    assert check(course) == []


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda folder: (folder / "doubling.py").unlink(), "doubling.py: is missing"),
        (lambda folder: (folder / "handout.md").write_text("?"), "handout.md: is out of date"),
        (
            lambda folder: (folder / "answers.py").write_text(""),
            "answers.py: is not generated from solutions/",
        ),
    ],
    ids=["missing", "changed", "extra"],
)
def test_each_difference_is_found_and_mended(course, spoil, complaint):
    """A file that is missing, changed or extra is named, and the next build mends it."""
    spoil(course.root / FOLDER)
    assert check(course) == [f"{FOLDER}/{complaint}"]
    build(course)
    assert list(_snapshot(course)) == FILES
    assert check(course) == []


def test_a_folder_that_no_exercise_has_is_named_and_left_alone(course):
    """A folder of another name may hold somebody's work: it is reported, never removed."""
    stray = course.root / "assignments/00_old/notes.md"
    stray.parent.mkdir()
    stray.write_text("mine")
    build(course)
    assert check(course) == ["assignments/00_old/notes.md: is not generated from solutions/"]
    assert stray.read_text() == "mine"


def test_what_tools_leave_behind_is_overlooked(course):
    """Caches and hidden files are neither differences nor removed."""
    cache = course.root / FOLDER / "__pycache__" / "doubling.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"")
    assert (check(course), build(course)) == ([], [])
    assert cache.exists()


def test_a_faulty_exercise_leaves_everything_as_it_was(course):
    """Nothing is written when one of the exercises is refused."""
    before = _snapshot(course)
    solution = course.root / "solutions/01_doubling"
    (solution / "handout.md").write_text("new")
    source = solution / "doubling.py"
    source.write_text(source.read_text().replace("### END SOLUTION", ""))
    with pytest.raises(KitError, match="this BEGIN is inside the solution that began in line 13"):
        build(course)
    assert _snapshot(course) == before


@pytest.mark.parametrize("file", ["doubling.py", "handout.ko.md", "test_doubling.py"])
def test_a_part_that_is_not_written_yet_is_named(course, file):
    """An exercise without one of its files is answered with the name of the file."""
    (course.root / "solutions/01_doubling" / file).unlink()
    with pytest.raises(KitError, match=f"{file}: cannot be read: No such file"):
        build(course)


def test_a_source_in_another_encoding_is_refused(course):
    """An exercise that is not UTF-8 is answered with what to do."""
    (course.root / "solutions/01_doubling/doubling.py").write_bytes("# 두 배".encode("cp949"))
    with pytest.raises(KitError, match="is not UTF-8 text; save it as UTF-8"):
        build(course)
