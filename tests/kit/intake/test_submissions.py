"""Listing a class: one submission per student, whatever lies in the folders."""

import os

import pytest

from autograder.errors import KitError
from autograder.intake import Submission, submissions


def _put(path, text="x = 1\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def _of(path):
    return list(submissions(path, "03_net", "net"))


def test_every_folder_is_a_student(tmp_path):
    """Students are the folders, sorted, wherever below the file lies."""
    kim = _put(tmp_path / "kim" / "net.py")
    lee = _put(tmp_path / "lee" / "03_net" / "net.ipynb")
    han = _put(tmp_path / "han" / "a" / "b" / "net.py")
    assert _of(tmp_path) == [
        Submission("han", han),
        Submission("kim", kim),
        Submission("lee", lee),
    ]


def test_a_student_without_a_file_is_listed_with_the_reason(tmp_path):
    """A student who handed in nothing usable still gets a report."""
    _put(tmp_path / "kim" / "net.py")
    _put(tmp_path / "lee" / "other.py")
    lee = _of(tmp_path)[1]
    assert (lee.student, lee.path) == ("lee", None)
    assert lee.problem.endswith(
        "contains no net.py and no net.ipynb; found: other.py. If this is the right file, rename "
        "it; if it belongs to another assignment, submit this one's"
    )


def test_what_tools_leave_behind_is_no_student(tmp_path):
    """Hidden folders, caches and loose files are no students."""
    _put(tmp_path / "kim" / "net.py")
    _put(tmp_path / ".git" / "net.py")
    _put(tmp_path / "__MACOSX" / "net.py")
    _put(tmp_path / "roster.csv")
    assert [each.student for each in _of(tmp_path)] == ["kim"]


def test_a_linked_folder_is_not_followed(tmp_path):
    """A student whose folder is a link to somebody else's gets nothing from it."""
    _put(tmp_path / "kim" / "net.py")
    (tmp_path / "lee").symlink_to("kim")
    lee = _of(tmp_path)[1]
    assert lee.path is None
    assert lee.problem.endswith("lee: is a link; submit the folder itself")


def test_a_linked_folder_below_a_student_is_not_followed(tmp_path):
    """Nor is a link further below followed."""
    _put(tmp_path / "kim" / "03_net" / "net.py")
    (tmp_path / "lee").mkdir()
    (tmp_path / "lee" / "03_net").symlink_to("../kim/03_net")
    assert _of(tmp_path)[1].path is None


def test_the_file_nearest_to_the_top_is_taken(tmp_path):
    """An old copy further below does not count."""
    near = _put(tmp_path / "kim" / "net.py")
    _put(tmp_path / "kim" / "old" / "net.py")
    assert _of(tmp_path) == [Submission("kim", near)]


def test_the_folder_of_the_assignment_wins(tmp_path):
    """Of files equally deep, the one in the assignment's folder is taken."""
    _put(tmp_path / "kim" / "02_old" / "net.py")
    right = _put(tmp_path / "kim" / "03_net" / "net.py")
    assert _of(tmp_path) == [Submission("kim", right)]


_NOON = " 12:00:00 UTC"
# folders of two attempts, the first one first, and what tells their order
ATTEMPTS = {
    "dates": ("2026-03-02", "2026-03-10", None),
    "numbers": ("attempt 9", "attempt 10", None),
    "Korean numbers": ("1차 제출", "2차 제출", None),
    "time stamps": ("b", "a", ("2026-03-02 12:00:00.5 UTC", "2026-03-02 12:00:01.1 UTC")),
    "time stamps before dates": (
        "2026-03-10",
        "2026-03-02",
        (f"2026-03-01{_NOON}", f"2026-04-01{_NOON}"),
    ),
    "times of the files": ("new", "final", None),
}


@pytest.mark.parametrize(("first", "latest", "stamps"), ATTEMPTS.values(), ids=ATTEMPTS)
@pytest.mark.parametrize("inner", ["", "03_net/"])
def test_the_latest_attempt_is_read(tmp_path, first, latest, stamps, inner):
    """Of two attempts the latest counts, or the first, and the report says which of how many."""
    paths = [_put(tmp_path / "kim" / f"{each}/{inner}net.py") for each in (first, latest)]
    for number, path in enumerate(paths):
        os.utime(path, (1_780_000_000 + number, 1_780_000_000 + number))
        if stamps:
            path.with_name("timestamp.txt").write_text(stamps[number], encoding="utf-8")

    (kim,) = _of(tmp_path)
    (again,) = submissions(tmp_path, "03_net", "net", attempt="first")

    assert (kim.path, again.path) == (paths[1], paths[0])
    assert kim.problem == f"2 folders contain net.py; the latest was read: {latest}"
    assert again.problem == f"2 folders contain net.py; the first was read: {first}"


def test_a_script_beside_a_notebook_is_told(tmp_path):
    """A student who handed in both is told which one was read."""
    script = _put(tmp_path / "kim" / "net.py")
    _put(tmp_path / "kim" / "net.ipynb")
    note = "net.py was read, net.ipynb was not; submit only one of the two"
    assert _of(tmp_path) == [Submission("kim", script, note)]


def test_a_bottomless_tree_is_given_up(tmp_path):
    """Folders in folders are searched to a few levels only."""
    _put(tmp_path.joinpath("kim", *"abcdefgh", "net.py"))
    assert _of(tmp_path)[0].path is None


@pytest.mark.parametrize(
    ("file", "student"),
    [("kim/net.py", "kim"), ("kim/03_net/net.ipynb", "kim"), ("class/kim.py", "kim")],
)
def test_a_single_file_tells_its_student(tmp_path, file, student):
    """The student of a single file is its folder, or its name when that is not the module's."""
    path = _put(tmp_path / file)
    assert _of(path) == [Submission(student, path, alone=True)]


def test_a_folder_that_holds_the_file_is_one_submission(tmp_path):
    """The folder of one student is that student's submission."""
    path = _put(tmp_path / "kim" / "net.py")
    (tmp_path / "kim" / "figures").mkdir()
    assert _of(tmp_path / "kim") == [Submission("kim", path)]


def test_names_of_students_are_safe_to_print(tmp_path):
    """Control characters in the name of a folder do not reach the terminal."""
    _put(tmp_path / "kim\x1b[2J" / "net.py")
    assert _of(tmp_path)[0].student == "kim\N{REPLACEMENT CHARACTER}[2J"


def test_an_empty_folder_is_answered_with_what_was_expected(tmp_path):
    """A folder without students is answered with what should be in it."""
    with pytest.raises(KitError, match=r"one folder per student that contains net.py"):
        _of(tmp_path)


def test_a_path_that_does_not_exist_is_named(tmp_path):
    """A mistyped path is answered with its name."""
    with pytest.raises(KitError, match="nowhere: does not exist"):
        _of(tmp_path / "nowhere")
