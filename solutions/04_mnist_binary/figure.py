"""Draw the figure of the handout: an image as a column, what is learned, and how it is judged."""

from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import ConnectionPatch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

DIGIT, EPOCHS, ALPHA = 0, 100, 0.5
SIDE, BRIGHTEST = 8, 16
# colours of a palette that colour-blind readers can tell apart
ACCURACY, FOUND = "#0072b2", "#d55e00"


class Learned(NamedTuple):
    """Weights after training; accuracy and share of found digits before it and per epoch."""

    W: np.ndarray
    accuracy: list[float]
    found: list[float]


def measure() -> Numbers:
    """Return an image of the 8×8 digits, which need no download, and what is learned from all."""
    images, labels = load_digits(return_X_y=True)
    images = images / BRIGHTEST
    return {"image": images[labels == DIGIT][0]} | train(images, labels == DIGIT)._asdict()


def draw(numbers: Numbers) -> Figure:
    """Return the image as a column, the weights, and both shares over the epochs."""
    learned = Learned(np.array(numbers["W"]), numbers["accuracy"], numbers["found"])
    figure = Figure(figsize=(10, 3.3), layout="constrained")
    figure.get_layout_engine().set(wspace=0.06)
    image, column, weights, curves = figure.subplots(1, 4, width_ratios=(2.3, 0.7, 2.7, 4))
    draw_column(image, column, np.array(numbers["image"]))
    limit = np.abs(learned.W).max()
    colours = mpl.colormaps["RdBu_r"].resampled(21)
    figures.cells(weights, learned.W.reshape(SIDE, SIDE), colours, -limit, limit)
    weights.set(title=f"W after {EPOCHS} epochs", xticks=[], yticks=[], aspect="equal")
    scale = weights.inset_axes((1.06, 0.1, 0.07, 0.8))
    figures.cells(scale, np.arange(21.0)[::-1, None], colours, 0, 21)
    ticks = np.array([-1, -0.5, 0, 0.5, 1])
    scale.set(xticks=[], yticks=10.5 * (1 - ticks / limit), yticklabels=[f"{t:g}" for t in ticks])
    scale.yaxis.tick_right()
    draw_curves(curves, learned)
    return figure


def draw_column(image: Axes, column: Axes, pixels: np.ndarray) -> None:
    """Draw an image and the column that it becomes, with its first row and where that goes."""
    greys = mpl.colormaps["Greys"].resampled(BRIGHTEST + 1)
    figures.cells(image, pixels.reshape(SIDE, SIDE), greys, 0, 1)
    image.set(title="one image …", xticks=[], yticks=[], aspect="equal")
    figures.cells(column, pixels.reshape(-1, 1), greys, 0, 1)
    column.set(title="… is one column", xticks=[], yticks=np.arange(0, SIDE**2, SIDE) + 0.5)
    column.set_yticklabels(range(0, SIDE**2, SIDE), fontsize=7)
    for start, goal in ((0, 0), (1, SIDE), (SIDE, SIDE**2)):
        line = ConnectionPatch((SIDE, start), (0, goal), "data", "data", axesA=image, axesB=column)
        line.set(color="#999999", linewidth=0.8, linestyle=":")
        image.figure.add_artist(line)


def draw_curves(axes: Axes, learned: Learned) -> None:
    """Draw both shares over the epochs, next to who never looks and always says no."""
    axes.axhline(0.9, color="black", linewidth=1, linestyle="--", label='always "no": accuracy')
    axes.plot(learned.accuracy, color=ACCURACY, linewidth=2, label="accuracy")
    axes.plot(learned.found, color=FOUND, linewidth=2, label=f"share of the {DIGIT}s found")
    axes.set(xlabel="epochs", ylabel="new images", ylim=(-0.03, 1.03), xlim=(0, EPOCHS))
    axes.legend(loc="center right", fontsize=8)
    axes.grid(alpha=0.25)


def train(images: np.ndarray, is_digit: np.ndarray) -> Learned:
    """Train from W = 0, b = 0, with a fifth of the images held back for judging."""
    X, X_test, y, y_test = train_test_split(
        images, is_digit, test_size=0.2, random_state=0, stratify=is_digit
    )
    w, b = np.zeros(SIDE**2), 0.0
    learned = Learned(w, [], [])
    for _ in range(EPOCHS + 1):
        answers = X_test @ w + b > 0
        learned.accuracy.append(float(np.mean(answers == y_test)))
        learned.found.append(float(np.mean(answers[y_test])))
        learned = learned._replace(W=w)
        err = 1 / (1 + np.exp(-X @ w - b)) - y
        w, b = w - ALPHA * err @ X / len(X), b - ALPHA * err.mean()
    return learned


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
