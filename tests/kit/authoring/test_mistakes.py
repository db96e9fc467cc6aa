"""Golden submissions: each is wrong in its own way and earns what an honest instructor gives."""

from functools import cache
from pathlib import Path

import pytest

from autograder.authoring.mistake_check import (
    Mistake,
    check_mistakes,
    findings,
    graded,
    mistakes,
    update,
)
from autograder.course.root import find_course

COURSE = find_course(Path(__file__))
MISTAKES = [
    pytest.param(each.name, mistake.name, id=f"{each.name}-{mistake.name}")
    for each in COURSE.assignments
    for mistake in mistakes(each)
]


@pytest.fixture(scope="session")
def reports():
    """Grade all mistakes of an assignment when it is first asked for."""

    @cache
    def of(name):
        assignment = COURSE.assignment(name).on_stand_in()
        done = graded(assignment, mistakes(assignment))
        return {mistake.name: (mistake, report) for mistake, report in done}

    return of


@pytest.mark.parametrize(("name", "mistake"), MISTAKES)
def test_a_mistake_earns_what_it_should(reports, name, mistake):
    """Each task has the status, the points and the reason that are expected."""
    assert list(findings(*reports(name)[mistake])) == []


TRIPLED = '"""Three times."""\n{}\n\n# %% task="double"\ndef double(x):\n    return 3 * x\n'


@pytest.fixture
def tripled(tiny_course):
    """Give a function that writes a mistake into the tiny course, with this preface."""
    folder = tiny_course / "reference_impl" / "doubling" / "mistakes"
    folder.mkdir(parents=True)

    def write(preface):
        path = folder / "tripled.py"
        path.write_text(TRIPLED.format(preface), encoding="utf-8")
        return Mistake(path)

    return write


@pytest.fixture
def check(tiny_course):
    """Give a function that checks the mistakes of the tiny course."""
    assignment = find_course(tiny_course).assignment("01")
    return lambda **options: check_mistakes(assignment, **options)


@pytest.mark.parametrize(
    ("preface", "said"),
    [
        ("", "tripled: `double` is ('failed', 0.0), and EXPECTED does not mention it."),
        (
            'EXPECTED = {"double": ("passed", 2.0)}',
            "tripled: `double` must be ('passed', 2.0), and is ('failed', 0.0).",
        ),
        (
            'EXPECTED = {"double": ("failed", 0.0)}\nSAYS = {"double": "a comet"}',
            "tripled: the report on `double` does not say “a comet”.",
        ),
    ],
    ids=["not expected", "other points", "other reason"],
)
def test_a_report_that_is_not_as_expected_is_found(tripled, check, preface, said):
    """Other points, a task that is not mentioned and a missing reason are findings."""
    tripled(preface)

    assert check().findings == (said,)


@pytest.mark.parametrize("preface", ["", 'EXPECTED = {"double": ("passed", 2.0)}'])
def test_update_writes_what_it_earns(tripled, check, preface):
    """After an update the file has what the mistake earns, and nothing else has changed."""
    mistake = tripled(preface)

    result = check(write=True)

    assert result.findings == ()
    assert mistake.expected == {"double": ("failed", 0.0)}
    expected = TRIPLED.format('EXPECTED = {"double": ("failed", 0.0)}')
    assert mistake.source.split() == expected.split()


@pytest.mark.parametrize(("name", "mistake"), MISTAKES[:3])
def test_update_leaves_what_is_as_expected(reports, monkeypatch, name, mistake):
    """A file whose figures hold is written back byte for byte."""
    written = []
    monkeypatch.setattr(Path, "write_text", lambda path, text, **_options: written.append(text))
    found, report = reports(name)[mistake]

    assert not update(found, report)
    assert written == [found.source]
