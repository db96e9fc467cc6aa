"""Draw the figure of the handout: the cost of sample after sample, and what the step size does."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

EPOCHS, HIDDEN, WINDOW = 10, 100, 100
GOOD_ETA = 0.1
# every sixth sample and every fifteenth mean: the file stays small
SHOWN, RUNNING = 6, 15
# colours of a palette that colour-blind readers can tell apart
COLOURS = {0.005: "#56b4e9", GOOD_ETA: "#0072b2", 1.0: "#d55e00"}
BATCH_ETA, BATCH_COLOUR = 0.5, "#666666"

Weights = list[np.ndarray]


def measure() -> Numbers:
    """Return costs and accuracies for the 8×8 digits, which need no download.

    With eta = 1.0 the steps are so long that each machine ends elsewhere.
    """
    images, labels = load_digits(return_X_y=True)
    X, X_test, y, y_test = train_test_split(
        images / 16, labels, test_size=0.2, random_state=0, stratify=labels
    )
    costs = np.array([cost for cost, _weights in steps(X, y, GOOD_ETA, 1, 1)])
    running = np.convolve(costs, np.full(WINDOW, 1 / WINDOW), mode="valid")
    shares = {}
    for eta in COLOURS:
        every_epoch = islice(steps(X, y, eta, 1, EPOCHS), len(X) - 1, None, len(X))
        shares[str(eta)] = [accuracy(X_test, y_test, weights) for _cost, weights in every_epoch]
    batch = steps(X, y, BATCH_ETA, len(X), EPOCHS)
    return {
        "costs": costs[::SHOWN],
        "running": running[::RUNNING],
        "shares": shares,
        "batch": [accuracy(X_test, y_test, weights) for _cost, weights in batch],
    }


def draw(numbers: Numbers) -> Figure:
    """Return the costs of the first epoch, next to the accuracy by the length of the steps."""
    figure = Figure(figsize=(10, 3.6), layout="constrained")
    costs, curves = figure.subplots(1, 2)
    draw_costs(costs, numbers)
    epochs = range(1, EPOCHS + 1)
    for eta, colour in COLOURS.items():
        shares = numbers["shares"][str(eta)]
        curves.plot(epochs, shares, "o-", color=colour, label=f"$\\eta$ = {eta}")
    name = f"one an epoch, $\\eta$ = {BATCH_ETA}"
    curves.plot(epochs, numbers["batch"], "s--", color=BATCH_COLOUR, label=name)
    curves.set(xlabel="epochs", ylabel="accuracy on new images", ylim=(0, 1.02))
    curves.set_title("a step after each sample, or one an epoch", fontsize=10)
    curves.legend(loc="upper center", bbox_to_anchor=(0.5, -0.18), ncols=4, fontsize=8)
    curves.grid(alpha=0.25)
    return figure


def draw_costs(axes: Axes, numbers: Numbers) -> None:
    """Draw the cost of the samples seen, and their running mean."""
    costs, running = np.array(numbers["costs"]), numbers["running"]
    dots = {"color": COLOURS[GOOD_ETA], "markersize": 2.6, "alpha": 0.5, "mew": 0}
    axes.plot(1 + SHOWN * np.arange(len(costs)), costs, "o", **dots)
    label = f"mean of the last {WINDOW}"
    seen = WINDOW + RUNNING * np.arange(len(running))
    axes.plot(seen, running, color="black", linewidth=1.5, label=label)
    axes.set(xlabel="samples seen", ylabel="cost of the sample", ylim=(0, 4.2), xlim=(0, None))
    axes.set_title(f"the first epoch, $\\eta$ = {GOOD_ETA}", fontsize=10)
    axes.legend(loc="upper right", fontsize=8)


def steps(
    X: np.ndarray, y: np.ndarray, eta: float, batch: int, epochs: int
) -> Iterator[tuple[float, Weights]]:
    """Yield after each step the mean cost of its samples before it, and the weights after it."""
    rng = np.random.default_rng(0)
    W1 = rng.normal(size=(HIDDEN, X.shape[1])) / np.sqrt(X.shape[1])
    W2 = rng.normal(size=(10, HIDDEN)) / np.sqrt(HIDDEN)
    weights = [W1, np.zeros((HIDDEN, 1)), W2, np.zeros((10, 1))]
    labels = np.eye(10)[:, y]
    for _ in range(epochs):
        for start in range(0, len(X), batch):
            A0, Y = X[start : start + batch].T, labels[:, start : start + batch]
            A1, A2 = forward(A0, weights)
            dZ2 = (A2 - Y) / A0.shape[1]
            dZ1 = (weights[2].T @ dZ2) * A1 * (1 - A1)
            gradient = dZ1 @ A0.T, dZ1.sum(axis=1), dZ2 @ A1.T, dZ2.sum(axis=1)
            weights = [
                theta - eta * d.reshape(theta.shape)
                for theta, d in zip(weights, gradient, strict=True)
            ]
            yield -float(np.log(A2[Y == 1]).mean()), weights


def forward(A0: np.ndarray, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Return the activations of both layers."""
    W1, b1, W2, b2 = weights
    A1 = 1 / (1 + np.exp(-W1 @ A0 - b1))
    exponentials = np.exp(W2 @ A1 + b2)
    return A1, exponentials / exponentials.sum(axis=0)


def accuracy(X: np.ndarray, y: np.ndarray, weights: Weights) -> float:
    """Return the share of samples whose class is the most probable one."""
    return float(np.mean(forward(X.T, weights)[1].argmax(axis=0) == y))


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
