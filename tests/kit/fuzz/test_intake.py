"""Whatever is handed in, reading it gives code or one sentence."""

import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from autograder.errors import KitError
from autograder.intake import Code, Unreadable, read_code, submissions

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


@st.composite
def archives(draw: st.DrawFn) -> bytes:
    """Give a .zip file."""
    space = io.BytesIO()
    names = st.sampled_from(["net.py", "a/net.py", "net.ipynb", "../net.py", "net.py/", "\\net.py"])
    with zipfile.ZipFile(space, "w", draw(st.sampled_from([0, 8]))) as file:
        for name in draw(st.lists(names, max_size=3, unique=True)):
            file.writestr(name, draw(SCRIPTS).encode(errors="replace"))
    return space.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for what is handed in."""
    return tmp_path_factory.mktemp("fuzz")


def check_reading(path: Path, data: bytes) -> None:
    """Read a file and look at what comes of it."""
    path.write_bytes(data)

    code = read(path)

    assert all(map(is_clean, code.problems))
    assert all(cell.first_line >= 1 for cell in code.cells)


def read(path: Path) -> Code:
    """Read a file; a refusal counts as a problem of no code."""
    try:
        return read_code(path, "net")
    except Unreadable as refusal:
        return Code((), "", (str(refusal),))


def is_clean(sentence: str) -> bool:
    """Tell whether a sentence can be shown: of printable letters, on one or two lines."""
    lines = sentence.split("\n")
    return len(lines) <= 2 and len(sentence) < 1500 and "".join(lines).isprintable()


@given(text=SCRIPTS, encoding=st.sampled_from(["utf-8", "utf-16", "cp949"]))
def test_scripts(folder: Path, text: str, encoding: str) -> None:
    """A script of any content gives cells and problems, or is refused."""
    check_reading(folder / "net.py", text.encode(encoding, errors="replace"))


@given(data=st.binary(max_size=300))
def test_bytes(folder: Path, data: bytes) -> None:
    """So do bytes that are no text."""
    check_reading(folder / "net.py", data)


@given(data=spoilt(NOTEBOOKS.map(lambda each: json.dumps(each).encode())))
@example(
    data=b'{"nbformat":4,"cells":[{"cell_type":"code","source":"x=1"}]}'.replace(b"x", b"\xff")
)
def test_notebooks(folder: Path, data: bytes) -> None:
    """A notebook, whole or spoilt, gives cells and problems, or is refused."""
    check_reading(folder / "net.ipynb", data)


@given(data=spoilt(archives()))
def test_archives(folder: Path, data: bytes) -> None:
    """An archive, whole or spoilt, gives cells and problems, or is refused."""
    check_reading(folder / "net.zip", data)


NAMES = st.lists(
    st.binary(min_size=1, max_size=40).filter(lambda name: not re.search(rb"[/\0]", name))
    | st.text(min_size=1, max_size=12)
    .map(lambda name: name.replace("/", "").replace("\0", "").encode(errors="replace"))
    .filter(bool),
    max_size=6,
    unique=True,
)


@pytest.fixture(scope="module")
def classes(folder: Path) -> Iterator[Path]:
    """Give the place where classes of students are made."""
    place = folder / "classes"
    yield place
    shutil.rmtree(place, ignore_errors=True)


@given(names=NAMES)
def test_names_of_folders(classes: Path, names: list[bytes]) -> None:
    """Every folder is a student of its own, whatever its name."""
    shutil.rmtree(classes, ignore_errors=True)
    for name in [b"kim", *names]:
        if name not in (b".", b".."):
            (classes / os.fsdecode(name)).mkdir(parents=True, exist_ok=True)
    shown = {name for name in [b"kim", *names] if not name.startswith((b".", b"__"))}

    students = [each.student for each in submissions(classes, "01_net", "net")]

    assert len(students) == len(set(students)) == len(shown)
    assert "".join(students).isprintable()


def test_a_class_of_nobody_is_refused(folder: Path) -> None:
    """An empty folder is no class."""
    empty = folder / "empty"
    empty.mkdir()

    with pytest.raises(KitError, match="holds no submissions"):
        submissions(empty, "01_net", "net")
