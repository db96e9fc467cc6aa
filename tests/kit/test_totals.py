"""The figures in the tables of README and docs are those of this course."""

import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
TOTALS = runpy.run_path(str(DOCS / "make_totals.py"))


@pytest.fixture(scope="module")
def figures():
    """Count everything once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS.parent))
        return TOTALS["figures"]()


@pytest.mark.parametrize("path", TOTALS["PAGES"], ids=lambda path: path.name)
def test_tables_are_in_step(figures, path):
    """`python docs/make_totals.py` would change nothing."""
    page = path.read_text(encoding="utf-8")

    assert TOTALS["filled"](page, figures) == page


@pytest.mark.parametrize(
    ("measured", "counted"),
    [("caught", "planted"), ("named", "planted"), ("passed", "variants")],
)
def test_measured_figures_cover_everything(figures, measured, counted):
    """What was added since the figures were measured makes them out of step."""
    kind = "variants" if counted == "variants" else "misconceptions"

    assert {each: own[kind, measured] - own[kind, counted] for each, own in figures.items()} == (
        dict.fromkeys(figures, 0)
    )


def test_every_mutant_is_accounted_for(figures):
    """Killed, equivalent and surviving mutants add up to all there are."""
    for own in figures.values():
        parts = [own["mutants", name] for name in ("killed", "equivalent", "surviving")]
        assert sum(parts) == own["mutants", "mutants"]


def test_another_figure_is_filled_in(figures):
    """A figure that does not hold is replaced, and other cells of its row are left."""
    page = "| assignment | students implement | data | tasks | points |\n|---|---|---|--:|--:|\n"
    row = "| `01_linear_neuron` | a neuron | diabetes | {} | {} |\n"
    own = figures["01"]
    right = row.format(*(f"{own['course', name]:g}" for name in ("tasks", "points")))

    assert TOTALS["filled"](page + row.format(99, ""), figures) == page + right
