"""Draw the figure of the handout: the chain rule, a boundary, a loss curve, and penalties."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

# colours of a palette that colour-blind readers can tell apart
BLUE, ORANGE, GREEN, GREY = "#0072b2", "#d55e00", "#009e73", "#999999"
RADIUS, TEXTURE = 0, 1
LAM = 0.03


PENALTIES = {"no penalty": {}, "L1": {"l1": LAM}, "L2": {"l2": LAM}}


def measure() -> Numbers:
    """Return every sixth tumour, the neuron of two features, losses, and weights by penalty."""
    x, y = training_data()
    two = x[:, [RADIUS, TEXTURE]]
    centre, spread = two.mean(axis=0), two.std(axis=0)
    w, b, _losses = train((two - centre) / spread, y, epochs=1000)
    slopes = w[:, 0] / spread
    losses = train(scaled(x), y, epochs=1000)[2]
    shown = np.unique(np.geomspace(1, 1000, 60).astype(int))
    return {
        "benign": two[y[:, 0] == 1][::6],
        "malignant": two[y[:, 0] == 0][::6],
        "w": slopes,
        "b": b - slopes @ centre,
        "epochs": shown,
        "losses": [losses[epoch - 1] for epoch in shown],
        "weights": {
            name: train(scaled(x), y, epochs=4000, eta=0.1, **penalty)[0][:, 0]
            for name, penalty in PENALTIES.items()
        },
    }


def draw(numbers: Numbers) -> Figure:
    """Return chain rule and boundary above, the loss curve and the weights below."""
    figure = Figure(figsize=(9, 6.8), layout="constrained")
    (chain, boundary), (curve, weights) = figure.subplots(2, 2)
    draw_chain(chain)
    draw_boundary(boundary, numbers)
    draw_curve(curve, numbers["epochs"], numbers["losses"])
    draw_weights(weights, numbers["weights"])
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
    z = np.linspace(-6, 6, 49)
    a = sigmoid(z)
    axes.plot(z, 1 / a, color=GREY, linestyle="--", label=r"$|\partial J / \partial a| = 1/a$")
    axes.plot(z, a * (1 - a), color=ORANGE, label=r"$\partial a / \partial z = a(1 - a)$")
    axes.plot(z, 1 - a, color=BLUE, linewidth=2.5, label=r"product $= 1 - a$")
    axes.set(title="one sample, y = 1", xlabel="z", xlim=(-6, 6), ylim=(0, 2.5))
    finish(axes)


def draw_boundary(axes: Axes, numbers: Numbers) -> None:
    """Draw the tumours by two features, and what a neuron that sees only these two has learned."""
    styles = (("benign", "1", BLUE, "o"), ("malignant", "0", ORANGE, "^"))
    for name, label, colour, marker in styles:
        style = {"color": colour, "markersize": 3.5, "alpha": 0.6, "mew": 0}
        axes.plot(*np.transpose(numbers[name]), marker, label=f"{name} ({label})", **style)
    of_radius, of_texture = numbers["w"]
    for a in (0.1, 0.5, 0.9):
        # where of_radius * radius + of_texture * texture + b = log(a / (1 - a))
        texture = np.array([8.0, 41.0])
        radius = (np.log(a / (1 - a)) - numbers["b"] - of_texture * texture) / of_radius
        axes.plot(radius, texture, color="black", linewidth=2 if a == 0.5 else 0.8)
        down = np.degrees(np.arctan2(*(texture - 41)[:1], *(radius - radius[1])[:1]))
        middle = radius[1] + 0.1 * (radius[0] - radius[1]), 41 + 0.1 * (8 - 41)
        style = {"fontsize": 8, "va": "bottom", "rotation_mode": "anchor"}
        where = {"rotation": down, "transform_rotates_text": True}
        axes.text(*middle, f"a = {a}", **where, **style)
    axes.set(title="two features", xlabel="mean radius", ylabel="mean texture")
    axes.set(xlim=(6, 29), ylim=(8, 41))
    axes.legend(fontsize=8, loc="upper right")


def draw_curve(axes: Axes, epochs: list[int], losses: list[float]) -> None:
    """Draw the losses of the whole batch, all thirty features."""
    axes.loglog(epochs, losses, color=BLUE, linewidth=2)
    axes.plot(epochs[-1], losses[-1], "o", color=BLUE)
    end = {"xytext": (-28, 8), "textcoords": "offset points"}
    axes.annotate(f"{losses[-1]:.2f}", (epochs[-1], losses[-1]), **end)
    axes.set(title="SingleLayer: losses", xlabel="epoch", ylabel="sum of the cross-entropy")
    axes.grid(alpha=0.25)


def draw_weights(axes: Axes, weights: dict[str, list[float]]) -> None:
    """Draw the weights of all features: trained without a penalty, with L1 and with L2."""
    styles = ((GREY, "s"), (ORANGE, "o"), (GREEN, "^"))
    axes.axhline(0, color="black", linewidth=0.8)
    for (name, w), (colour, marker) in zip(weights.items(), styles, strict=True):
        axes.plot(w, marker, color=colour, markersize=4, label=name)
    axes.set(title=rf"weights, $\lambda$ = {LAM}", xlabel="feature", ylabel="w")
    finish(axes)


def finish(axes: Axes) -> None:
    """Add a light grid and the legend."""
    axes.grid(alpha=0.25)
    axes.legend(fontsize=8)


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
