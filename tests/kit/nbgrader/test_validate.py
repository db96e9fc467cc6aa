"""nbgrader's own Validate, with a kernel, in the folder that a student gets."""

import shutil

import nbformat
import pytest

WRONG = "def double(x):\n    return 3 * x"
SUCCESS = "Success! Your notebook passes all the tests."


@pytest.fixture
def validated(course, tmp_path):
    """Return a function that says what Validate prints on a notebook in the released folder."""
    folder = tmp_path / "student"
    shutil.copytree(course.root / "release" / "01_doubling", folder)

    def validate(notebook):
        nbformat.write(notebook, folder / "doubling.ipynb")
        return course.nbgrader(f"cd:{folder}", "validate doubling.ipynb").stdout

    return validate


def _with_double(notebook, source):
    {cell.id: cell for cell in notebook.cells}["double"].source = source
    return notebook


def test_right(course, validated):
    """A notebook with the right answers passes."""
    assert validated(course.solved()).strip() == SUCCESS


def test_stub(course, validated):
    """Of a notebook as it was handed out, every test cell fails, since nothing is written yet."""
    path = course.root / "release" / "01_doubling" / "doubling.ipynb"
    said = validated(nbformat.read(path, as_version=4))
    assert "FAILED ON 2 CELL(S)" in said
    assert "`double` is not written yet." in said
    assert "`Growth.step` is not written yet." in said


def test_wrong(course, validated):
    """Of a wrong answer the report is shown, uncut, instead of nbgrader's own sentence."""
    said = validated(_with_double(course.solved(), WRONG))
    assert "Your values are 1.5 times what they should be, everywhere." in said
    assert "This needs `double`, which is not right yet: fix that first." in said
    assert "Partial credit" not in said
    assert "..." not in said


def test_korean(course, validated):
    """A notebook that chose Korean is told in Korean what to mend first, uncut."""
    notebook = _with_double(course.solved(), WRONG)
    korean = nbformat.v4.new_code_cell('check.language("ko")')
    notebook.cells.insert([cell.id for cell in notebook.cells].index("double"), korean)
    said = validated(notebook)
    assert "모든 값이 맞는 값의 1.5배입니다." in said
    assert "먼저 `double`부터 고치세요. 아직 맞지 않습니다." in said
    assert "..." not in said


def test_cell_that_python_cannot_read(course, validated):
    """A cell with an error of its own fails its task in a sentence, without a traceback."""
    said = validated(_with_double(course.solved(), "def double(x:\n    return x"))
    assert "There is no `double` yet: its cell could not be run." in said
    assert "not valid Python: '(' was never closed." in " ".join(said.split())
    assert "..." not in said
    assert "Traceback" not in said
