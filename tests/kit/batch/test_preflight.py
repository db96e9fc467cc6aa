"""A mistake of the course is found before it costs the students points."""

import json

import pytest

HIDDEN = ("tests", "grading", "01_doubling", "test_doubling.py")
RIGHT = "def double(x):\n    return 2 * x\n"
CHECK = '''

@pytest.mark.task("double")
def test_added(student, rng):
    """An added check.

    ko: 추가한 검사.
    """
    value = student.double(1.0)
    {body}
'''


@pytest.fixture
def add_check(tiny_course):
    """Add a hidden check to the tiny course."""

    def add(body):
        path = tiny_course.joinpath(*HIDDEN)
        text = path.read_text(encoding="utf-8") + CHECK.format(body=body)
        path.write_text(text, encoding="utf-8")
        return text[: text.index(body)].count("\n") + 1

    return add


@pytest.fixture
def grade(command_line, tiny_course, tmp_path):
    """Grade students by their code and return the finished command."""

    def run(*codes, more=()):
        for number, code in enumerate(codes):
            folder = tmp_path / "class" / f"s{number}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "doubling.py").write_text(code, encoding="utf-8")
        return command_line(
            "grade", tmp_path / "class", "--assignment", "01", "--course", tiny_course, *more
        )

    return run


@pytest.mark.parametrize(
    "body",
    [
        "expect.close(valu, 2.0, what='double(1)')",
        "{}['two']",
        "expect.close(value, 3.0, what='double(1)')",
    ],
)
def test_wrong_check_is_refused(grade, add_check, body, tmp_path):
    """Nobody is graded with a check that the model answer does not pass."""
    add_check(body)

    done = grade(RIGHT)

    assert done.returncode == 2
    assert "`test_added`" in done.stderr
    assert "/".join(HIDDEN) in done.stderr
    assert not list((tmp_path / "reports" / "01_doubling").glob("*.json"))


def test_model_answer_is_graded_once(grade, tmp_path):
    """The second run finds the report of the model answer, and adds no student."""
    grade(RIGHT)
    kept = sorted((tmp_path / "reports" / "01_doubling" / ".store").glob("*/*.json"))

    done = grade(RIGHT)

    assert done.returncode == 0, done.stderr
    assert sorted((tmp_path / "reports" / "01_doubling" / ".store").glob("*/*.json")) == kept
    assert len(kept) == 2


def test_course_without_model_answer_says_so(grade, tiny_solution):
    """A class is graded without a model answer, and the command says what that means."""
    (tiny_solution / "doubling.py").unlink()

    done = grade(RIGHT)

    assert done.returncode == 0, done.stderr
    assert done.stderr.count("there is no model answer") == 1


@pytest.mark.parametrize("spoil", ["unlink", "write_text"])
def test_missing_hidden_checks_are_refused(grade, tiny_course, spoil):
    """Where there are no hidden checks, nobody is graded as if there were."""
    path = tiny_course.joinpath(*HIDDEN)
    path.unlink()
    path.parent.joinpath(*([] if spoil == "unlink" else ["test_doubling.py"])).touch()

    done = grade(RIGHT)

    assert done.returncode == 2
    assert "no hidden checks" in done.stderr


def test_broken_check_costs_no_points_silently(grade, add_check, tmp_path):
    """A check that fails by itself for some answers is "not checked", for them and at the end."""
    line = add_check("if value == 3: expect.closest(value)")

    done = grade(RIGHT, "def double(x):\n    return 2 * x + 1\n")

    assert done.returncode == 2
    assert f"test_doubling.py, line {line}" in done.stderr
    report = json.loads(
        (tmp_path / "reports" / "01_doubling" / "s1.json").read_text(encoding="utf-8")
    )
    check = next(each for each in report["tasks"][0]["checks"] if each["name"] == "test_added")
    assert check["status"] == "not checked"
    assert "not a mistake in your code" in check["message"]
    table = (tmp_path / "reports" / "01_doubling" / "grades.csv").read_text(encoding="utf-8")
    assert "could not be checked" in table


def test_value_that_a_check_cannot_use_is_the_students(grade, add_check, tmp_path):
    """An operation on a student's value that fails is a failed check."""
    add_check("value = value - 2.0 + {2.0: 0.0}[value]")
    values = ("None", "[1]", "{}", "'two'", "(1, 2)", "3.0")

    done = grade(RIGHT, *(f"def double(x):\n    return {value}\n" for value in values))

    assert done.returncode == 0, done.stderr
    reports = sorted((tmp_path / "reports" / "01_doubling").glob("s*.json"))[1:]
    tasks = [json.loads(path.read_text(encoding="utf-8"))["tasks"][0] for path in reports]
    assert len(tasks) == len(values)
    assert {check["status"] for task in tasks for check in task["checks"]} == {"failed"}


def test_check_that_everybody_fails_is_named(grade):
    """In a class of five, a check that nobody passed is worth a look."""
    done = grade(*[f"def double(x):\n    return 3 * x + {n}\n" for n in range(5)])

    assert done.returncode == 0, done.stderr
    assert "Nobody passed the check `test_doubles_any_numbers`" in done.stderr


def test_check_that_some_pass_is_not_named(grade):
    """A check that one of five passes is not remarked on."""
    done = grade(RIGHT, *[f"def double(x):\n    return 3 * x + {n}\n" for n in range(4)])

    assert "test_doubles_any_numbers" not in done.stderr
