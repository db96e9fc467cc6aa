"""Making an nbgrader course, and making it again."""

import json

import nbformat
import pytest
from click.testing import CliRunner

from autograder.cli import grade
from autograder.cli.course import command
from autograder.errors import KitError


def _init(course, *options):
    """Run ``autograder course init`` in this process: nbgrader takes long to start."""
    words = ["init", str(course.root), *options]
    return CliRunner().invoke(command, words, catch_exceptions=False).stdout


def test_nothing_secret_in_source_but_the_solutions(course):
    """Beside the instructor's notebook, source/ holds what students may have."""
    files = {path.name for path in (course.root / "source" / "01_doubling").iterdir()}
    public = {"assignment.toml", "handout.md", "handout.ko.md", "test_doubling.py"}
    assert files == {*public, "doubling.ipynb"}


def test_release_holds_no_solution(course):
    """The released folder holds neither a solution nor a hidden check."""
    files = (course.root / "release" / "01_doubling").iterdir()
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert "np.add" not in text
    assert "test_reaches_the_threshold" not in text


def test_again_changes_nothing(course):
    """Running init again on a course that is up to date writes nothing."""
    said = _init(course)
    assert "0 files written" in said


@pytest.fixture
def edit(course):
    """Change the source notebook as an instructor does, by cell."""
    path = course.root / "source" / "01_doubling" / "doubling.ipynb"

    def edit(change=None):
        notebook = nbformat.read(path, as_version=4)
        cells = {cell.id: cell for cell in notebook.cells}
        if change is not None:
            change(notebook, cells)
            nbformat.write(notebook, path)
        return cells

    return edit


@pytest.fixture
def change_kit(own_kit):
    """Replace text in the kit's module and manifest."""

    def replace(old, new):
        for name in ("doubling.py", "assignment.toml"):
            path = own_kit / "solutions" / "01_doubling" / name
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return replace


def _add_own(notebook, _cells):
    notebook.cells.insert(2, nbformat.v4.new_markdown_cell("My own words.", id="own"))


def test_again_keeps_cells_of_the_instructor_and_updates_the_kits(course, edit, change_kit):
    """The own cell stays in its place, while text and points follow the kit."""
    before = list(edit(_add_own))
    change_kit("class Growth", "# A remark.\nclass Growth")
    change_kit("points = 3", "points = 6")

    said = _init(course)

    cells = edit()
    assert list(cells) == [*before[:2], "own", *before[2:]]
    assert cells["own"].source == "My own words."
    assert "# A remark." in cells["Growth"].source
    assert cells["check-Growth"].metadata.nbgrader.points == 6
    assert "kept" not in said
    assert "0 files written" in _init(course)


def test_again_keeps_what_both_have_changed_and_names_it(course, edit, change_kit):
    """The instructor's points and text stay; other parts of the same cells follow the kit."""

    def change(_notebook, cells):
        cells["check-Growth"].metadata.nbgrader.points = 20
        cells["Growth"].source += "\n# Mine."

    edit(change)
    change_kit("class Growth", "# A remark.\nclass Growth")

    said = _init(course)

    assert edit()["check-Growth"].metadata.nbgrader.points == 20
    assert "# Mine." in edit()["Growth"].source
    assert "doubling.ipynb, cell `Growth`: kept, because you have edited it" in said
    assert said.count("kept") == 1


def test_again_leaves_out_what_the_instructor_deleted(course, edit, change_kit):
    """A deleted cell does not come back; a cell that is new in the kit does."""

    def delete(notebook, cells):
        notebook.cells.remove(cells["how-to"])

    edit(delete)
    change_kit("class Growth", "class Growth")
    path = next(course.root.parent.rglob("kit/solutions/01_doubling/doubling.py"))
    path.write_text(path.read_text(encoding="utf-8") + "\n# %% [markdown]\n# New.\n", "utf-8")

    _init(course)

    cells = edit()
    assert "how-to" not in cells
    assert list(cells.values())[-1].source == "New."


def test_again_keeps_a_notebook_that_cannot_be_merged(course):
    """One that is no notebook, and any other file that was edited, are left alone and named."""
    folder = course.root / "source" / "01_doubling"
    for name in ("doubling.ipynb", "handout.md"):
        (folder / name).write_text("My own words.", encoding="utf-8")

    said = _init(course)

    assert "doubling.ipynb: kept, because you have edited it" in said
    assert "handout.md: kept, because you have edited it" in said
    assert (folder / "doubling.ipynb").read_text(encoding="utf-8") == "My own words."


def test_again_keeps_a_notebook_whose_cells_have_no_ids(course, edit, change_kit):
    """An old Jupyter drops them: nothing can be merged, and the file is named each time."""

    def drop(notebook, _cells):
        notebook.nbformat_minor = 4
        for cell in notebook.cells:
            del cell["id"]

    edit(drop)
    change_kit("class Growth", "# A remark.\nclass Growth")

    for _time in range(2):
        assert "doubling.ipynb: kept, because you have edited it" in _init(course)


def test_again_after_a_version_that_kept_no_cells(course, edit, change_kit):
    """What a file of the link does not hold cannot be merged, neither now nor later."""
    link = course.root / "autograder.json"
    content = json.loads(link.read_text())
    del content["cells"]
    link.write_text(json.dumps(content))
    edit(_add_own)
    change_kit("class Growth", "# A remark.\nclass Growth")

    for _time in range(2):
        assert "doubling.ipynb: kept, because you have edited it" in _init(course)
    assert "# A remark." not in edit()["Growth"].source


def test_again_restores_what_is_missing(course):
    """A file that was deleted is written again."""
    handout = course.root / "source" / "01_doubling" / "handout.md"
    handout.unlink()
    _init(course)
    assert handout.is_file()


def test_own_settings_stay(course):
    """Lines of the instructor's in nbgrader_config.py survive, the kit's follow the options."""
    path = course.root / "nbgrader_config.py"
    path.write_text(path.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    _init(course, "--db-url", "postgresql+psycopg:///class")
    text = path.read_text()
    assert text.endswith("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    assert "c.CourseDirectory.db_url = 'postgresql+psycopg:///class'" in text


def test_language(course):
    """The language chosen is that of the notebooks, and stays until another is chosen."""
    _init(course, "--lang", "ko")
    _init(course)
    source = (course.root / "source" / "01_doubling" / "doubling.ipynb").read_text()
    assert 'check.language(\\"ko\\")' in source


def test_kit_that_is_gone(course):
    """A course whose kit is no longer there says so, without a traceback."""
    path = course.root / "autograder.json"
    path.write_text(path.read_text().replace("/kit", "/moved"))
    ended = course.autograder("grade", "--assignment", "01", check=False)
    assert (ended.returncode, "there is no course at" in ended.stderr) == (2, True)
    assert "Traceback" not in ended.stderr


def test_without_nbgrader(course):
    """Where nbgrader is missing, the extra of the distribution is named."""
    program = (
        "import sys; sys.modules['nbgrader'] = None; from autograder.cli import main; "
        f"main(['course', 'init', {str(course.root)!r}])"
    )
    ended = course.start("-c", program)
    said, _none = ended.communicate()
    assert (ended.returncode, "nn-autograder[instructor]" in said) == (2, True)


@pytest.mark.parametrize("folder", [".", "submitted"])
def test_course_leads_to_its_kit(course, folder):
    """Commands that take a course take an nbgrader course, or a folder in it."""
    (course.root / "submitted").mkdir()
    listed = course.autograder("list", "--course", course.root / folder).stdout
    assert "01_doubling" in listed


def test_no_submissions_and_no_course(released):
    """Without SUBMISSIONS, a folder that is no nbgrader course is refused with a sentence."""
    words = ["--assignment", "01", "--course", str(released / "kit")]
    with pytest.raises(KitError, match="name the SUBMISSIONS to grade"):
        CliRunner().invoke(grade.command, words, catch_exceptions=False)


def test_nobody_has_handed_in(course):
    """A class in which nobody has handed in is not graded."""
    words = ["--assignment", "01", "--course", str(course.root)]
    with pytest.raises(KitError, match="no submissions for 01_doubling"):
        CliRunner().invoke(grade.command, words, catch_exceptions=False)
