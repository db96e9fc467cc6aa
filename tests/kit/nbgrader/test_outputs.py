"""What of a student's own cells is shown to whoever grades, and what is not."""

import base64
import json
import struct

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_output

from autograder.gradebook.sanitize import OutputSanitizer

LEFT_OUT = "(Some outputs of this cell were left out.)"
SCRIPT = "<script>document.title = 'mine'</script>"
KEYS = ["output_type", "stream", "text", "data", "image/png", "text/plain", "text/html"]
ANYTHING = st.recursive(
    st.none() | st.integers() | st.text() | st.sampled_from([*KEYS, "iVBORw0KGgo="]),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner),
)
SVG = "<svg onload=\"document.title = 'mine'\"></svg>"


def _png(width=2, height=2, size=60):
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
    content = header + struct.pack(">II", width, height) + bytes(size)
    return base64.b64encode(content).decode()


def _shown(*outputs):
    """Return what is shown of some outputs, as pairs of kind and content."""
    kept = OutputSanitizer().sanitized(json.dumps(outputs).encode())
    return [pair for output in kept for pair in output.data.items()]


def _stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def _display(**data):
    kinds = {key.replace("_", "/"): value for key, value in data.items()}
    return {"output_type": "display_data", "metadata": {}, "data": kinds}


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ([_stream("loss 0.5\n"), _stream(["loss ", "0.4\n"])], "loss 0.5\nloss 0.4\n"),
        ([_display(text_plain="7", text_html="<b>7</b>")], "7\n"),
        ([_stream("\x1b[31mred\x1b[0m")], "red"),
        ([_stream(" 1%\r 50%\r100%\rdone\r\nnext")], "done\nnext"),
        ([_stream("\x07bell \u202eturned")], "�bell �turned"),
    ],
)
def test_text(outputs, expected):
    """Text is shown, without colours and control characters."""
    assert _shown(*outputs) == [("text/plain", expected)]


def test_picture():
    """A picture in PNG is shown, and nothing that comes with it."""
    shown = _shown(_display(image_png=_png(), text_plain="<Figure>", text_html=SCRIPT))
    assert shown == [("image/png", _png())]


@pytest.mark.parametrize(
    "output",
    [
        _display(text_html=SCRIPT),
        {"output_type": "display_data", "data": {"image/svg+xml": SVG}},
        {"output_type": "display_data", "data": {"application/javascript": "alert(1)"}},
        _display(image_png=SCRIPT),
        _display(image_png=base64.b64encode(SVG.encode()).decode()),
        _display(image_png=_png() + '" onload="alert(1)'),
        _display(image_png=_png(width=100_000)),
        _display(image_png=_png(size=200_000)),
        {"output_type": "error", "ename": SCRIPT, "traceback": [SCRIPT]},
        {"output_type": "stream", "text": 7, "data": 8},
        "no output at all",
    ],
)
def test_nothing_but_text_and_pictures(output):
    """What could act in a browser, or is too much for it, is not shown."""
    shown = _shown(output)
    assert shown in ([], [("text/plain", LEFT_OUT)])


@pytest.mark.parametrize("text", ["x" * 50_000, "\n" * 5_000, "line\n" * 5_000])
def test_long_text_is_cut(text):
    """Of a long text the beginning is shown, and that there was more."""
    (_kind, beginning), last = _shown(_stream(text))
    assert text.startswith(beginning)
    assert len(beginning) <= 10_000
    assert beginning.count("\n") <= 200
    assert last == ("text/plain", LEFT_OUT)


@pytest.mark.parametrize(
    "handed_in",
    [b'[{"output_type":"stream","text":"' + b"x" * 2_000_000 + b'"}]', b"[" * 900 + b"]" * 900],
)
def test_outputs_that_are_not_read(handed_in):
    """Outputs that are too large, or nested too deeply, are left out."""
    shown = [output.data["text/plain"] for output in OutputSanitizer().sanitized(handed_in)]
    assert shown == [LEFT_OUT]


@settings(max_examples=200, deadline=None)  # a busy machine is no failure
@given(outputs=ANYTHING)
def test_whatever_a_cell_holds(outputs):
    """Outputs of any shape are text, a picture, or left out."""
    shown = OutputSanitizer().sanitized(json.dumps(outputs).encode())
    assert {kind for output in shown for kind in output.data} <= {"text/plain", "image/png"}


def test_a_notebook_has_room_for_so_much():
    """Pictures in every cell end when there are many."""
    outputs = OutputSanitizer()
    cell = json.dumps([_display(image_png=_png(size=140_000))]).encode()
    kept = [outputs.sanitized(cell)[0].data for _number in range(30)]
    assert sum("image/png" in data for data in kept) == 16


@pytest.fixture
def graded(course):
    """Let nbgrader grade a notebook whose own cell and whose answer have outputs."""
    notebook = course.solved()
    outputs = [
        new_output("stream", text="loss 0.25 <b>bold</b>\n"),
        new_output("display_data", {"image/png": _png()}),
        new_output("display_data", {"text/html": SCRIPT, "image/svg+xml": SVG}),
    ]
    notebook.cells.append(new_code_cell("plot()", outputs=outputs))
    {cell.id: cell for cell in notebook.cells}["double"].outputs = outputs
    course.hand_in("kim", notebook)
    course.nbgrader("autograde 01_doubling", "generate_feedback 01_doubling")
    return course


def test_own_cells_show_what_they_showed(graded):
    """The graded notebook has text and picture below the student's own cell, and only there."""
    kinds = {
        cell.source: [kind for output in cell.outputs for kind in output.data]
        for cell in graded.graded("kim").cells
        if cell.cell_type == "code" and "autograder" in cell.metadata and cell.outputs
    }
    assert kinds["plot()"] == ["text/plain", "image/png", "text/plain"]
    assert len([name for name in kinds if not name.startswith("#")]) == 1


def test_feedback_shows_it_as_text(graded):
    """On the page of feedback nothing of it is HTML."""
    page = (graded.root / "feedback" / "kim" / "01_doubling" / "doubling.html").read_text("utf-8")
    assert "loss 0.25 &lt;b&gt;bold&lt;/b&gt;" in page
    assert _png() in page
    assert "document.title" not in page


def test_same_by_the_kits_own_command(graded):
    """`autograder grade --course` writes the same notebook, byte by byte."""
    path = graded.root / "autograded" / "kim" / "01_doubling" / "doubling.ipynb"
    by_nbgrader = path.read_bytes()
    graded.autograder("grade", "--course", ".", "--assignment", "01")
    assert path.read_bytes() == by_nbgrader
    assert nbformat.read(path, as_version=4).cells
