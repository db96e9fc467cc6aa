"""Right answers to the network with one hidden layer, written as differently as people write.

A class stands for a task and holds its variants.
"""

import numpy as np
from scipy.special import expit, xlogy


class MSEcost:
    def of_a_mean(A2, Y):
        return 0.5 * np.mean(np.sum(np.square(A2 - Y), axis=0))

    def by_loop(A2, Y):
        total = 0
        for i in range(Y.shape[1]):
            for k in range(Y.shape[0]):
                total += (Y[k, i] - A2[k, i]) ** 2 / 2
        return total / Y.shape[1]

    def by_einsum(A2, Y):
        E2 = A2 - Y
        return np.einsum("ki,ki->", E2, E2) / 2 / E2.shape[1]

    def by_vdot(outputs, targets):
        errors = targets - outputs
        return float(np.vdot(errors, errors)) / (2 * len(errors.T))

    def by_norm(A2, Y):
        return np.linalg.norm(Y - A2) ** 2 / (2 * np.shape(Y)[1])


class DualLayer:
    class InPlace:
        """Updates its own arrays in place, and has more attributes."""

        def training(self, x, y, m):
            self.a2 = self.activation(self.forpass(x))
            steps = self.backprop(x, self.a2 - y)
            self.w1 -= steps[0]
            self.b1 -= steps[1]
            self.w2 -= steps[2]
            self.b2 -= steps[3]
            return self.a2

        def fit(self, x, y, epochs=100):
            self.init_weights(x.shape[1])
            t = y[:, None]
            for epoch in range(epochs):
                p = np.clip(self.training(x, t, len(x)), 1e-10, 1 - 1e-10)
                self.losses.append(np.mean(-np.log(np.where(t == 1, p, 1 - p))))
                if epoch % 10 == 0:
                    print(f"loss after {epoch} epochs: {self.losses[-1]:.4f}")
            return self

    class ByEinsum:
        def forpass(self, x):
            self.a1 = expit(np.einsum("mi,ih->mh", x, self.w1) + self.b1[None, :])
            return np.einsum("mh,hk->mk", self.a1, self.w2) + self.b2

        def backprop(self, x, err):
            share = err / len(x)
            back = np.einsum("mk,hk,mh,mh->mh", share, self.w2, self.a1, 1 - self.a1)
            return (
                np.einsum("mi,mh->ih", x, back),
                back.sum(axis=0),
                np.einsum("mh,mk->hk", self.a1, share),
                share.sum(),
            )

    class BySample:
        """Adds the gradients of one sample after the other."""

        def backprop(self, x, err):
            m = len(x)
            w1, b1, w2, b2 = 0 * self.w1, 0 * self.b1, 0 * self.w2, 0.0
            for row, a1, e in zip(x, self.a1, err[:, 0], strict=True):
                hidden = e * self.w2[:, 0] * a1 * (1 - a1)
                w1 = w1 + np.outer(row, hidden) / m
                b1 = b1 + hidden / m
                w2 = w2 + (e * a1)[:, None] / m
                b2 += float(e) / m
            return [w1, b1, w2, b2]

        def predict(self, x):
            return np.array([[bool(z > 0)] for z in self.forpass(x)[:, 0]])

        def score(self, x, y):
            hits = sum(bool(p) == bool(t) for p, t in zip(self.predict(x)[:, 0], y, strict=True))
            return hits / len(y)

    class WithHelpers:
        """Splits backprop, and takes the loss by scipy."""

        def activation(self, z):
            return expit(z)

        def _hidden(self, x, err):
            slope = self.a1 - self.a1**2
            hidden = (err @ self.w2.T) * slope
            return x.T @ hidden / len(x), np.mean(hidden, axis=0)

        def backprop(self, x, err):
            return (*self._hidden(x, err), self.a1.T @ err / len(x), np.average(err))

        def fit(self, x, y, epochs=100):
            self.init_weights(n_features=x.shape[1])
            column = np.reshape(y, (-1, 1)).astype(float)
            self.losses += [self._epoch(x, column) for _ in range(epochs)]

        def _epoch(self, x: np.ndarray, t: np.ndarray) -> float:
            p = self.training(x, t, len(x)).clip(1e-10, 1 - 1e-10)
            return float(-(xlogy(t, p) + xlogy(1 - t, 1 - p)).mean())

    class OfProbabilities:
        """Predicts by the probability, and counts."""

        def predict(self, x):
            return self.activation(self.forpass(x)) > 0.5

        def score(self, x, y):
            return np.count_nonzero(self.predict(x).ravel() == y) / y.size


class RandomInitNetwork:
    class OfTheLecture:
        """Seeds the global generator, as the lecture does."""

        def init_weights(self, n_features):
            np.random.seed(self.seed)
            self.w1 = np.random.normal(0, 1, (n_features, self.units))
            self.b1 = np.zeros(self.units)
            self.w2 = np.random.normal(0, 1, (self.units, 1))
            self.b2 = 0

    class OfAGenerator:
        def init_weights(self, n_features):
            rng = np.random.default_rng(self.seed)
            self.w1 = rng.standard_normal((n_features, self.units))
            self.w2 = rng.standard_normal((self.units, 1))
            self.b1, self.b2 = np.zeros(self.units), 0.0

    class OfRandn:
        def init_weights(self, n_features):
            super().init_weights(n_features)
            state = np.random.RandomState(self.seed)
            self.w1 = state.randn(n_features, self.units)
            self.w2 = state.randn(self.units).reshape(-1, 1)


class compare_losses:
    def by_loop(ones, random, goal):
        ones_epoch = random_epoch = lead = -1
        for epoch in range(len(ones)):
            if ones_epoch == -1 and ones[epoch] <= goal:
                ones_epoch = epoch
            if random_epoch == -1 and random[epoch] <= goal:
                random_epoch = epoch
            if random[epoch] >= ones[epoch]:
                lead = -1
            elif lead == -1:
                lead = epoch
        return ones_epoch, random_epoch, lead

    def by_next(ones, random, goal):
        def reached(losses):
            return next((epoch for epoch, loss in enumerate(losses) if loss <= goal), -1)

        lead = len(ones)
        while lead > 0 and random[lead - 1] < ones[lead - 1]:
            lead -= 1
        return reached(ones), reached(random), lead if lead < len(ones) else -1

    def by_nonzero(ones, random, goal):
        ones, random = np.array(ones), np.array(random)
        first = [int(np.append(np.flatnonzero(each <= goal), -1)[0]) for each in (ones, random)]
        behind = np.flatnonzero(random >= ones)
        lead = 0 if behind.size == 0 else int(behind[-1]) + 1
        return [*first, lead if lead < len(ones) else -1]
