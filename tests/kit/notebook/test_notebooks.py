"""The notebooks made from an exercise's source."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.build.generators import generated
from autograder.build.notebooks import source_notebook, student_notebook
from autograder.course.root import find_course
from autograder.errors import KitError

NAME = "01_doubling"
CONFIG = """\
from autograder.build.release import preprocessors

c = get_config()
c.CourseDirectory.course_id = "kit"
c.GenerateAssignment.preprocessors = preprocessors()
"""


@pytest.fixture
def assignment(tiny_course):
    """Open the tiny course's one exercise."""
    return find_course(tiny_course).assignment(NAME)


@pytest.fixture
def released(assignment, tmp_path):
    """Return the notebook that nbgrader itself releases of the instructor's."""
    folder = tmp_path / "nbgrader"
    source = folder / "source" / NAME / "doubling.ipynb"
    source.parent.mkdir(parents=True)
    nbformat.write(source_notebook(assignment), source)
    (folder / "nbgrader_config.py").write_text(CONFIG)
    # nbgrader runs alembic, which lies beside the interpreter
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", NAME],
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(tmp_path)},
        check=True,
        timeout=300,
    )
    return nbformat.read(folder / "release" / NAME / "doubling.ipynb", as_version=4)


def _cell(notebook, identity):
    return next(cell for cell in notebook.cells if cell.id == identity)


def test_students_get_what_nbgrader_releases(assignment, released):
    """The student's notebook is the one that `nbgrader generate_assignment` makes, cell by cell."""
    files = generated(assignment)
    built = nbformat.reads(files[Path("doubling.ipynb")].decode(), as_version=4)
    assert built.cells == released.cells
    assert built == released


def test_each_task_has_a_solution_cell_and_a_test_cell_of_one_line(assignment):
    """After the stub of a task comes the line that checks it, worth the task's points."""
    notebook = student_notebook(assignment)
    assert [cell.id for cell in notebook.cells] == [
        "markdown-0", "how-to", "setup", "double", "check-double", "Growth", "check-Growth",
    ]  # fmt: skip
    stub, test = _cell(notebook, "double"), _cell(notebook, "check-double")
    assert stub.source.endswith('    raise NotImplementedError("double: not written yet")')
    assert test.source == 'check("double")'
    assert (stub.metadata.nbgrader.solution, stub.metadata.nbgrader.grade) == (True, False)
    assert (test.metadata.nbgrader.locked, test.metadata.nbgrader.points) == (True, 2.0)


def test_the_first_code_cell_imports_the_check_after_everything_else(assignment):
    """Without the kit, as in the sandbox, numpy has been imported all the same."""
    setup = _cell(student_notebook(assignment), "setup")
    assert setup.source == "import numpy as np\n\nfrom autograder import check"


def test_a_source_without_imports_gets_a_first_cell_of_its_own(assignment):
    """Where the first code cell is a task's, the setup stands in front of it."""
    source = assignment.source.read_text()
    assignment.source.write_text(source.replace("# %%\nimport numpy as np\n", ""))
    cells = student_notebook(assignment).cells
    assert [cell.id for cell in cells][:4] == ["markdown-0", "how-to", "setup", "double"]
    assert cells[2].source == "from autograder import check"


def test_the_instructors_notebook_keeps_the_solutions(assignment):
    """The source version of nbgrader holds each solution between its markers."""
    notebook = source_notebook(assignment)
    assert "### BEGIN SOLUTION\n    return np.add(x, x)\n" in _cell(notebook, "double").source


def test_a_course_may_choose_the_language_of_the_reports(assignment):
    """A notebook made for a Korean course says so in its first code cell."""
    setup = _cell(source_notebook(assignment, "ko"), "setup")
    assert setup.source.endswith('from autograder import check\n\ncheck.language("ko")')


def test_other_solution_cells_are_cleared_as_ever(assignment):
    """What an instructor adds to the notebook loses its solution to nbgrader's own text."""
    from autograder.build.release import release

    notebook = source_notebook(assignment)
    extra = nbformat.from_dict(_cell(notebook, "double"))
    extra.update(id="more", source="x = 1\n### BEGIN SOLUTION\nx = 2\n### END SOLUTION")
    extra.metadata.nbgrader.grade_id = "more"
    notebook.cells.append(extra)
    source = release(notebook).cells[-1].source
    assert source == "x = 1\n# YOUR CODE HERE\nraise NotImplementedError()"


@pytest.mark.parametrize("package", ["jupytext", "nbformat.v4", "nbgrader"])
def test_a_missing_package_is_named_with_its_remedy(assignment, monkeypatch, package):
    """Without the instructor's packages the build says which one is missing and how to get it."""
    monkeypatch.delitem(sys.modules, "autograder.build.release", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(KitError, match=rf"{package}, which .*nn-autograder\[instructor\]"):
        student_notebook(assignment)


def test_a_task_that_cannot_name_a_cell_is_refused(assignment):
    """A task with a Korean name has no place in nbgrader, and is named."""
    for file in (assignment.source, assignment.folder / "assignment.toml"):
        file.write_text(file.read_text().replace("double", "두배"))
    course = find_course(assignment.folder)
    with pytest.raises(KitError, match="task `두배`: nbgrader accepts only names of ASCII letters"):
        student_notebook(course.assignment(NAME))
