"""Nothing that students get holds a solution, a hidden check or the oracle."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from autograder.build.generators import generated
from autograder.build.regions import find_regions
from autograder.course.root import find_course

COURSE = find_course(Path(__file__).parents[3])
SHORTEST = 16  # a shorter line, such as `return a`, is nobody's secret
SECRET_WORDS = {"reference_impl", "BEGIN SOLUTION", "END SOLUTION", "HIDDEN"}


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(assignment):
    """Part an exercise's source into its solutions and what students see of it."""
    lines = assignment.source.read_text().split("\n")
    inside = {
        number
        for region in find_regions(lines, assignment.source)
        for number in range(region.begin, region.end - 1)
    }
    solution = [line for number, line in enumerate(lines) if number in inside]
    shown = [line for number, line in enumerate(lines) if number not in inside]
    return "\n".join(solution), "\n".join(shown)


def _solution(assignment):
    return _parts(assignment)[0]


def _hidden_checks(assignment):
    return "\n".join(file.read_text() for file in assignment.hidden.glob("*.py"))


def _oracle(assignment):
    return (assignment.reference / "reference.py").read_text()


def _secrets(secret, written):
    """Return the lines, pairs of lines and names of tests that students are not shown on purpose.

    Parameters
    ----------
    secret : str
        The text to keep.
    written : tuple of str
        What an author wrote for students: code, and text that may well quote a line of it.
    """
    code, text = ("\n".join(_lines(part)) for part in written)
    singles = {line for line in _lines(secret) if len(line) >= SHORTEST and line not in code + text}
    pairs = {"\n".join(pair) for pair in pairwise(_lines(secret)) if len("".join(pair)) >= SHORTEST}
    tests = set(re.findall(r"def (test_\w+)", secret)) - set(re.findall(r"def (test_\w+)", code))
    return singles | {pair for pair in pairs if pair not in code} | tests


def _text(name, content):
    """Return a file's lines; of a notebook the cells' too, as they read without JSON's escapes."""
    text = content.decode()
    if name.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n".join([text, *("".join(cell["source"]) for cell in cells)])
    return "\n".join(_lines(text))


@pytest.fixture(scope="module", params=COURSE.assignments, ids=lambda each: each.name)
def assignment(request):
    """Give each assignment of the course in turn."""
    return request.param


@pytest.fixture(scope="module")
def written(assignment):
    """Return what an author wrote for students: code and text."""
    code = _parts(assignment)[1] + "\n" + assignment.visible.read_text()
    files = [*assignment.folder.glob("*.md"), assignment.folder / "assignment.toml"]
    return code, "\n".join(file.read_text() for file in files)


@pytest.fixture(scope="module")
def handed_out(assignment):
    """Return all that the students of an assignment get, as one text."""
    return "\n".join(_text(name, content) for name, content in generated(assignment).items())


@pytest.mark.parametrize("secret", [_solution, _hidden_checks, _oracle])
def test_no_secret_is_handed_out(assignment, written, handed_out, secret):
    """Nothing of a solution, of a hidden check or of the oracle is in any generated file."""
    secrets = _secrets(secret(assignment), written)
    assert len(secrets) > 5
    assert sorted(each for each in secrets | SECRET_WORDS if each in handed_out) == []


def test_the_search_finds_a_line_a_pair_and_a_name():
    """A quoted line alone is no secret; what follows it, and the name of a hidden check, are."""
    secrets = _secrets("a = np.exp(z - z.max())\nreturn a\ndef test_it(): ...", ("", "np.exp"))
    assert secrets == {
        "a = np.exp(z - z.max())",
        "a = np.exp(z - z.max())\nreturn a",
        "return a\ndef test_it(): ...",
        "def test_it(): ...",
        "test_it",
    }


def test_the_search_reads_notebooks_without_their_escapes():
    """A line with quotation marks is found in a notebook's cell."""
    notebook = json.dumps({"cells": [{"source": ['    print("secret")\n', "more"]}]})
    assert 'print("secret")\nmore' in _text(Path("x.ipynb"), notebook.encode())
