"""Right answers to logistic regression, written as differently as people write.

A class stands for a task and holds its variants.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.special import expit, xlogy


class sigmoid:
    def by_scipy(z):
        return expit(z)

    def by_tanh(z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    def by_where(z):
        small = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + small), small / (1 + small))

    def by_masks(z):
        out = np.empty_like(z)
        up = z >= 0
        out[up] = 1 / (1 + np.exp(-z[up]))
        grown = np.exp(z[~up])
        out[~up] = grown / (1 + grown)
        return out

    def by_log_add_exp(z):
        return np.exp(-np.logaddexp(0, -z))

    def by_loop_over_entries(z):
        result = np.zeros(z.shape)
        for index, value in np.ndenumerate(z):
            if value < -700:
                result[index] = 0.0
            else:
                result[index] = 1 / (1 + math.exp(-value))
        return result

    def with_errors_off(z):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-z))

    def by_maximum_and_a_constant(z, limit=600, verbose=False):
        """Has more parameters, with defaults."""
        z = np.minimum(np.maximum(z, -limit), limit)
        if verbose:
            print("clipped")
        return np.power(1 + np.exp(-z), -1)

    def of_another_name(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        bounded: npt.NDArray[np.float64] = scores.clip(-500, 500)
        return np.reciprocal(1.0 + np.exp(-bounded))


class CEcost:
    def of_a_sum(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        m = a.shape[0]
        return -(1 / m) * np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))

    def by_loop(a, y):
        total = 0.0
        for p, label in zip(a.ravel(), y.ravel(), strict=True):
            p = min(max(p, 1e-10), 1 - 1e-10)
            total -= math.log(p) if label == 1 else math.log(1 - p)
        return total / len(y)

    def by_where(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        return np.mean(np.where(y == 1, -np.log(a), -np.log(1 - a)))

    def by_dot(a, y):
        a, y = np.clip(a, 1e-10, 1 - 1e-10).ravel(), y.ravel()
        return -(np.dot(y, np.log(a)) + np.dot(1 - y, np.log(1 - a))) / y.size

    def by_scipy(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        return -np.average(xlogy(y, a) + xlogy(1 - y, 1 - a))

    def with_a_tiny_number_added(a, y):
        e = 1e-10
        return -np.mean(y * np.log(a + e) + (1 - y) * np.log(1 - a + e))

    def of_the_right_probability(a, y):
        right = np.abs(a - (1 - y))
        return float(-np.log(np.clip(right, 1e-10, 1 - 1e-10)).mean())

    def in_float_of_python(a, y):
        p = np.maximum(1e-10, np.minimum(1 - 1e-10, a))
        cost = -y * np.log(p) - (1 - y) * np.log1p(-p)
        return float(cost.sum() / cost.size)

    def with_own_arrays_in_place(predictions, targets):
        kept = predictions.copy()
        kept[kept < 1e-10] = 1e-10
        kept[kept > 1 - 1e-10] = 1 - 1e-10
        terms = targets * np.log(kept)
        terms += (1 - targets) * np.log(1 - kept)
        terms *= -1
        return np.mean(terms)


class backprop:
    def with_at(X, err):
        return X.T @ err / X.shape[0], err.mean()

    def by_einsum(X, err):
        w_grad = np.einsum("ij,i...->j...", X, err) / len(err)
        return w_grad, np.einsum("i->", err.reshape(-1)) / len(err)

    def by_loop(X, err):
        m, n = X.shape
        w_grad, b_grad = np.zeros((n, *err.shape[1:])), 0.0
        for i in range(m):
            for j in range(n):
                w_grad[j] += X[i, j] * err[i] / m
            b_grad += err[i].item() / m
        return w_grad, b_grad

    def by_broadcasting(X, err):
        column = err.reshape(len(X), 1)
        return (X * column).mean(axis=0).reshape((-1, *err.shape[1:])), np.average(err)

    def in_a_list(X, err):
        return [X.transpose().dot(err) / len(X), float(np.sum(err)) / len(X)]

    def of_divided_errors(X, err):
        err = err / len(X)
        return np.matmul(X.T, err), err.sum()

    def with_a_column_of_ones(X, err):
        theta = np.hstack([X, np.ones((len(X), 1))]).T @ err / len(X)
        return theta[:-1], theta[-1].item()

    def by_tensordot(samples, errors):
        m = np.size(errors)
        return np.tensordot(samples, errors, axes=(0, 0)) / m, np.squeeze(errors.sum()) / m


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
