"""A sample of the golden submissions: each earns what an honest instructor gives.

``autograder verify`` checks them all.
"""

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
SAMPLE = 3
NAMES = [each.name for each in COURSE.assignments]


@cache
def reports(name):
    """Grade a sample of an assignment's mistakes, once."""
    assignment = COURSE.assignment(name).on_stand_in()
    known = mistakes(assignment)
    return list(graded(assignment, known[:: max(1, len(known) // SAMPLE)]))


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_earns_what_it_should(name):
    """Each task has the status, the points and the reason that are expected."""
    assert [sentence for graded in reports(name) for sentence in findings(*graded)] == []


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


def test_update_leaves_what_is_as_expected(monkeypatch):
    """A file whose figures hold is written back byte for byte."""
    written = []
    done = reports(NAMES[0])
    monkeypatch.setattr(Path, "write_text", lambda path, text, **_options: written.append(text))

    changed = [update(*graded) for graded in done]

    assert not any(changed)
    assert written == [mistake.source for mistake, _report in done]
