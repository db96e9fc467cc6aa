"""Points changed by hand: they survive every regrade, and stand where points stand."""

import csv
import json
import re

import pytest

RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"
ENTRY = """
[[override]]
student = "lee"
task = "double"
points = 1.5
reason = "Explained the method orally."
by = "Prof. Han"
"""


@pytest.fixture
def overrides(tiny_course):
    """Write the file of the tiny course."""
    path = tiny_course / "tests" / "grading" / "01_doubling" / "overrides.toml"
    return lambda text: path.write_text(text, encoding="utf-8")


@pytest.fixture
def grade(command_line, tiny_course, tmp_path):
    """Grade a class of two, or a part of it."""
    for student, code in {"kim": RIGHT, "lee": WRONG}.items():
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "doubling.py").write_text(code, encoding="utf-8")

    def run(*words, part="."):
        path = tmp_path / "class" / part
        return command_line("grade", path, "--assignment", "01", "--course", tiny_course, *words)

    return run


@pytest.fixture
def results(tmp_path):
    """Read what the folder of reports says of a student: row, report and page."""
    folder = tmp_path / "reports" / "01_doubling"

    def read(student):
        with (folder / "grades.csv").open(encoding="utf-8") as file:
            row = next(row for row in csv.DictReader(file) if row["student"] == student)
        report = json.loads((folder / f"{student}.json").read_text(encoding="utf-8"))
        return row, report["tasks"][0], (folder / f"{student}.html").read_text(encoding="utf-8")

    return read


def test_changed_points_stand_in_table_report_and_page(overrides, grade, results):
    """They count, with what the checks gave, the reason and the person; nobody else changes."""
    overrides(ENTRY)

    done = grade()

    row, task, page = results("lee")
    assert row["double"] == "1.5"
    assert task["points"] == 1.5
    assert task["override"] == {
        "earned": 0.0, "reason": "Explained the method orally.", "by": "Prof. Han",
    }  # fmt: skip
    assert sum(check["points"] for check in task["checks"]) == 0
    sentence = "Points changed from 0 to 1.5 by Prof. Han: Explained the method orally."
    assert sentence in page
    assert sentence in row["remarks"]
    assert sentence in _flat(done.stdout)
    assert results("kim")[1]["override"] is None


def test_they_survive_a_regrade_and_go_with_their_entry(overrides, grade, results):
    """A cached report is as the checks left it; the entry is applied to it, or no longer."""
    overrides(ENTRY)
    grade()

    for words, part in (((), "."), (("--force",), "."), ((), "lee")):
        grade(*words, part=part)
        assert results("lee")[0]["double"] == "1.5"
    overrides(ENTRY.replace("points = 1.5", "delta = 0.75"))
    grade()
    assert results("lee")[0]["double"] == "0.75"
    overrides("")
    grade()
    assert results("lee")[0]["double"] == "0.0"
    assert results("lee")[1]["override"] is None


@pytest.mark.parametrize(
    ("delta", "expected"), [("-0.5", "1.5"), ("1", "3.0"), ("-9", "0.0")]
)  # fmt: skip
def test_a_change_may_add_extra_points_but_takes_none_below_zero(
    overrides, grade, results, delta, expected
):
    """The table shows what the student has."""
    overrides(ENTRY.replace("lee", "kim").replace("points = 1.5", f"delta = {delta}"))

    grade()

    assert results("kim")[0]["double"] == expected


def test_a_korean_name_is_the_same_in_each_form(overrides, command_line, tiny_course, tmp_path):
    """A disk of a Mac writes the syllables in pieces."""
    folder = tmp_path / "class" / "김민수".encode().decode()
    decomposed = folder.with_name("\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e")
    decomposed.mkdir(parents=True)
    (decomposed / "doubling.py").write_text(WRONG, encoding="utf-8")
    overrides(ENTRY.replace("lee", "김민수"))

    done = command_line(
        "grade", tmp_path / "class", "--assignment", "01", "--course", tiny_course, "--json"
    )

    assert json.loads(done.stdout)["score"] == 1.5


def test_a_student_without_a_submission_is_named(overrides, grade):
    """An entry that changes nothing is said, but not where one student is graded."""
    overrides(ENTRY.replace("lee", "choi"))

    assert "no submission from: choi" in _flat(grade().stderr)
    assert "choi" not in grade(part="lee").stderr


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("points = 1.5", "", "override 1 (`lee`): needs either `points` or `delta`"),
        ("points = 1.5", "points = 1\ndelta = 1", "needs either `points` or `delta`"),
        ("points = 1.5", "points = 3", "key `points`: must be between 0 and 2"),
        ("points = 1.5", "points = nan", "key `points`: must be between 0 and 2"),
        ("points = 1.5", "delta = inf", "key `delta`: must be a finite number"),
        ("points = 1.5", 'points = "1"', "key `points`: must be a number, not a string"),
        ('"double"', '"treble"', "key `task`: is not a task of 01_doubling; tasks: double"),
        ("reason", "reasons", "key `reasons`: unknown key"),
        ('by = "Prof. Han"', "", "key `by`: is missing"),
        ("Prof. Han", " ", "key `by`: is empty"),
        ("[[override]]", "[[override]", "line 2: not valid TOML"),
        ("[[override]]", "[override]", "key `override`: must be an array, not a table"),
        ("[[override]]", f"{ENTRY}[[override]]", "an earlier entry changes the same task"),
    ],
)
def test_a_faulty_entry_is_refused_before_anything_is_graded(
    overrides, grade, tmp_path, old, new, sentence
):
    """The sentence names file, entry and key; no report is written."""
    overrides(ENTRY.replace(old, new, 1))

    done = grade()

    assert done.returncode == 2
    assert sentence in _flat(done.stderr), done.stderr
    assert "overrides.toml" in _flat(done.stderr)
    assert not (tmp_path / "reports" / "01_doubling" / "grades.csv").exists()


def _flat(text):
    return re.sub(r"\s+", " ", text)
