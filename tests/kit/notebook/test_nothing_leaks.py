"""Nothing that students get holds a solution, a hidden check or the oracle."""

import json
import re
from pathlib import Path

import pytest

from autograder.build.generators import generated
from autograder.build.regions import find_regions
from autograder.course.root import find_course

COURSE = find_course(Path(__file__).parents[3])
SHORTEST = 16  # a shorter line, such as `return a`, is nobody's secret


def _lines(text):
    """Return the lines that are long enough to tell where they come from."""
    return {line.strip() for line in text.splitlines() if len(line.strip()) >= SHORTEST}


def _solution(assignment):
    lines = assignment.source.read_text().split("\n")
    inside = {
        number
        for region in find_regions(lines, assignment.source)
        for number in range(region.begin - 1, region.end)
    }
    shown = "\n".join(line for number, line in enumerate(lines) if number not in inside)
    return _lines("\n".join(lines[number] for number in inside)) - _lines(shown)


def _checks_and_oracle(assignment):
    """Return the lines of hidden checks and oracle, and the names that they define."""
    files = [
        *assignment.hidden.glob("*.py"),
        COURSE.root / f"reference_impl/{assignment.module}.py",
    ]
    text = "\n".join(file.read_text() for file in files if file.exists())
    known = assignment.visible.read_text() + assignment.source.read_text()
    tests = set(re.findall(r"def (test_\w+)", text)) - set(re.findall(r"def (test_\w+)", known))
    return tests | (_lines(text) - _lines(known)) | {"reference_impl"}


def _text(name, content):
    """Return a file's text; of a notebook the cells' too, as they read without JSON's escapes."""
    text = content.decode()
    if name.suffix != ".ipynb":
        return text
    return "\n".join([text, *("".join(cell["source"]) for cell in json.loads(text)["cells"])])


@pytest.fixture(scope="module", params=COURSE.assignments, ids=lambda each: each.name)
def assignment(request):
    """Give each assignment of the course in turn."""
    return request.param


@pytest.fixture(scope="module")
def handed_out(assignment):
    """Return all that the students of an assignment get, as one text."""
    return "\n".join(_text(name, content) for name, content in generated(assignment).items())


@pytest.mark.parametrize("secrets_of", [_solution, _checks_and_oracle])
def test_no_secret_is_handed_out(assignment, handed_out, secrets_of):
    """No line of a solution, of a hidden check or of the oracle is in any generated file."""
    secrets = secrets_of(assignment)
    assert len(secrets) > 5
    assert sorted(secret for secret in secrets if secret in handed_out) == []


def test_the_search_reads_notebooks_without_their_escapes():
    """A line with quotation marks is found in a notebook's cell."""
    notebook = json.dumps({"cells": [{"source": ['print("secret")\n', "more"]}]})
    assert 'print("secret")\nmore' in _text(Path("x.ipynb"), notebook.encode())
