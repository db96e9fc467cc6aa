"""Figures of handouts: drawn from kept numbers, small, the same each time."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure

from autograder.authoring import figures

SOLUTIONS = Path(__file__).parents[3] / "solutions"
DRAWN = sorted(SOLUTIONS.glob("*/figure.svg"))
SVG = "{http://www.w3.org/2000/svg}"
SCRIPT = """
from matplotlib.figure import Figure

from autograder.authoring import figures


def measure():
    return {"losses": [2 / 3, 1e-9 / 3], "epochs": [123456]}


def draw(numbers):
    figure = Figure()
    figure.subplots().set_title(f"losses {numbers['losses']}")
    return figure


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
"""


@pytest.fixture
def script(tmp_path):
    """Write a figure's script, and return a function that runs it."""
    path = tmp_path / "figure.py"
    path.write_text(SCRIPT, encoding="utf-8")

    def run(*arguments):
        subprocess.run([sys.executable, str(path), *arguments], check=True, timeout=60)

    return run


def dots(numbers):
    """Draw numbers as dots, on a grid."""
    figure = Figure()
    axes = figure.subplots()
    axes.plot(numbers["x"], numbers["x"], "o", label="dots")
    axes.grid()
    axes.legend()
    return figure


def test_numbers_are_measured_on_demand(script, tmp_path):
    """Measured numbers are kept with four digits, counts as they are, a line for each name."""
    script("--measure")

    text = (tmp_path / "figure.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"losses": [0.6667, 3.333e-10], "epochs": [123456]}
    assert text.count("\n") == 4


def test_kept_numbers_are_drawn(script, tmp_path):
    """Without a measurement the picture is that of the numbers beside the script."""
    (tmp_path / "figure.json").write_text('{"losses": [5.25]}', encoding="utf-8")

    script()

    assert "losses [5.25]" in (tmp_path / "figure.svg").read_text(encoding="utf-8")


def test_rounding_noise_does_not_show():
    """Numbers that differ in their last digit, as those of two processors do, look the same."""
    x = np.linspace(0, 1, 20)

    assert figures.svg(dots, {"x": x}) == figures.svg(dots, {"x": x * (1 + 1e-15)})


def test_everything_referred_to_is_there():
    """Every marker and clip path that the short file refers to is defined in it."""
    root = ElementTree.fromstring(figures.svg(dots, {"x": [0.0, 1.0]}))
    names = {element.get("id") for element in root.iter()}
    used = {each.get("{http://www.w3.org/1999/xlink}href") for each in root.iter(f"{SVG}use")}
    clipped = {each.get("clip-path") for each in root.iter()} - {None}

    assert used
    assert clipped
    assert {name.removeprefix("#") for name in used} <= names
    assert {name.removeprefix("url(#").removesuffix(")") for name in clipped} <= names


def test_every_dot_is_drawn():
    """A picture holds a marker for each point."""
    one, many = (figures.svg(dots, {"x": [0.5] * number}) for number in (1, 30))

    assert many.count("<use") == one.count("<use") + 29


def test_cells_are_few_shapes():
    """A matrix is a shape for each colour, and neighbours of one colour are one box."""
    values = [[0, 0, 1], [1, 0, 0]]
    axes = Figure().subplots()

    figures.cells(axes, values, mpl.colormaps["Greys"].resampled(2), 0, 2)

    low, high = (patch.get_path() for patch in axes.patches)
    assert len(low.vertices) == 2 * 5
    assert len(high.vertices) == 2 * 5


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.parent.name)
def test_figure_is_small(path):
    """No handout's figure is more than 32 kB."""
    assert path.stat().st_size < 32_000
