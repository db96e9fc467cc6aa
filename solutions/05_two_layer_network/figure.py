"""Draw the figure of the handout: two loss curves, and what each hidden layer has learned."""

from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

EPOCHS, UNITS, GOAL = 1000, 10, 0.1
# colours of a palette that colour-blind readers can tell apart
ONES, RANDOM = "#0072b2", "#d55e00"
COLOURS, LIMIT = mpl.colormaps["RdBu"].resampled(15), 3


class Trained(NamedTuple):
    """A network after training: the weights of its hidden layer, and one loss an epoch."""

    w1: np.ndarray
    losses: np.ndarray


def measure() -> Numbers:
    """Return what networks that start at 1 and at random have learned, each tenth loss of them."""
    x, y = scaled_training_data()
    shape, rng = (x.shape[1], UNITS), np.random.RandomState(0)
    ones = train(x, y, np.ones(shape), np.ones((UNITS, 1)))
    random = train(x, y, rng.normal(size=shape), rng.normal(size=(UNITS, 1)))
    return {"ones": shown(ones), "random": shown(random)}


def shown(network: Trained) -> Numbers:
    """Return the weights of a network, losses all the denser where they fall fast, and the goal."""
    epochs = np.unique(np.append(np.arange(0, 60, 3), np.arange(60, EPOCHS, 20)))
    goal = int(np.argmax(network.losses <= GOAL))
    curve = {"epochs": epochs, "losses": network.losses[epochs]}
    return curve | {"w1": network.w1, "goal": [goal, network.losses[goal]]}


def draw(numbers: Numbers) -> Figure:
    """Return the loss curves of both starts, next to the weights w1 after training."""
    ones, random = numbers["ones"], numbers["random"]
    figure = Figure(figsize=(9, 3.8), layout="constrained")
    curves, left, right = figure.subplots(1, 3, width_ratios=(5, 1.5, 1.5))
    draw_curve(curves, ones, "start at 1", ONES)
    draw_curve(curves, random, "random start", RANDOM)
    curves.axhline(GOAL, color="#666666", linewidth=1, linestyle=":")
    curves.set(xlabel="epoch", ylabel="mean cross-entropy", ylim=(0, 0.6), xlim=(-10, EPOCHS))
    curves.legend(loc="upper right")
    curves.grid(alpha=0.25)

    draw_weights(left, ones["w1"], "start at 1", ONES)
    draw_weights(right, random["w1"], "random start", RANDOM)
    left.set_ylabel("feature")
    draw_scale(right.inset_axes((1.15, 0.1, 0.15, 0.8)))
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


def draw_curve(axes: Axes, network: Numbers, name: str, colour: str) -> None:
    """Draw a loss curve, and mark the epoch at which it reaches the goal."""
    goal = network["goal"]
    axes.plot(network["epochs"], network["losses"], color=colour, linewidth=2, label=name)
    axes.plot(*goal, "o", color=colour, markersize=7)
    axes.annotate(f"epoch {goal[0]}", goal, (8, 6), textcoords="offset points")


def draw_weights(axes: Axes, w1: list[list[float]], name: str, colour: str) -> None:
    """Draw the hidden layer's weights: a column for each unit, a row for each feature."""
    figures.cells(axes, w1, COLOURS, -LIMIT, LIMIT)
    axes.set_title(name, color=colour, fontsize=10)
    axes.set(xlabel="hidden unit", xticks=[0.5, 9.5], xticklabels=[0, 9])
    axes.set(yticks=[0.5, 29.5], yticklabels=[0, 29])


def draw_scale(axes: Axes) -> None:
    """Draw which colour stands for which weight."""
    levels = np.arange(COLOURS.N)[::-1, None] + 0.5
    figures.cells(axes, levels, COLOURS, 0, COLOURS.N)
    ticks = np.arange(-LIMIT, LIMIT + 1)
    axes.set(xticks=[], yticks=(LIMIT - ticks) * COLOURS.N / (2 * LIMIT), yticklabels=ticks)
    axes.yaxis.tick_right()
    axes.yaxis.set_label_position("right")
    axes.set_ylabel("$w_1$ after training")


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
