"""Reports on a terminal, as CSV, as a page, and in a folder."""

import csv
import io

import msgspec
import pytest
from rich.console import Console

from autograder.errors import KitError
from autograder.report import terminal
from autograder.report.folder import ReportFolder, file_name
from autograder.report.grades_csv import to_csv
from autograder.report.model import Status, from_json, task_result, to_json
from autograder.report.overview import class_table, overview
from autograder.report.row import row_of
from autograder.report.templates import to_html

HOSTILE = '[bold]<script>alert("1")</script>'


def printed(renderable):
    """Print something on a terminal of 100 columns."""
    console = Console(width=100, file=io.StringIO(), highlight=False)
    console.print(renderable)
    return console.file.getvalue()


def test_terminal_says_what_failed_and_why(report):
    """The full report names title, task, points, failed check, reason, problem and data."""
    text = printed(terminal.submission(report))

    assert "Softmax" in text
    assert "1 of 2 checks   1 of 2 points" in text
    assert "✘ Rows sum to 1." in text
    assert "`softmax(Z)` is not right." in text
    assert "! line 3: invalid syntax" in text
    assert "Data: 8×8 digits." in text
    assert "stands in for the real data" in text.replace("\n", " ")
    assert "Score: 1 of 2 points." in text


def test_visible_run_says_that_grading_runs_more(make_report, make_check):
    """A student whose visible checks all pass is told that grading runs more."""
    task = task_result("softmax", (make_check(),), 2.0)

    text = printed(terminal.submission(make_report(hidden_checks=False, tasks=(task,))))

    assert "All 1 visible checks passed. Grading also runs hidden checks." in text
    assert "points" not in text


def test_same_reason_is_said_once(make_report, make_check):
    """Checks that fail for one and the same reason share it."""
    failed = make_check(status=Status.BLOCKED, message="This needs `softmax`.")

    text = printed(
        terminal.submission(make_report(tasks=(task_result("Net", (failed, failed), 2.0),)))
    )

    assert text.count("This needs `softmax`.") == 1
    assert text.count("⊘ Rows sum to 1.") == 2


def test_what_holds_for_all_checks_is_said_once(make_report, make_check):
    """A file that cannot be read is one sentence, not one a check."""
    problem = "net.py: is larger than 1 MB; submit only the code"
    failed = make_check(status=Status.FAILED, message=problem)
    task = task_result("Net", (failed, failed), 2.0)

    text = printed(terminal.submission(make_report(problems=(problem,), tasks=(task, task))))

    assert text.count("larger than 1 MB") == 1
    assert "stuck?" not in text


def test_terminal_takes_no_markup_from_students(make_report):
    """What a student wrote is shown as it is."""
    assert HOSTILE in printed(terminal.submission(make_report(student=HOSTILE)))


def test_class_table_has_a_row_a_student(make_report):
    """The class table shows each student's points and the first problem."""
    text = printed(
        class_table([row_of(make_report()), row_of(make_report(student="lee", problems=()))])
    )

    assert "kim" in text
    assert "lee" in text
    assert "line 3: invalid syntax" in text


def test_large_class_is_told_in_statistics(make_report, make_check):
    """Beyond 60 students there are figures for each task in place of a row a student."""
    tasks = [
        task_result("softmax", (make_check(points=float(n % 3), max_points=2.0),), 2.0)
        for n in range(61)
    ]
    rows = [row_of(make_report(student=f"s{n}", tasks=(task,))) for n, task in enumerate(tasks)]

    text = printed(overview(rows))

    assert "s17" not in text
    assert "softmax" in text
    assert "Score, out of 2: mean 0.98; quartiles 0, 1, 2; maximum 2" in text
    assert "Submissions with remarks (see their reports): 61" in text


def test_rows_of_a_class_share_what_is_the_same(report):
    """A row refers to what other rows have too, so that 10,000 of them stay small."""
    rows = [row_of(report), row_of(from_json(to_json(report), "kim.json"))]

    assert rows[0].tasks[0] is rows[1].tasks[0]
    assert rows[0].data is rows[1].data


def test_folder_holds_only_what_is_complete(tmp_path, report):
    """A report of which the page is missing, or that differs, is not held."""
    folder = ReportFolder(tmp_path)
    folder.write(report)

    assert folder.holds(report)
    assert not folder.holds(msgspec.structs.replace(report, score=2.0))
    (tmp_path / "kim.html").unlink()
    assert not folder.holds(report)


def test_html_escapes_what_students_wrote(make_report, make_check):
    """Nothing that a student wrote becomes a tag."""
    check = make_check(status=Status.FAILED, message=HOSTILE)
    task = task_result("softmax", (check,), 2.0)

    page = to_html(make_report(student=HOSTILE, problems=(HOSTILE,), tasks=(task,)))

    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 4


def test_csv_has_a_row_a_student(make_report):
    """Each student has a row with points, score, maximum and remarks."""
    rows = list(
        csv.DictReader(
            io.StringIO(to_csv([row_of(make_report()), row_of(make_report(student="lee"))]))
        )
    )

    assert [row["student"] for row in rows] == ["kim", "lee"]
    assert rows[0]["softmax"] == "1.0"
    assert rows[0]["score"] == "1.0"
    assert rows[0]["stand_in_data"] == "True"
    assert rows[0]["remarks"] == "line 3: invalid syntax"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_holds_no_formula(make_report, start):
    """A name that a spreadsheet would calculate is quoted."""
    rows = list(csv.DictReader(io.StringIO(to_csv([row_of(make_report(student=f"{start}1+1"))]))))

    assert rows[0]["student"] == f"'{start}1+1"


@pytest.mark.parametrize(
    ("student", "name"),
    [
        ("kim", "kim"),
        ("김민수", "김민수"),
        ("김 민수", "김%20민수"),
        ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
        ("a" * 300, "a" * 183 + "-9835fa6bf4e20a9b"),
    ],
)
def test_file_names_stay_in_the_folder(student, name):
    """A student's name becomes a file name that lies in the folder."""
    assert file_name(student) == name


def test_long_names_do_not_meet():
    """Students whose names begin alike have files of their own."""
    assert file_name("a" * 300) != file_name("a" * 299 + "b")


def test_folder_holds_json_html_and_table(tmp_path, report):
    """A report is written as JSON and HTML, the class as CSV, and no half file stays behind."""
    folder = ReportFolder(tmp_path / "out")

    folder.write(report)
    folder.write_table([row_of(report)])

    names = sorted(path.name for path in folder.path.iterdir())
    assert names == ["grades.csv", "kim.html", "kim.json"]
    assert from_json((folder.path / "kim.json").read_bytes(), "kim.json") == report


def test_folder_that_cannot_be_written_is_said(tmp_path):
    """A file in the place of the folder is refused in a sentence."""
    (tmp_path / "out").write_text("a file")

    with pytest.raises(KitError, match="cannot be written"):
        ReportFolder(tmp_path / "out")
