"""Equal work has an equal digest, whatever the file, its folder and its format are."""

import json

import pytest

from autograder.intake import read_code
from autograder.intake.code import Cell
from autograder.intake.digest import digest_of

CODE = "import numpy as np\n\n\n# %% task\ndef double(x):\n    return 2 * x\n"
FACTOR = "FACTOR = 2\n"


def notebook(*sources):
    """Write a notebook of code cells."""
    cells = [{"cell_type": "code", "metadata": {}, "source": source} for source in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def digest_of_file(path, content):
    """Write a file and return the digest of its code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return read_code(path, "doubling").digest


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lee/doubling.py", CODE),
        ("kim/doubling (1).py", CODE),
        ("kim/doubling.py", CODE.replace("\n", "\r\n")),
        ("kim/doubling.ipynb", notebook(*CODE.split("# %% task\n"), "'a text'")),
    ],
)
def test_equal_definitions_have_an_equal_digest(tmp_path, name, content):
    """Name, folder, line ends, format and text do not count."""
    assert digest_of_file(tmp_path / name, content) == digest_of_file(tmp_path / "one.py", CODE)


@pytest.mark.parametrize(
    "content",
    [
        CODE.replace("2", "3"),
        CODE + FACTOR,
        "@print\n" + CODE[CODE.index("def") :],
        CODE + "if True:\n    FACTOR = 2\n",
        CODE + "exec('FACTOR = 2')\n",
    ],
)
def test_other_code_has_another_digest(tmp_path, content):
    """A changed number, one more constant, a decorator and what only a call does count."""
    assert digest_of_file(tmp_path / "a.py", content) != digest_of_file(tmp_path / "b.py", CODE)


def test_deeply_nested_code_has_a_digest():
    """Code that Python can parse is hashed, however deeply nested it is."""
    assert digest_of([Cell("x = " + "+".join(["1"] * 3000), 1, "x.py")])
