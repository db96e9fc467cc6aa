"""Whatever is handed in, reading it gives code or one sentence."""

import json
from pathlib import Path

import pytest
from fuzz.targets import TARGETS, zipped
from hypothesis import example, given
from hypothesis import strategies as st

from autograder.errors import KitError
from autograder.intake import submissions

PIECES = st.sampled_from(
    [
        *(
            "def f(x):\n    return x\n",
            "# %%\n",
            '# %% task="f"\n',
            "#%%",
            "    ",
            "\t",
            "\n",
            "\r",
        ),
        *("%matplotlib\n", "!ls\n", "%%bash\n", "x?\n", "(", ")", "'''", '"', "\\", "\\\n", "\f"),
        *("\0", "\x1b[2J", "\u202e", "가", "\ufeff", "=", ":", "f'{", "}", "lambda: ", "0" * 5000),
        *("class", "return", "async ", "await ", "yield", "import os;", "-" * 3000, "[" * 300),
    ]
)
SCRIPTS = st.lists(PIECES | st.text(max_size=20), max_size=12).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["cells", "cell_type", "source", "input", "worksheets", "nbformat"])
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
CELLS = st.lists(
    st.fixed_dictionaries(
        {"cell_type": st.sampled_from(["code", "markdown", "raw"]) | JSON},
        optional={"source": SCRIPTS | st.lists(SCRIPTS, max_size=3) | JSON, "input": JSON},
    ),
    max_size=4,
)
NOTEBOOKS = st.fixed_dictionaries({"nbformat": st.sampled_from([3, 4]) | JSON, "cells": CELLS})


@st.composite
def spoilt(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """Give bytes that have been changed in up to three places."""
    data = bytearray(draw(whole))
    for _ in range(draw(st.integers(0, 3))):
        position = draw(st.integers(0, len(data)))
        data[position : position + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(data)


NAMES = st.sampled_from(["net.py", "a/net.py", "net.ipynb", "../net.py", "net.py/", "\\net.py"])
CODE = SCRIPTS.map(lambda text: text.encode(errors="replace"))
ARCHIVES = st.builds(zipped, st.dictionaries(NAMES, CODE, max_size=3), st.sampled_from([0, 8]))
LINES = st.lists(
    st.binary(min_size=1, max_size=40).map(lambda line: line.replace(b"\n", b""))
    | st.text(max_size=12).map(lambda line: line.encode(errors="replace"))
    | st.sampled_from(
        [b"kim/", b"kim/net.py", b"lee/01_net/net.ipynb", b"net.py", b"mo/a/b/net.zip"]
    ),
    max_size=6,
)


@given(text=SCRIPTS, encoding=st.sampled_from(["utf-8", "utf-16", "cp949"]))
def test_scripts(text: str, encoding: str) -> None:
    """A script of any content gives cells and problems, or is refused."""
    assert TARGETS["script"].wrong_with(text.encode(encoding, errors="replace")) == []


@given(data=st.binary(max_size=300))
def test_bytes(data: bytes) -> None:
    """So do bytes that are no text."""
    assert TARGETS["script"].wrong_with(data) == []


@given(data=spoilt(NOTEBOOKS.map(lambda each: json.dumps(each).encode())))
@example(
    data=b'{"nbformat":4,"cells":[{"cell_type":"code","source":"x=1"}]}'.replace(b"x", b"\xff")
)
def test_notebooks(data: bytes) -> None:
    """A notebook, whole or spoilt, gives cells and problems, or is refused."""
    assert TARGETS["notebook"].wrong_with(data) == []


@given(data=spoilt(ARCHIVES))
def test_archives(data: bytes) -> None:
    """An archive, whole or spoilt, gives cells and problems, or is refused."""
    assert TARGETS["archive"].wrong_with(data) == []


@given(lines=LINES)
def test_folders(lines: list[bytes]) -> None:
    """Every folder is a student of its own, whatever its name and what lies in it."""
    assert TARGETS["folder"].wrong_with(b"\n".join(lines)) == []


def test_a_class_of_nobody_is_refused(tmp_path: Path) -> None:
    """An empty folder is no class."""
    with pytest.raises(KitError, match="no submissions"):
        submissions(tmp_path, "01_net", "net")
