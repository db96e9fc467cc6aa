"""Right answers to the linear neuron, written as differently as people write.

A class stands for a task and holds its variants.
"""

import math

import numpy as np
import numpy.typing as npt


class predict_loop:
    def by_zip(x, w, b):
        total = b
        for x_j, w_j in zip(x, w, strict=True):
            total += x_j * w_j
        return total

    def by_while(x, w, b):
        y_hat, j = 0, 0
        while j < len(x):
            y_hat = y_hat + w[j] * x[j]
            j += 1
        return y_hat + b

    def by_sum(x, w, b):
        return sum(w[j] * x[j] for j in range(x.shape[0])) + b

    def by_fsum(features, weights, bias=0.0):
        return math.fsum([w * x for w, x in zip(weights, features, strict=True)]) + bias

    def from_behind(x, w, b):
        out = float(b)
        for j in reversed(range(len(w))):
            out += float(w[j]) * float(x[j])
        return out

    def in_a_matrix(x, w, b):
        parts = []
        for _, (value, weight) in enumerate(np.column_stack([x, w])):
            parts.append(value * weight)
        return np.sum(parts) + b


class predict:
    def with_at(X, w, b):
        return X @ w + b

    def by_einsum(X, w, b):
        return np.einsum("ij,j->i", X, w) + b

    def by_broadcasting(X, w, b):
        return (X * w).sum(axis=1) + b

    def with_a_column_of_ones(X, w, b):
        return np.hstack([X, np.ones((len(X), 1))]).dot(np.append(w, b))

    def from_the_other_side(samples: npt.NDArray, weights: npt.NDArray, bias: float):
        return np.matmul(weights, samples.T) + bias

    def in_place_on_an_own_array(X, w, b):
        y_hat = np.full(len(X), float(b))
        y_hat += np.tensordot(X, w, axes=1)
        return y_hat


class squared_error:
    def by_square(y, y_hat):
        return np.square(y_hat - y) / 2

    def with_a_half_in_front(y, y_hat):
        err = y - y_hat
        return 0.5 * err * err

    def by_power(y, y_hat):
        return np.power(np.subtract(y, y_hat), 2) * (1 / 2)

    def multiplied_out(target, prediction):
        return (target**2 - 2 * target * prediction + prediction**2) / 2.0

    def of_the_size(y, y_hat):
        return abs(y_hat - y) ** 2 / 2


class Neuron:
    class InPlace:
        """Updates in place, prints progress, and has more attributes."""

        def __init__(self, verbose=True):
            self.w, self.b = 1, 1
            self.verbose = verbose
            self.losses = []

        def fit(self, x, y, epochs=100):
            for epoch in range(epochs):
                for i in range(len(x)):
                    err = self.forpass(x[i]) - y[i]
                    self.losses.append(err**2 / 2)
                    w_grad, b_grad = self.backprop(x[i], err)
                    self.w -= w_grad
                    self.b -= b_grad
                if self.verbose:
                    print(f"{epoch=} {self.w=} {self.b=}")
            return self

    class WithTheErrorTurnedRound:
        """Has the lecture's error y - y_hat in fit, and adds."""

        def fit(self, x, y, epochs=100):
            for _ in range(epochs):
                for x_i, y_i in zip(x, y, strict=True):
                    err = y_i - self.forpass(x_i)
                    w_grad, b_grad = self.backprop(x_i, -err)
                    self.w = self.w - w_grad
                    self.b = self.b - b_grad

    class WithoutMethods:
        """Does the whole step within fit."""

        def backprop(self, x, err):
            return [float(x * err), float(err)]

        def fit(self, x, y, epochs: int = 100) -> None:
            w, b = self.w, self.b
            for index in range(epochs * len(x)):
                i = index % len(x)
                err = w * x[i] + b - y[i]
                w, b = w - err * x[i], b - err
            self.w, self.b = w, b

    class InAVector:
        """Keeps both numbers in one array."""

        def __init__(self):
            self.theta = np.ones(2)

        w = property(
            lambda self: float(self.theta[0]),
            lambda self, value: self.theta.__setitem__(0, value),
        )
        b = property(
            lambda self: float(self.theta[1]),
            lambda self, value: self.theta.__setitem__(1, value),
        )

        def forpass(self, x):
            return float(self.theta @ [x, 1.0])
