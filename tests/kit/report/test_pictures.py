"""Notes and error maps in reports, for eyes, for readers of signs and for screen readers."""

import io

import pytest
from rich.console import Console

from autograder.heatmap import ErrorMap
from autograder.i18n import Text
from autograder.report import terminal
from autograder.report.model import Status, from_json, task_result, to_json
from autograder.report.templates import task_fragment, to_html

MAP = ErrorMap(name="<w>", shape=(50, 2), block=(3, 1), classes=((0, 1), (2, 3), (4, -1)))
NOTE = "Answered by the reference here: `softmax`."


@pytest.fixture
def mapped(make_check):
    """Give a task whose one check failed with a map, and a note."""
    check = make_check(status=Status.FAILED, message="not the derivative", maps=(MAP,))
    return task_result("backprop", (check,), 2.0, NOTE)


def pages(task, make_report):
    """Write a task on the page of a report, and as a piece for a notebook."""
    report = make_report(tasks=(task,))
    return to_html(report), task_fragment(task, hint=Text(en="", ko=""), note="")


def test_map_is_a_table_with_a_caption(mapped, make_report):
    """Each page has the map, whose caption is text and nothing else."""
    for_all, for_one = pages(mapped, make_report)

    caption = "<caption>&lt;w&gt; (50, 2): largest relative error in each block of 3 × 1</caption>"
    assert caption in for_all
    assert caption in for_one


@pytest.mark.parametrize(
    ("error", "sign", "name"),
    [
        (0, "·", "right"),
        (1, "1", "below 1%"),
        (2, "2", "below 10%"),
        (3, "3", "below 100%"),
        (4, "#", "at least 100%"),
        (-1, "", "not checked"),
    ],
)
def test_each_entry_has_shade_sign_and_words(mapped, make_report, error, sign, name):
    """No entry is told by its colour alone."""
    page, _fragment = pages(mapped, make_report)

    assert (
        f'<td class="error{error}" title="{name}"><span aria-hidden="true">{sign}</span>'
        f'<span class="heard">{name}</span></td>'
    ) in page


def test_note_is_shown_even_where_all_passed(make_check, make_report):
    """How a task was checked stands on the page and in the terminal, passed or not."""
    task = task_result("backprop", (make_check(points=1.0),), 2.0, NOTE)
    console = Console(width=100, file=io.StringIO(), highlight=False)

    console.print(terminal.task(task, graded=True))

    assert NOTE in pages(task, make_report)[0]
    assert NOTE in console.file.getvalue()


def test_map_and_note_are_in_the_json(mapped, make_report):
    """A report that was written and read again is the same."""
    report = make_report(tasks=(mapped,))

    assert from_json(to_json(report), "kim.json") == report


def test_report_of_an_earlier_version_is_read(report):
    """Reports without notes and maps are read as before."""
    text = to_json(report, indent=False).replace(b',"maps":[]', b"").replace(b',"note":""', b"")

    assert b'"maps"' not in text
    assert b'"note"' not in text
    assert from_json(text, "kim.json") == report
