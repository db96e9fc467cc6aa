"""Draw the figure of the handout: the neuron's line through the patients, and its error."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_diabetes

from autograder.authoring import figures
from autograder.authoring.figures import Numbers

EPOCHS = 100
# the moments shown, in colours that colour-blind readers can tell apart
MOMENTS = {0: "#999999", 1: "#e69f00", EPOCHS: "#d55e00"}
BLUE = "#0072b2"


def measure() -> Numbers:
    """Return every third patient, the line at three moments and at best, and the errors."""
    X, y = load_diabetes(return_X_y=True)
    x = X[:, 2]
    lines, best = learned_lines(x, y), np.polyfit(x, y, deg=1)
    return {
        "x": x[::3],
        "y": y[::3],
        "lines": {str(epoch): lines[epoch] for epoch in MOMENTS},
        "best": best,
        "errors": [mean_error(x, y, line) for line in lines],
        "least error": mean_error(x, y, best),
    }


def draw(numbers: Numbers) -> Figure:
    """Return the patients with the line at three moments, next to the error of every epoch."""
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))

    left.plot(numbers["x"], numbers["y"], "o", color=BLUE, markersize=3, alpha=0.5, mew=0)
    for epoch, colour in MOMENTS.items():
        unit = "epoch" if epoch == 1 else "epochs"
        draw_line(
            left, numbers["lines"][str(epoch)], f"{epoch} {unit}", color=colour, linewidth=2.2
        )
    dashed = {"color": "black", "linewidth": 1, "linestyle": "--"}
    draw_line(left, numbers["best"], "least squares", **dashed)
    left.set(xlabel="body mass index x, centred and scaled", ylabel="progression of diabetes y")
    left.set(xlim=(-0.1, 0.18), ylim=(-15, 430))
    left.legend(loc="upper left", fontsize=8, framealpha=0.9)

    errors = numbers["errors"]
    right.plot(errors, color=BLUE, linewidth=1.8)
    right.axhline(numbers["least error"], **dashed)
    for epoch, colour in MOMENTS.items():
        right.plot(epoch, errors[epoch], "o", color=colour, markersize=7)
    right.set(xlabel="epochs", ylabel=r"mean of $\frac{1}{2}\,(y - \hat{y})^2$", ylim=(0, None))
    return figure


def draw_line(axes: Axes, line: list[float], name: str, **style: object) -> None:
    """Draw a line from edge to edge, with its equation in the legend."""
    w, b = line
    ends = np.array([-0.1, 0.18])
    axes.plot(ends, w * ends + b, label=rf"{name}: $\hat{{y}}$ = {w:.0f} x + {b:.0f}", **style)


def learned_lines(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return w and b before learning and after each epoch, one row each."""
    w, b = 1.0, 1.0
    lines = [(w, b)]
    for _ in range(EPOCHS):
        for x_i, y_i in zip(x, y, strict=True):
            err = w * x_i + b - y_i
            w, b = w - err * x_i, b - err
        lines.append((w, b))
    return np.array(lines)


def mean_error(x: np.ndarray, y: np.ndarray, line: np.ndarray) -> float:
    """Return the mean over the patients of half the squared error."""
    w, b = line
    return float(np.mean((y - (w * x + b)) ** 2) / 2)


if __name__ == "__main__":
    figures.main(__file__, draw, measure)
