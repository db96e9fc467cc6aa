"""Right answers to the network, written as differently as people write."""

import numpy as np
from scipy.special import expit
from scipy.special import softmax as scipy_softmax


class MultiClassNetwork:
    class OfTheLecture:
        """Seeds the global generator, as the lecture does."""

        def init_weights(self, n_features, n_classes):
            np.random.seed(self.seed)
            self.w1 = np.random.normal(0, 1, (n_features, self.units))
            self.b1 = np.zeros(self.units)
            self.w2 = np.random.normal(0, 1, (self.units, n_classes))
            self.b2 = np.zeros(n_classes)

    class OfRandn:
        def init_weights(self, n_features, n_classes):
            state = np.random.RandomState(self.seed)
            self.w1, self.b1 = state.randn(n_features, self.units), np.zeros((self.units,))
            self.w2, self.b2 = state.randn(self.units, n_classes), np.zeros((n_classes,))

    class InPlace:
        """Keeps hidden scores, updates in place, gives a list of gradients."""

        def __init__(self, units=10, seed=0, verbose=True):
            self.units, self.seed, self.verbose = units, seed, verbose
            self.w1 = self.b1 = self.w2 = self.b2 = self.a1 = self.z1 = None
            self.losses = []

        def sigmoid(self, z):
            return expit(z)

        def forpass(self, x):
            self.z1 = x @ self.w1 + self.b1
            self.a1 = self.sigmoid(self.z1)
            return self.a1 @ self.w2 + self.b2

        def backprop(self, x, err):
            m = x.shape[0]
            hidden = err @ self.w2.T
            hidden *= self.a1
            hidden *= 1 - self.a1
            return [x.T @ hidden / m, hidden.mean(0), self.a1.T @ err / m, err.mean(0)]

        def fit(self, x, y, epochs=100):
            self.init_weights(x.shape[1], y.shape[1])
            for epoch in range(epochs):
                a = scipy_softmax(self.forpass(x), axis=1)
                self.losses.append(-np.sum(y * np.log(np.clip(a, 1e-10, 1 - 1e-10))) / len(x))
                if self.verbose:
                    print(epoch, self.losses[-1])
                steps = self.backprop(x, a - y)
                for weight, step in zip([self.w1, self.b1, self.w2, self.b2], steps, strict=True):
                    weight -= step
            return self

        def predict(self, x):
            return scipy_softmax(self.forpass(x), axis=1).argmax(axis=1)

    class ByEinsum:
        def backprop(self, x, err):
            share = err / len(err)
            back = np.einsum("mk,hk,mh,mh->mh", share, self.w2, self.a1, 1 - self.a1)
            return (
                np.einsum("mi,mh->ih", x, back),
                np.einsum("mh->h", back),
                np.einsum("mh,mk->hk", self.a1, share),
                np.einsum("mk->k", share),
            )

        def score(self, x, y):
            hits = 0
            for guess, label in zip(self.predict(x), y.argmax(axis=1), strict=True):
                hits += guess == label
            return hits / len(y)

    class BySample:
        """Adds the gradients of one sample after the other."""

        def backprop(self, x, err):
            sums = [np.zeros_like(each) for each in (self.w1, self.b1, self.w2, self.b2)]
            for row, a1, e in zip(x, self.a1, err, strict=True):
                hidden = self.w2 @ e * a1 * (1 - a1)
                each = np.outer(row, hidden), hidden, np.outer(a1, e), e
                sums = [total + part for total, part in zip(sums, each, strict=True)]
            return tuple(total / len(x) for total in sums)

        def predict(self, x):
            return np.array([int(np.argmax(row)) for row in self.forpass(x)])
