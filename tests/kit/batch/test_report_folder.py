"""``autograder grade`` into a folder that holds reports: no page and no row is lost unnoticed."""

import csv

import pytest

from autograder.errors import KitError
from autograder.report.earlier import EarlierReports
from autograder.report.folder import ReportFolder
from autograder.report.model import Report, Status, TaskResult
from autograder.report.row import row_of


@pytest.fixture
def handed_in(tmp_path):
    """Write a class of three, of whom the first is right."""
    for number, name in enumerate(["김민수", "lee", "park"]):
        file = tmp_path / "class" / name / "doubling.py"
        file.parent.mkdir(parents=True)
        file.write_text(f"def double(x):\n    return 2 * x + {number}\n", encoding="utf-8")
    return tmp_path / "class"


@pytest.fixture
def grade(command_line, tiny_course, handed_in):
    """Run the command over the class, or a part of it."""

    def run(*options, path=handed_in, assignment="01"):
        return command_line(
            "grade", path, "--assignment", assignment, "--course", tiny_course, "-j", "1",
            "--allow-unisolated", *options,
        )  # fmt: skip

    return run


@pytest.fixture
def second(tiny_course, handed_in):
    """Add an assignment with the same task, and the same submissions to it."""
    for path in [*tiny_course.rglob("01_doubling/*"), *handed_in.glob("*/doubling.py")]:
        copy = str(path).replace("01_doubling", "02_second").replace("doubling.py", "second.py")
        text = path.read_text(encoding="utf-8").replace("doubling", "second")
        target = type(path)(copy)
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return "02"


@pytest.fixture
def reports(tmp_path):
    """Name the folder that the command chooses."""
    return tmp_path / "reports" / "01_doubling"


def points(folder):
    """Read the points of all students."""
    with (folder / "grades.csv").open(encoding="utf-8") as file:
        return {row["student"]: row["double"] for row in csv.DictReader(file)}


def report(student, task):
    """Write a report with one task."""
    result = TaskResult(
        name=task, status=Status.PASSED, points=2.0, max_points=2.0, seconds=0.1, checks=()
    )
    return Report(
        kit_version="1", student=student, assignment="01_doubling", title="Doubling",
        language="en", hidden_checks=True, score=2.0, max_score=2.0, isolation="partial",
        data=None, seed=1, seconds=0.1, problems=(), tasks=(result,),
    )  # fmt: skip


def files(folder):
    """Read all files of a folder that are not hidden."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


def test_each_assignment_has_a_folder_by_default(grade, second, reports):
    """Without --out the reports of another assignment stay untouched."""
    grade()
    before = files(reports)

    done = grade(assignment=second)

    assert done.returncode == 0, done.stderr
    assert len(before) == 7
    assert files(reports) == before
    assert len(points(reports.parent / "02_second")) == 3


def test_folder_of_another_assignment_is_refused(grade, second, tmp_path):
    """With --out two assignments never meet: the sentence names a free folder."""
    grade("--out", "out")
    before = files(tmp_path / "out")

    done = grade("--out", "out", assignment=second)

    assert done.returncode == 2
    assert "out holds the reports of 01_doubling." in done.stderr
    assert "--out out/02_second" in done.stderr
    assert files(tmp_path / "out") == before


def test_one_student_updates_one_row(grade, handed_in, reports):
    """A regrade of one submission keeps the rows and pages of all others, and says so."""
    grade()
    (handed_in / "lee" / "doubling.py").write_text("def double(x):\n    return 2 * x\n")

    done = grade(path=handed_in / "lee")

    assert points(reports) == {"lee": "2.0", "park": "0.0", "김민수": "2.0"}
    assert list(points(reports)) == ["lee", "park", "김민수"]
    assert "Updated 1 of 3 rows in grades.csv; the others are unchanged." in done.stdout
    assert "--prune" not in done.stdout


def test_who_left_is_named_until_removed(grade, handed_in, reports):
    """A student without a submission keeps page and row until --prune removes them."""
    grade()
    (handed_in / "park").rename(handed_in.parent / "left")

    named = grade()
    kept = points(reports)
    removed = grade("--prune")

    assert "No submission in" in named.stdout
    assert "from: park." in named.stdout
    assert kept["park"] == "0.0"
    assert "Removed the reports and rows of: park." in removed.stdout
    assert sorted(points(reports)) == ["lee", "김민수"]
    assert not list(reports.glob("park.*"))


def test_prune_of_one_submission_is_refused(grade, handed_in, reports):
    """A single submission never removes the rest of the class."""
    grade()

    done = grade("--prune", path=handed_in / "lee")

    assert done.returncode == 2
    assert "--prune needs the whole class" in done.stderr
    assert len(points(reports)) == 3


@pytest.mark.parametrize(
    "content",
    [b"{", b'{"schema_version": 1, "student": "old", "assignment": "01_doubling"}'],
    ids=["broken", "other-version"],
)
def test_unreadable_report_is_not_dropped(tmp_path, content):
    """A report that cannot be read stops the run before it could lose a row."""
    (tmp_path / "old.json").write_bytes(content)

    with pytest.raises(KitError, match=r"old\.json: is not a report of this version"):
        EarlierReports(ReportFolder(tmp_path), "01_doubling")


def test_other_json_files_do_not_matter(tmp_path):
    """A file that is no report of anyone is left alone."""
    (tmp_path / "package.json").write_text('{"name": "not a report"}')

    assert EarlierReports(ReportFolder(tmp_path), "01_doubling").others([]) == []


def test_row_with_other_tasks_is_kept(tmp_path):
    """After a task was renamed, old and new points stand in columns of their own."""
    folder = ReportFolder(tmp_path)
    folder.write(report("김민수", "double"))

    EarlierReports(folder, "01_doubling").write_table([row_of(report("lee", "twice"))])

    header, *rows = (tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("student,twice,double,score,")
    assert rows[0].startswith("lee,2.0,,2.0,")
    assert rows[1].startswith("김민수,,2.0,2.0,")
