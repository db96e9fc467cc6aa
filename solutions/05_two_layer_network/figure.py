"""Draw the figure of the handout: two loss curves, and what each hidden layer has learned."""

from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

EPOCHS, UNITS, GOAL = 1000, 10, 0.1
# colours of a palette that colour-blind readers can tell apart
ONES, RANDOM = "#0072b2", "#d55e00"


class Trained(NamedTuple):
    """A network after training: the weights of its hidden layer, and one loss an epoch."""

    w1: np.ndarray
    losses: np.ndarray


def draw() -> Figure:
    """Return the loss curves of both starts, next to the weights w1 after training."""
    x, y = scaled_training_data()
    shape, rng = (x.shape[1], UNITS), np.random.RandomState(0)
    ones = train(x, y, np.ones(shape), np.ones((UNITS, 1)))
    random = train(x, y, rng.normal(size=shape), rng.normal(size=(UNITS, 1)))

    figure = Figure(figsize=(9, 3.8), layout="constrained")
    curves, left, right = figure.subplots(1, 3, width_ratios=(5, 1.5, 1.5))
    draw_curve(curves, ones.losses, "start at 1", ONES)
    draw_curve(curves, random.losses, "random start", RANDOM)
    curves.axhline(GOAL, color="#666666", linewidth=1, linestyle=":")
    curves.set(xlabel="epoch", ylabel="mean cross-entropy", ylim=(0, 0.6), xlim=(-10, EPOCHS))
    curves.legend(loc="upper right")
    curves.grid(alpha=0.25)

    draw_weights(left, ones.w1, "start at 1", ONES)
    mesh = draw_weights(right, random.w1, "random start", RANDOM)
    left.set_ylabel("feature")
    figure.colorbar(mesh, ax=(left, right), label="$w_1$ after training", shrink=0.8)
    return figure


def scaled_training_data() -> tuple[np.ndarray, np.ndarray]:
    """Return the training samples with mean 0 and standard deviation 1, and a column of labels."""
    x, y = load_breast_cancer(return_X_y=True)
    x_train, _, y_train, _ = train_test_split(x, y, test_size=0.2, random_state=0)
    return StandardScaler().fit_transform(x_train), y_train.reshape(-1, 1)


def train(x: np.ndarray, y: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> Trained:
    """Train from these weights and biases 0, with the whole batch and a learning rate of 1."""
    b1, b2, losses = 0.0, 0.0, []
    for _ in range(EPOCHS):
        a1 = sigmoid(x @ w1 + b1)
        z2 = a1 @ w2 + b2
        losses.append(np.mean(np.logaddexp(0, z2) - y * z2))
        err2 = (sigmoid(z2) - y) / len(x)
        err1 = err2 @ w2.T * a1 * (1 - a1)
        w1, b1 = w1 - x.T @ err1, b1 - err1.sum(axis=0)
        w2, b2 = w2 - a1.T @ err2, b2 - err2.sum()
    return Trained(w1, np.array(losses))


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)), without an overflow."""
    return np.exp(-np.logaddexp(0, -z))


def draw_curve(axes: Axes, losses: np.ndarray, name: str, colour: str) -> None:
    """Draw a loss curve, and mark the epoch at which it reaches the goal."""
    epoch = int(np.argmax(losses <= GOAL))
    axes.plot(losses, color=colour, linewidth=2, label=name)
    axes.plot(epoch, losses[epoch], "o", color=colour, markersize=7)
    axes.annotate(f"epoch {epoch}", (epoch, losses[epoch]), (8, 6), textcoords="offset points")


def draw_weights(axes: Axes, w1: np.ndarray, name: str, colour: str) -> QuadMesh:
    """Draw the hidden layer's weights: a column for each unit, a row for each feature."""
    units, features = np.arange(w1.shape[1]), np.arange(len(w1))
    mesh = axes.pcolormesh(units, features, w1, cmap="RdBu", vmin=-3, vmax=3, edgecolors="face")
    axes.set_title(name, color=colour, fontsize=10)
    axes.set(xlabel="hidden unit", xticks=units[[0, -1]], yticks=features[[0, -1]])
    axes.invert_yaxis()
    return mesh


if __name__ == "__main__":
    # the same bytes at every run: fixed ids and no date
    with mpl.rc_context({"svg.hashsalt": "two_layer_network"}):
        draw().savefig(Path(__file__).with_suffix(".svg"), metadata={"Date": None})
