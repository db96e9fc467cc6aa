"""Draw the figure of the handout: activation functions, two boundaries, and the quiz."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Patch, Polygon

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

# colours that colour-blind readers can tell apart
COLOURS = {"step": "#999999", "sigmoid": "#0072b2", "tanh": "#d55e00", "ReLU": "#009e73"}
CLASSES = ("#e8eef4", "#f6d9b8")


def draw(_numbers: Numbers) -> Figure:
    """Return the functions and their derivatives above, boundaries and the quiz below."""
    figure = Figure(figsize=(9, 6.4), layout="constrained")
    axes = figure.subplot_mosaic("AAABBB;CCDDEE")
    draw_functions(axes["A"])
    draw_derivatives(axes["B"])
    below = Polygon([(-9, -9), (12, -9), (-9, 12)])
    draw_boundary(axes["C"], below, "$z = -3 + x_1 + x_2$", inside=-1.5)
    draw_boundary(axes["D"], Circle((0, 0), 3**0.5), "$z = -3 + x_1^2 + x_2^2$", inside=0.0)
    draw_quiz(axes["E"])
    return figure


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of each entry."""
    return 1 / (1 + np.exp(-x))


def draw_functions(axes: Axes) -> None:
    """Draw the four activation functions."""
    x = np.linspace(-4, 4, 81)
    draw_jump(axes, "step", chosen=1)
    axes.plot(x, sigmoid(x), color=COLOURS["sigmoid"], label="sigmoid")
    axes.plot(x, np.tanh(x), color=COLOURS["tanh"], label="tanh")
    axes.plot(x, np.maximum(0, x), color=COLOURS["ReLU"], label="ReLU")
    axes.set(title="activation functions", xlabel="x", xlim=(-4, 4), ylim=(-1.15, 2.1))
    finish(axes)


def draw_derivatives(axes: Axes) -> None:
    """Draw the derivatives of the three that learn by them."""
    x = np.linspace(-4, 4, 81)
    a = sigmoid(x)
    axes.plot(x, a * (1 - a), color=COLOURS["sigmoid"], label="sigmoid′")
    axes.plot(x, 1 - np.tanh(x) ** 2, color=COLOURS["tanh"], label="tanh′")
    draw_jump(axes, "ReLU′", chosen=0)
    axes.set(title="their derivatives", xlabel="x", xlim=(-4, 4), ylim=(-0.08, 1.3))
    finish(axes)


def draw_jump(axes: Axes, name: str, chosen: int) -> None:
    """Draw a jump from 0 to 1, with a dot at the value that the course chooses for x = 0."""
    colour = COLOURS[name.rstrip("′")]
    axes.plot([-4, 0, np.nan, 0, 4], [0, 0, np.nan, 1, 1], color=colour, label=name)
    axes.plot(0, 1 - chosen, "o", color=colour, markerfacecolor="white", zorder=3)
    axes.plot(0, chosen, "o", color=colour, zorder=3)


def draw_boundary(axes: Axes, shape: Patch, title: str, inside: float) -> None:
    """Colour the plane by the class that W = (-3, 1, 1) decides for; the shape is where z < 0."""
    axes.set_facecolor(CLASSES[1])
    shape.set(facecolor=CLASSES[0], edgecolor="black", linewidth=1.5)
    axes.add_patch(shape)
    axes.text(inside, inside, "0", fontsize=16, ha="center", va="center")
    axes.text(2.9, 2.9, "1", fontsize=16, ha="center", va="center")
    axes.set_title(title, pad=9)
    axes.set(xlabel="$x_1$", ylabel="$x_2$", xlim=(-4, 4), ylim=(-4, 4), aspect="equal")


def draw_quiz(axes: Axes) -> None:
    """Draw the two costs without saying which is which: that is the quiz."""
    h = np.concatenate([np.geomspace(0.01, 0.5, 40), 1 - np.geomspace(0.5, 0.01, 40)])
    axes.plot(h, -np.log(h), color="black", label="solid")
    axes.plot(h, -np.log(1 - h), color="black", linestyle="--", label="dashed")
    axes.set(title="quiz: which is which?", xlabel="h", ylabel="cost", xlim=(0, 1), ylim=(0, 4))
    finish(axes)


def finish(axes: Axes) -> None:
    """Add a light grid and the legend."""
    axes.grid(alpha=0.25)
    axes.legend(fontsize=8)


if __name__ == "__main__":
    figures.main(__file__, draw)
