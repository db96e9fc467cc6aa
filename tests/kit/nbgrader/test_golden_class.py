"""A class of golden submissions: notebooks get the points that the same code gets as scripts."""

import csv
import json
import runpy
import shutil
from pathlib import Path

import nbformat
import pytest

GOLDEN = runpy.run_path(str(Path(__file__).with_name("golden.py")))
PROJECT = Path(__file__).parents[3]
NAME, FILE = "03_logistic_regression", "logistic_regression.ipynb"
SLOW = ("layer_never", "layer_sleeps", "layer_prints")
SCRIPTS = GOLDEN["scripts"](NAME, 4, SLOW)


@pytest.fixture(scope="module")
def course(course_type, tmp_path_factory):
    """Take a class through all of nbgrader's steps, those of the students included."""
    root = tmp_path_factory.mktemp("golden")
    for part in (f"solutions/{NAME}", f"tests/grading/{NAME}", "reference_impl"):
        shutil.copytree(PROJECT / part, root / "kit" / part)
    course = course_type(root / "course")
    course.root.mkdir()
    course.autograder("course", "init", course.root, "--course", root / "kit", "--lang", "en")
    exchange = root / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)  # nbgrader insists that all may write there
    settings = course.root / "nbgrader_config.py"
    settings.write_text(settings.read_text() + f"c.Exchange.root = {str(exchange)!r}\n")
    course.nbgrader(f"generate_assignment {NAME}", f"release_assignment {NAME}")
    course.nbgrader(
        *_students(root / "students", course, exchange),
        f"cd:{course.root}",
        f"collect {NAME}",
        f"autograde {NAME}",
        f"generate_feedback {NAME}",
        f"release_feedback {NAME}",
        "export",
    )
    return course


def _students(root, course, exchange):
    """Write each student's notebook; return the commands by which they are handed in."""
    released = course.root / "release" / NAME
    notebook = nbformat.read(released / FILE, as_version=4)
    where = f"--course course --Exchange.root={exchange}"
    commands = []
    for student, script in SCRIPTS.items():
        folder = shutil.copytree(released, root / student / NAME)
        nbformat.write(GOLDEN["notebook"](script, notebook), folder / FILE)
        submit = f"submit {NAME} --student {student} {where}"
        commands += [f"cd:{folder.parent}", submit]
    return commands


@pytest.fixture(scope="module")
def reports(course):
    """Grade the twins of the notebooks, the same code as scripts."""
    scripts = course.root.parent / "scripts"
    for student, script in SCRIPTS.items():
        file = scripts / student / "logistic_regression.py"
        file.parent.mkdir(parents=True)
        file.write_text(script, encoding="utf-8")
    out = course.root.parent / "reports"
    course.autograder("grade", scripts, "--assignment", NAME, "--out", out)
    return {path.stem: json.loads(path.read_text()) for path in out.glob("*.json")}


@pytest.mark.parametrize("student", SCRIPTS)
def test_points_of_the_twin(course, reports, student):
    """Each task of the notebook has the points that it has in the script."""
    twin = {f"check-{task['name']}": task["points"] for task in reports[student]["tasks"]}
    assert course.points(student) == pytest.approx(twin)


def test_export(course, reports):
    """The exported table holds the sums."""
    with (course.root / "grades.csv").open() as file:
        rows = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    scores = {student: report["score"] for student, report in reports.items()}
    assert rows == pytest.approx(scores)


def test_feedback_is_released(course):
    """Each student's page is in the exchange, where nbgrader fetches it from."""
    pages = course.root.parent / "exchange" / "course" / "feedback"
    assert len(list(pages.glob("*.html"))) == len(SCRIPTS)


@pytest.mark.parametrize("student", SCRIPTS)
def test_page_of_feedback(course, student):
    """Every student has a page of feedback without a line of the hidden checks."""
    page = course.root / "feedback" / student / NAME / "logistic_regression.html"
    assert "reference." not in page.read_text(encoding="utf-8")
