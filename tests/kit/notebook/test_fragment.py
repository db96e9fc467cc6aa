"""One task as a piece of HTML."""

import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from autograder.i18n import Text
from autograder.report.model import CheckResult, Status, task_result
from autograder.report.templates import task_fragment

HINT = Text(en="Look <b>again</b>.", ko="다시 보세요.")


def _check(status, *, visible=True, message=""):
    return CheckResult(
        name="test_rows",
        description="Rows sum to 1.",
        status=status,
        visible=visible,
        message=message,
        points=0.0,
        max_points=1.0,
        seconds=0.01,
    )


def _fragment(*checks, note=""):
    return task_fragment(task_result("softmax", checks, 2.0), hint=HINT, note=note)


PASSED, FAILED = _check(Status.PASSED), _check(Status.FAILED, message="`softmax(Z)` is wrong.")
NOT_STARTED = _check(Status.NOT_STARTED, message="`softmax` is not written yet.")


@pytest.mark.parametrize(
    ("checks", "unfolded"),
    [
        ([PASSED, PASSED], False),
        ([PASSED, FAILED], True),
        ([NOT_STARTED, NOT_STARTED], False),
        ([PASSED, NOT_STARTED], True),
    ],
)
def test_only_what_there_is_to_tell_is_unfolded(checks, unfolded):
    """A task that passed, or was not touched, is one line; any other shows its checks."""
    assert ('<details class="task" open>' in _fragment(*checks)) is unfolded


@pytest.mark.parametrize(("checks", "offered"), [([PASSED], False), ([PASSED, FAILED], True)])
def test_the_hint_is_offered_to_whom_it_helps(checks, offered):
    """A task that passed needs no hint."""
    assert ("Look &lt;b&gt;again&lt;/b&gt;." in _fragment(*checks)) is offered


@pytest.mark.parametrize(
    ("check", "shown"), [(PASSED, False), (_check(Status.PASSED, visible=False), True)]
)
def test_points_are_shown_where_they_are_a_grade(check, shown):
    """Visible checks alone give no points to read; with hidden ones they do."""
    assert ("of 2 points" in _fragment(check)) is shown


def test_one_reason_is_said_once():
    """Checks that fail for one and the same reason share it."""
    other = _check(Status.FAILED, message=FAILED.message)
    assert _fragment(FAILED, PASSED, other).count("`softmax(Z)` is wrong.") == 1


def test_everything_is_escaped():
    """Neither a message nor a note becomes a tag."""
    page = _fragment(_check(Status.FAILED, message="<script>"), note="<script>")
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 2


@pytest.mark.parametrize(
    "needed", ["<script", "<link", " id=", "src=", "url(", "--jp-", "--vscode-", "onclick"]
)
def test_it_needs_nothing_of_the_front_end(needed):
    """It stands alone, also in a frame that runs no scripts and has no other style."""
    assert needed not in _fragment(PASSED, FAILED, note="Hidden checks run later.")


@pytest.mark.parametrize(
    ("theme", "ground"),
    [("light", "#ffffff"), ("dark", "#111111"), ("dark", "#1e1e1e"), ("dark", "#383838")],
    ids=["light", "JupyterLab", "VS Code", "Colab"],
)
@pytest.mark.parametrize("name", ["green", "red", "amber", "grey", "ink"])
def test_its_colours_are_read_on_every_ground(name, theme, ground):
    """Text in each of them has the contrast that WCAG asks for, 4.5 to 1."""
    colours = re.search(rf"--ag-{name}: light-dark\((#\w+), (#\w+)\)", _fragment(FAILED))
    colour = dict(zip(("light", "dark"), colours.groups(), strict=True))[theme]
    assert _contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("name", range(5))
def test_signs_are_read_in_every_shade_of_a_map(name):
    """The shades bring a ground of their own."""
    ground, sign = re.search(
        rf"\.error{name} {{ background: (#\w+); color: (#\w+); }}", _fragment(FAILED)
    ).groups()
    assert _contrast(ground, sign) >= 4.5


def test_text_has_no_other_colours():
    """What is not coloured for both themes has the colour of its surroundings."""
    style = re.sub(r"\.error\d {.*", "", _fragment(FAILED).partition("</style>")[0])
    colours = set(re.findall(r"[ ;{]color: ([^;]+);", style))
    named = {f"var(--ag-{name})" for name in ("green", "red", "amber", "grey", "ink")}
    assert colours == named | {"inherit"}


@pytest.mark.parametrize(
    ("around", "dark"),
    [
        ("<body>", False),
        ('<body data-jp-theme-light="true">', False),
        ('<body data-jp-theme-light="false">', True),
        ('<html theme="dark"><body>', True),
        ('<body class="vscode-light">', False),
        ('<body class="vscode-dark">', True),
        ('<body class="vscode-high-contrast">', True),
        ('<body class="vscode-high-contrast vscode-high-contrast-light">', False),
    ],
)
def test_it_follows_the_theme(around, dark):
    """It is dark where the front end is; VS Code marks its light theme of high contrast twice."""
    page = BeautifulSoup(around + _fragment(PASSED), "html.parser")
    selector = re.search(r"^(.+) { color-scheme: dark; }$", page.style.string, re.MULTILINE)[1]
    assert bool(page.select(selector)) is dark


def _contrast(one, other):
    """Return the contrast of two colours, as WCAG 2 defines it."""
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    width = len(colour) // 3  # of a channel: #abc is short for #aabbcc
    channels = [colour[at : at + width] * (2 // width) for at in range(1, len(colour), width)]
    values = np.array([int(channel, 16) for channel in channels]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]
