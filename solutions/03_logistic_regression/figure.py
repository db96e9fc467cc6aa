"""Draw the figure of the handout: the chain rule, a boundary, a loss curve, and penalties."""

from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

# colours of a palette that colour-blind readers can tell apart
BLUE, ORANGE, GREEN, GREY = "#0072b2", "#d55e00", "#009e73", "#999999"
RADIUS, TEXTURE = 0, 1
LAM = 0.03


def draw() -> Figure:
    """Return chain rule and boundary above, the loss curve and the weights below."""
    x, y = training_data()
    figure = Figure(figsize=(9, 6.8), layout="constrained")
    (chain, boundary), (curve, weights) = figure.subplots(2, 2)
    draw_chain(chain)
    draw_boundary(boundary, x[:, [RADIUS, TEXTURE]], y)
    draw_curve(curve, scaled(x), y)
    draw_weights(weights, scaled(x), y)
    return figure


def training_data() -> tuple[np.ndarray, np.ndarray]:
    """Return the training samples and a column of labels."""
    x, y = load_breast_cancer(return_X_y=True)
    x_train, _, y_train, _ = train_test_split(x, y, test_size=0.2, random_state=0)
    return x_train, y_train.reshape(-1, 1)


def scaled(x: np.ndarray) -> np.ndarray:
    """Return the samples with mean 0 and standard deviation 1 in each feature."""
    return StandardScaler().fit_transform(x)


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)), without an overflow."""
    return np.exp(-np.logaddexp(0, -z))


def train(
    x: np.ndarray, y: np.ndarray, epochs: int, eta: float = 1.0, l1: float = 0.0, l2: float = 0.0
) -> tuple[np.ndarray, float, list[float]]:
    """Train from w = 1, b = 0 with the whole batch; return w, b and the sum of losses by epoch."""
    w, b, losses = np.ones((x.shape[1], 1)), 0.0, []
    for _ in range(epochs):
        z = x @ w + b
        losses.append(np.sum(np.logaddexp(0, z) - y * z))
        err = sigmoid(z) - y
        w = w - eta * (x.T @ err / len(x) + 2 * l2 * w)
        # a step along sign(w) would jump to and fro across 0: it ends there instead
        w = np.sign(w) * np.maximum(np.abs(w) - eta * l1, 0)
        b = b - eta * err.mean()
    return w, b, losses


def draw_chain(axes: Axes) -> None:
    """Draw the two factors over the score, for a sample of label 1, and what they multiply to."""
    z = np.linspace(-6, 6, 241)
    a = sigmoid(z)
    axes.plot(z, 1 / a, color=GREY, linestyle="--", label=r"$|\partial J / \partial a| = 1/a$")
    axes.plot(z, a * (1 - a), color=ORANGE, label=r"$\partial a / \partial z = a(1 - a)$")
    axes.plot(z, 1 - a, color=BLUE, linewidth=2.5, label=r"product $= 1 - a$")
    axes.set(title="one sample, y = 1", xlabel="z", xlim=(-6, 6), ylim=(0, 2.5))
    finish(axes)


def draw_boundary(axes: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Draw the tumours by two features, and what a neuron that sees only these two has learned."""
    centre, spread = x.mean(axis=0), x.std(axis=0)
    w, b, _ = train((x - centre) / spread, y, epochs=1000)
    benign = y[:, 0] == 1
    axes.plot(*x[benign].T, "o", color=BLUE, markersize=3, alpha=0.6, label="benign (1)")
    axes.plot(*x[~benign].T, "^", color=ORANGE, markersize=3.5, alpha=0.6, label="malignant (0)")
    low, high = x.min(axis=0) - spread / 4, x.max(axis=0) + spread / 4
    radius, texture = np.meshgrid(*np.linspace(low, high, 60).T)
    points = (np.stack([radius, texture], axis=-1) - centre) / spread
    probability = sigmoid(points @ w + b)[..., 0]
    lines = axes.contour(
        radius,
        texture,
        probability,
        levels=[0.1, 0.5, 0.9],
        colors="black",
        linewidths=(0.8, 2, 0.8),
    )
    axes.clabel(lines, fmt="a = %.1f", fontsize=8, manual=[(18.5, 11), (16.5, 11), (14.5, 11)])
    axes.set(title="two features", xlabel="mean radius", ylabel="mean texture")
    axes.legend(fontsize=8, loc="upper right")


def draw_curve(axes: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Draw the losses of the whole batch, all thirty features."""
    losses = train(x, y, epochs=1000)[2]
    axes.loglog(np.arange(1, 1001), losses, color=BLUE, linewidth=2)
    axes.plot(1000, losses[-1], "o", color=BLUE)
    axes.annotate(f"{losses[-1]:.2f}", (1000, losses[-1]), (-28, 8), textcoords="offset points")
    axes.set(title="SingleLayer: losses", xlabel="epoch", ylabel="sum of the cross-entropy")
    axes.grid(alpha=0.25, which="both")


def draw_weights(axes: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Draw the weights of all features: trained without a penalty, with L1 and with L2."""
    features = np.arange(x.shape[1])
    penalties = {"no penalty": {}, "L1": {"l1": LAM}, "L2": {"l2": LAM}}
    styles = ((GREY, "s"), (ORANGE, "o"), (GREEN, "^"))
    axes.axhline(0, color="black", linewidth=0.8)
    for (name, penalty), (colour, marker) in zip(penalties.items(), styles, strict=True):
        w, _, _ = train(x, y, epochs=4000, eta=0.1, **penalty)
        axes.plot(features, w[:, 0], marker, color=colour, markersize=4, label=name)
    axes.set(title=rf"weights, $\lambda$ = {LAM}", xlabel="feature", ylabel="w")
    finish(axes)


def finish(axes: Axes) -> None:
    """Add a light grid and the legend."""
    axes.grid(alpha=0.25)
    axes.legend(fontsize=8)


if __name__ == "__main__":
    # the same bytes at every run: fixed ids and no date
    with mpl.rc_context({"svg.hashsalt": "logistic_regression"}):
        draw().savefig(Path(__file__).with_suffix(".svg"), metadata={"Date": None})
