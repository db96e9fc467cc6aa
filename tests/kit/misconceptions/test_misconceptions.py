"""Every known mistake costs points of its own task, and the report says which mistake it is."""

from collections import Counter
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[3] / "reference_impl"
MODULES = sorted(path.parent.name for path in REFERENCE.glob("*/misconceptions"))


@pytest.fixture(scope="session")
def rows(table, tmp_path_factory):
    """Grade the misconceptions of an assignment once; the small data sets will do."""
    found = {}

    def of(module):
        if module not in found:
            (assignment,) = (each for each in table.covered() if each.module == module)
            found[module] = list(table.rows(assignment))
        return found[module]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_DATA", "")
        patch.syspath_prepend(str(table.COURSE))
        yield of


@pytest.mark.parametrize("module", MODULES)
def test_each_costs_points_of_its_task(rows, module):
    """No misconception gets through the checks of its task."""
    assert [row.name for row in rows(module) if not row.caught] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_is_named(rows, module):
    """The report names the mistake that was made."""
    assert [row.name for row in rows(module) if not row.named] == []


@pytest.mark.parametrize("module", MODULES)
def test_none_is_named_wrongly(rows, module):
    """The report names no mistake that was not made."""
    assert {row.name: row.misnamed for row in rows(module) if row.misnamed} == {}


@pytest.mark.parametrize("module", MODULES)
def test_none_is_broken(rows, module):
    """No misconception refers to what its task does not have: a student's would never fit it."""
    assert [row.name for row in rows(module) if row.broken] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_text_says_one_thing(rows, table, module):
    """Within a task no two misconceptions read the same, in either language."""
    (assignment,) = (each for each in table.covered() if each.module == module)
    known = table.catalogue(assignment)
    texts = Counter((each.tasks, text) for each in known for text in (each.text.en, each.text.ko))

    assert [text for text, number in texts.items() if number > 1] == []


def test_there_are_many(table):
    """The catalogue holds what the years have shown: 80 at least."""
    assert sum(len(table.catalogue(each)) for each in table.covered()) >= 80
