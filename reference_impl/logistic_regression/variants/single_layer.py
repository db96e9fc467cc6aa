"""Right answers to the layer, written as differently as people write."""

from collections.abc import Sequence

import numpy as np
from scipy.special import expit, xlogy


def _column(y):
    return np.asarray(y).reshape((len(y), 1))


class SingleLayer:
    class InPlace:
        """Updates its own arrays in place and has more attributes."""

        def __init__(self, rate=1.0):
            self.rate = rate
            self.w = self.b = None
            self.losses = []
            self.history = {"w": []}

        def forpass(self, x):
            return x @ self.w + self.b

        def activation(self, z):
            return expit(z)

        def backprop(self, x, err):
            return x.T @ err / len(x), np.mean(err)

        def fit(self, x, y, epochs=100):
            t = y[:, None]
            self.w, self.b = np.ones((x.shape[1], 1)), 0.0
            for _ in range(epochs):
                a = self.activation(self.forpass(x))
                p = np.clip(a, 1e-10, 1 - 1e-10)
                self.losses.append(-np.sum(t * np.log(p) + (1 - t) * np.log(1 - p)))
                w_grad, b_grad = self.backprop(x, a - t)
                self.w -= self.rate * w_grad
                self.b -= self.rate * b_grad
                self.history["w"].append(self.w.copy())
            return self

        def predict(self, x):
            return self.activation(self.forpass(x)) > 0.5

        def score(self, x, y):
            return (self.predict(x).ravel() == y).mean()

    class PrintsProgress:
        def fit(self, x, y, epochs=100):
            for name, value in {"w": np.ones(x.shape[1]).reshape(-1, 1), "b": 0}.items():
                setattr(self, name, value)
            t = _column(y)
            for epoch in range(1, epochs + 1):
                z = self.forpass(x)
                a = self.activation(z)
                p = np.clip(a, 1e-10, 1 - 1e-10)
                loss = -float((t * np.log(p) + (1 - t) * np.log(1 - p)).sum())
                print(f"epoch {epoch}: {loss}")
                self.losses += [loss]
                step = self.backprop(x, a - t)
                self.w, self.b = self.w - step[0], self.b - step[1]

    class BySample:
        """Runs over the samples in Python."""

        def forpass(self, x):
            rows = [sum(v * w for v, w in zip(row, self.w[:, 0], strict=True)) for row in x]
            return np.array(rows).reshape(-1, 1) + self.b

        def predict(self, x):
            return np.array([[bool(z > 0)] for z in self.forpass(x)[:, 0]])

        def score(self, x, y):
            hits = [
                bool(p) == bool(label) for p, label in zip(self.predict(x)[:, 0], y, strict=True)
            ]
            return sum(hits) / len(hits)

    class WithProperties:
        """Keeps its parameters in one vector and shows w and b of it."""

        def __init__(self):
            self.theta = np.zeros((1, 1))
            self.losses = []

        @property
        def w(self):
            return self.theta[:-1]

        @w.setter
        def w(self, value):
            b = float(self.theta[-1, 0])
            self.theta = np.vstack([value, [[b]]])

        @property
        def b(self):
            return float(self.theta[-1, 0])

        @b.setter
        def b(self, value):
            self.theta = np.vstack([self.theta[:-1], [[value]]])

        def fit(self, x, y, epochs: int = 100):
            self.theta = np.vstack([np.ones((x.shape[1], 1)), [[0.0]]])
            design = np.hstack([x, np.ones((len(x), 1))])
            target = y.astype(float).reshape(-1, 1)
            epoch = 0
            while epoch < epochs:
                a = self.activation(design @ self.theta)
                p = np.clip(a, 1e-10, 1 - 1e-10)
                self.losses.append(-np.log(np.where(target == 1, p, 1 - p)).sum())
                self.theta = self.theta - design.T @ (a - target) / len(x)
                epoch += 1

    class WithHelpers:
        def _loss(self, a: np.ndarray, t: np.ndarray) -> float:
            p = a.clip(1e-10, 1 - 1e-10)
            return float(-xlogy(t, p).sum() - xlogy(1 - t, 1 - p).sum())

        def _epoch(self, x: np.ndarray, t: np.ndarray) -> None:
            a = self.activation(self.forpass(x))
            self.losses.append(self._loss(a, t))
            gradients: Sequence = self.backprop(x, a - t)
            self.w, self.b = (
                old - new for old, new in zip((self.w, self.b), gradients, strict=True)
            )

        def fit(self, x, y, epochs=100):
            self.w, self.b = np.full((x.shape[1], 1), 1.0), np.float64(0)
            [self._epoch(x, _column(y)) for _ in range(epochs)]

        def score(self, x, y):
            return np.count_nonzero(self.predict(x) == y[:, np.newaxis]) / y.size
