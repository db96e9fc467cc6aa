"""Grading into the gradebook: by nbgrader's command and by the kit's, with the same result."""

import shutil

import nbformat
import pytest

AUTOGRADE = "autograde 01_doubling"
TABLES = {
    "grades": """
        SELECT s.student_id, b.name, g.auto_score, g.manual_score, g.needs_manual_grade
        FROM grade g JOIN base_cell b ON b.id = g.cell_id
        JOIN submitted_notebook n ON n.id = g.notebook_id
        JOIN submitted_assignment s ON s.id = n.assignment_id ORDER BY 1, 2
    """,
    "comments": """
        SELECT s.student_id, b.name, c.auto_comment, c.manual_comment
        FROM comment c JOIN base_cell b ON b.id = c.cell_id
        JOIN submitted_notebook n ON n.id = c.notebook_id
        JOIN submitted_assignment s ON s.id = n.assignment_id ORDER BY 1, 2
    """,
    "submissions": """
        SELECT s.student_id, s.timestamp, n.late_submission_penalty
        FROM submitted_assignment s JOIN submitted_notebook n ON n.assignment_id = s.id ORDER BY 1
    """,
    "students": "SELECT id FROM student ORDER BY rowid",
}


def _hand_in(course):
    """Hand in for three students: all right, the first task wrong, nothing written."""
    course.hand_in("right", course.solved())
    wrong = course.solved()
    cells = {cell.id: cell for cell in wrong.cells}
    cells["double"].source = "def double(x):\n    raise ValueError('<b>bold</b>')"
    course.hand_in("wrong", wrong)
    blank = course.root / "release" / "01_doubling" / "doubling.ipynb"
    course.hand_in("blank", nbformat.read(blank, as_version=4))


@pytest.fixture
def handed_in(course):
    """Give a test a course in which three students have handed in."""
    _hand_in(course)
    return course


@pytest.fixture(scope="module")
def graded(released, course_type, tmp_path_factory):
    """Let nbgrader's own command grade the three, for tests that only look."""
    root = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(released / "course", root)
    course = course_type(root)
    _hand_in(course)
    course.nbgrader(AUTOGRADE)
    return course


@pytest.fixture
def autograded(graded, course_type, tmp_path):
    """Give a test a copy of that course of its own."""
    shutil.copytree(graded.root, tmp_path / "autograded")
    return course_type(tmp_path / "autograded")


def _state(course):
    """Return what the gradebook and the folder of graded notebooks hold."""
    folder = course.root / "autograded"
    files = {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: course.query(text) for name, text in TABLES.items()} | {"files": files}


def test_points(graded):
    """The gradebook holds each task's points."""
    points = {name: graded.points(name) for name in ("right", "wrong", "blank")}
    none = {"check-double": 0.0, "check-Growth": 0.0}
    full = {"check-double": 2.0, "check-Growth": 3.0}
    assert points == {"right": full, "wrong": {**full, "check-double": 0.0}, "blank": none}


def test_one_number_a_test_cell(graded):
    """A test cell has one result, whose plain text is a bare number."""
    cells = [cell for cell in graded.graded("wrong").cells if cell.id.startswith("check-")]
    results = [(output.output_type, output.data["text/plain"]) for output in cells[0].outputs]
    assert (len(cells), results) == (2, [("execute_result", "0.0")])


def test_comments(graded):
    """An answer that is wrong gets the diagnosis, a right one nothing, a blank one nbgrader's."""
    assert graded.comments("right") == {"double": None, "Growth": None}
    assert graded.comments("blank") == {"double": "No response.", "Growth": "No response."}
    assert "Twice 1 and 2 are 2 and 4." in graded.comments("wrong")["double"]


def test_students_text_is_text(graded):
    """What a student's exception says is shown, and is no HTML."""
    assert "&lt;b&gt;bold&lt;/b&gt;" in graded.said("wrong")
    assert "<b>" not in graded.said("wrong")


def test_answered_task_says_who_answered(graded):
    """A task that uses a wrong one is judged by itself, and its test cell says so."""
    assert "the model answer replaced: `double`" in graded.said("wrong")


def test_same_by_the_kits_own_command(handed_in, graded):
    """`autograder grade --course` leaves the same grades, comments and files, byte by byte."""
    handed_in.autograder("grade", "--course", handed_in.root, "--assignment", "01")
    assert _state(handed_in) == _state(graded)


def test_rows_of_a_submission_are_found_without_reading_all(handed_in):
    """The gradebook has an index for what nbgrader asks of each submission, when it exports say."""
    handed_in.autograder("grade", "--course", handed_in.root, "--assignment", "01")
    plan = handed_in.query("""
        EXPLAIN QUERY PLAN SELECT g.id, c.id FROM submitted_assignment s
        CROSS JOIN submitted_notebook n ON n.assignment_id = s.id
        CROSS JOIN grade g ON g.notebook_id = n.id
        CROSS JOIN comment c ON c.notebook_id = n.id
    """)
    assert ["USING INDEX autograder_" in step[-1] for step in plan] == [False, True, True, True]


def test_manual_points_stay(autograded):
    """Points given by hand survive both kinds of regrading, and nbgrader asks to look again."""
    grade = "book.find_grade('check-double', 'doubling', '01_doubling', 'wrong')"
    autograded.nbgrader(f"gradebook:{grade}.manual_score = 1.5", f"{AUTOGRADE} --force")
    by_nbgrader = autograded.query(TABLES["grades"])
    autograded.autograder("grade", "--course", autograded.root, "--assignment", "01")
    assert ("wrong", "check-double", 0.0, 1.5, 1) in by_nbgrader
    assert autograded.query(TABLES["grades"]) == by_nbgrader


@pytest.mark.parametrize(("force", "points"), [("", 0.0), ("--force", 2.0)])
def test_regrade_by_force_only(autograded, force, points):
    """A submission that nbgrader has graded is left alone, unless by force."""
    path = autograded.root / "submitted" / "blank" / "01_doubling" / "doubling.ipynb"
    nbformat.write(autograded.solved(), path)
    autograded.nbgrader(f"{AUTOGRADE} {force}")
    assert autograded.points("blank")["check-double"] == points


def test_late(handed_in):
    """The course's penalty for late submissions is applied by either command."""
    settings = handed_in.root / "nbgrader_config.py"
    settings.write_text(settings.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    due = "duedate='2026-03-01 12:00:00 UTC'"
    late = f"gradebook:book.update_or_create_assignment('01_doubling', {due})"
    handed_in.nbgrader(late, AUTOGRADE)
    by_nbgrader = handed_in.query(TABLES["submissions"])
    handed_in.autograder("grade", "--course", handed_in.root, "--assignment", "01")
    assert {row[0]: row[2] for row in by_nbgrader} == {"right": 5.0, "wrong": 3.0, "blank": 0.0}
    assert handed_in.query(TABLES["submissions"]) == by_nbgrader


def test_unknown_test_cell(course):
    """A test cell that is none of the course's gives no points for nothing: it is refused."""
    course.hand_in("right", course.solved())
    path = course.root / "source" / "01_doubling" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    own = nbformat.v4.new_code_cell("assert True", id="mine")
    marks = {"grade": True, "locked": True, "solution": False, "task": False, "points": 9}
    own.metadata.nbgrader = {"schema_version": 3, "grade_id": "mine", **marks}
    notebook.cells.append(own)
    nbformat.write(notebook, path)
    ended = course.nbgrader("generate_assignment 01_doubling --force", AUTOGRADE, check=False)
    assert "The test cell `mine` belongs to no task" in ended.stderr
    assert set(course.points("right").values()) == {None}


def test_kernel_back(handed_in):
    """With the line in nbgrader_config.py switched on, a kernel runs the visible checks."""
    settings = handed_in.root / "nbgrader_config.py"
    settings.write_text(settings.read_text().replace("# del c.Auto", "del c.Auto"))
    handed_in.nbgrader(f"{AUTOGRADE} --student right")
    assert handed_in.points("right") == {"check-double": 2.0, "check-Growth": 3.0}


@pytest.mark.parametrize("marks", [{"solution": True}, {"task": True, "points": 1}])
def test_a_cell_that_the_gradebook_does_not_know(handed_in, marks):
    """A released notebook that the gradebook was not told of is refused with a sentence."""
    path = handed_in.root / "release" / "01_doubling" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("Say why.", id="two"))
    notebook.cells[-1].metadata.nbgrader = {"schema_version": 3, "grade_id": "two", **marks}
    nbformat.write(notebook, path)
    words = ("-m", "autograder", "grade", "--course", handed_in.root, "--assignment", "01")
    ended = handed_in.run(*words, check=False)
    assert (ended.returncode, "does not know the cell `two`" in ended.stderr) == (2, True)


def test_a_released_notebook_in_part(handed_in):
    """A released notebook whose writing was cut short is named."""
    path = handed_in.root / "release" / "01_doubling" / "doubling.ipynb"
    path.write_bytes(path.read_bytes()[:-100])
    words = ("-m", "autograder", "grade", "--course", handed_in.root, "--assignment", "01")
    ended = handed_in.run(*words, check=False)
    assert (ended.returncode, "doubling.ipynb is damaged" in ended.stderr) == (2, True)
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["nbgrader", "autograder"])
def test_comments_in_the_language_of_the_course(handed_in, command):
    """Comments below answers are in the students' language, not the instructor's."""
    handed_in.autograder("course", "init", handed_in.root, "--lang", "ko")
    words = {
        "nbgrader": [AUTOGRADE],
        "autograder": ["grade", "--course", handed_in.root, "--assignment", "01"],
    }
    getattr(handed_in, command)(*words[command])
    comments = [row[2] for row in handed_in.query(TABLES["comments"]) if row[0] == "wrong"]
    assert any(comment and comment.startswith("검사 결과:") for comment in comments)


@pytest.mark.parametrize("way", ["nbgrader", "autograder"])
def test_unanswered_cell_for_a_person(course, way):
    """A code cell that a person will grade is no error as long as nobody has answered it."""
    source = course.root / "source" / "01_doubling" / "doubling.ipynb"
    notebook = nbformat.read(source, as_version=4)
    marks = {"grade": True, "solution": True, "locked": False, "grade_id": "plot", "points": 2}
    marks |= {"schema_version": 3, "task": False}
    code = "### BEGIN SOLUTION\nanswer = 1\n### END SOLUTION"
    cell = nbformat.v4.new_code_cell(code, id="plot", metadata={"nbgrader": marks})
    notebook.cells.append(cell)
    nbformat.write(notebook, source)
    course.nbgrader("generate_assignment 01_doubling --force")
    released = course.root / "release" / "01_doubling" / "doubling.ipynb"
    course.hand_in("kim", nbformat.read(released, as_version=4))
    words = {
        "nbgrader": [AUTOGRADE],
        "autograder": ["grade", "--course", course.root, "--assignment", "01"],
    }
    getattr(course, way)(*words[way])
    assert "remarks" not in [cell.id for cell in course.graded("kim").cells]
    assert course.query(TABLES["grades"])[-1] == ("kim", "plot", 0.0, None, 0)
