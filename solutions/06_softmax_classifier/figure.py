"""Draw the figure of the handout: scores and their softmax, and a network that reads digits."""

from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

# colours of a palette that colour-blind readers can tell apart
BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#999999"
# the scores of the handout: those behind sigmoids of 0.9, 0.8, 0.7 and of 0.5, 0.2, 0.1
SCORES = ((2.20, 1.39, 0.85), (0.00, -1.39, -2.20))
UNITS, EPOCHS, CLASSES = 100, 100, 10
ROWS = {"bottom": 0.11, "top": 0.98, "hspace": 0.3}


class Network(NamedTuple):
    """Weights and biases of both layers."""

    w1: np.ndarray
    b1: np.ndarray
    w2: np.ndarray
    b2: np.ndarray


def measure() -> Numbers:
    """Return five test images, their labels, and how a trained network reads them."""
    images, labels, probabilities = read_digits()
    chosen = telling(labels, probabilities)
    read = {"labels": labels[chosen], "probabilities": np.round(probabilities[chosen], 3)}
    return {"images": images[chosen]} | read


def draw(numbers: Numbers) -> Figure:
    """Return scores and their softmax to the left, digits and how they are read to the right."""
    # places are given: a layout that is solved differs in its last digit from run to run
    figure = Figure(figsize=(9, 4.2))
    upper, lower = figure.add_gridspec(2, 1, left=0.04, right=0.27, **ROWS).subplots()
    draw_softmax(upper, np.array(SCORES[0]))
    draw_softmax(lower, np.array(SCORES[1]))
    upper.legend(fontsize=8, loc="lower left")

    grid = figure.add_gridspec(2, 5, left=0.33, right=0.99, wspace=0.4, **ROWS)
    read = zip(numbers["images"], numbers["labels"], numbers["probabilities"], strict=True)
    for (image, label, probabilities), (above, below) in zip(read, grid.subplots().T, strict=True):
        draw_digit(above, image)
        draw_probabilities(below, probabilities, label)
    return figure


def softmax(z: np.ndarray) -> np.ndarray:
    """Return the softmax over the last axis."""
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def draw_softmax(axes: Axes, scores: np.ndarray) -> None:
    """Draw three scores next to the probabilities that the softmax makes of them."""
    classes, probabilities = np.arange(len(scores)), softmax(scores)
    axes.bar(classes - 0.2, scores, width=0.38, color=GREY, label="score")
    bars = axes.bar(classes + 0.2, probabilities, width=0.38, color=BLUE, label="softmax")
    axes.bar_label(bars, fmt="%.2f", fontsize=8)
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set(xticks=classes, xlabel="class", ylim=(-2.6, 2.6))


def read_digits() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return test images, their labels and the probabilities that a trained network gives them."""
    digits = load_digits()
    split = train_test_split(
        digits.data / 16, digits.target, test_size=0.2, random_state=0, stratify=digits.target
    )
    x_train, x_test, y_train, y_test = split
    network = train(x_train, np.eye(CLASSES)[y_train])
    return x_test.reshape(-1, 8, 8), y_test, softmax(forward(x_test, network)[1])


def forward(x: np.ndarray, network: Network) -> tuple[np.ndarray, np.ndarray]:
    """Return the output of the hidden layer and the scores."""
    a1 = np.exp(-np.logaddexp(0, -(x @ network.w1 + network.b1)))
    return a1, a1 @ network.w2 + network.b2


def train(x: np.ndarray, y: np.ndarray) -> Network:
    """Train from random weights with the whole batch and a learning rate of 1."""
    rng = np.random.RandomState(0)
    w1, w2 = rng.normal(size=(x.shape[1], UNITS)), rng.normal(size=(UNITS, CLASSES))
    network = Network(w1, np.zeros(UNITS), w2, np.zeros(CLASSES))
    for _ in range(EPOCHS):
        a1, scores = forward(x, network)
        err2 = (softmax(scores) - y) / len(x)
        err1 = err2 @ network.w2.T * a1 * (1 - a1)
        slopes = (x.T @ err1, err1.sum(axis=0), a1.T @ err2, err2.sum(axis=0))
        network = Network(*(each - slope for each, slope in zip(network, slopes, strict=True)))
    return network


def telling(labels: np.ndarray, probabilities: np.ndarray) -> list[int]:
    """Return five test images: the surest 0, 3 and 6, and the first two that are read wrong."""
    of_label = probabilities[np.arange(len(labels)), labels]
    certain = [int(np.argmax(np.where(labels == label, of_label, 0))) for label in (0, 3, 6)]
    wrong = np.flatnonzero(probabilities.argmax(axis=1) != labels)
    return [*certain, *wrong[:2].tolist()]


def draw_digit(axes: Axes, image: list[list[float]]) -> None:
    """Draw an image of 8 × 8 pixels."""
    figures.cells(axes, image, mpl.colormaps["Greys"].resampled(17), 0, 1)
    axes.set(aspect="equal", xticks=[], yticks=[])


def draw_probabilities(axes: Axes, probabilities: list[float], label: int) -> None:
    """Draw the probability of each class; the right class is blue."""
    colours = [BLUE if each == label else ORANGE for each in range(CLASSES)]
    axes.bar(np.arange(CLASSES), probabilities, color=colours)
    axes.set(ylim=(0, 1), yticks=[0, 0.5, 1], xticks=range(0, CLASSES, 3), xlabel="class")
    axes.tick_params(labelsize=8)
    axes.set_title(f"it is a {label}", fontsize=9, color=BLUE)


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
