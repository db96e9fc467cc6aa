"""Right answers to the network that learns by single samples, and to its curve."""

import numpy as np
from scipy.special import expit
from scipy.special import softmax as scipy_softmax


class LogisticNeuron_stochastic:
    class InPlace:
        """Updates its own arrays in place, and prints progress."""

        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            self.steps = 0

        def fit(self, X, y, epochs=None):
            epochs = epochs if epochs is not None else self.epochs
            for weight in ("W1", "b1", "W2", "b2"):
                setattr(self, weight, np.array(getattr(self, weight), dtype=float))
            for epoch in range(epochs):
                for x, label in zip(X, y, strict=True):
                    self._learn(x[:, None], label)
                print("epoch", epoch, "costs", len(self.cost_))
            return self

        def _learn(self, x, label):
            a1 = expit(self.W1 @ x + self.b1)
            a2 = scipy_softmax(self.W2 @ a1 + self.b2, axis=0)
            self.cost_.append(-float(np.log(max(a2[label, 0], 1e-10))))
            error = a2.copy()
            error[label] -= 1
            hidden = self.W2.T @ error * a1 * (1 - a1)
            self.W2 -= self.eta * error @ a1.T
            self.b2 -= self.eta * error
            self.W1 -= self.eta * hidden @ x.T
            self.b1 -= self.eta * hidden
            self.steps += 1

    class WithFlatSamples:
        """Calculates with flat arrays, one sample at a time."""

        def fit(self, X, y, epochs: int | None = None) -> None:
            for _ in range(self.epochs if epochs is None else epochs):
                for i in np.arange(len(X)):
                    x, target = X[i], np.eye(self.n_y)[y[i]]
                    a1 = expit(self.W1.dot(x) + self.b1.ravel())
                    a2 = scipy_softmax(self.W2.dot(a1) + self.b2.ravel())
                    self.cost_ += [-np.sum(target * np.log(np.maximum(a2, 1e-10)))]
                    out = a2 - target
                    hidden = self.W2.T.dot(out) * a1 * (1 - a1)
                    self.W1 = self.W1 - self.eta * np.outer(hidden, x)
                    self.b1 = self.b1 - self.eta * hidden.reshape(-1, 1)
                    self.W2 = self.W2 - self.eta * np.outer(out, a1)
                    self.b2 = self.b2 - self.eta * out.reshape(-1, 1)

        def predict(self, X):
            return np.array([self._class(x) for x in X])

        def _class(self, x):
            scores = self.W2 @ expit(self.W1 @ x + self.b1[:, 0]) + self.b2[:, 0]
            return int(np.argmax(scores))

    class OfScores:
        """Needs no softmax to predict, and counts hits."""

        def predict(self, X):
            A1 = expit(X @ self.W1.T + self.b1.T)
            return (A1 @ self.W2.T + self.b2.T).argmax(axis=1)

        def evaluate(self, X, y):
            return sum(int(p == t) for p, t in zip(self.predict(X), y, strict=True)) / len(y)


class accuracy_curve:
    def by_comprehension(network, X, y, X_test, y_test):
        def point():
            network.fit(X, y, 1)
            return network.evaluate(X, y), network.evaluate(X_test, y_test)

        points = [point() for _ in range(network.epochs)]
        return [own for own, _ in points], [new for _, new in points]

    def into_arrays(network, X, y, X_test, y_test):
        curves = np.zeros((2, network.epochs))
        for epoch in range(network.epochs):
            network.fit(X, y, epochs=1)
            curves[:, epoch] = network.evaluate(X, y), network.evaluate(X_test, y_test)
        return curves[0].tolist(), curves[1].tolist()

    def by_predictions(network, X, y, X_test, y_test, verbose=True):
        own, new = [], []
        while len(own) < network.epochs:
            network.fit(X, y, epochs=1)
            own += [float(np.mean(network.predict(X) == y))]
            new += [float(np.mean(network.predict(X_test) == y_test))]
            if verbose:
                print(f"{len(own)}: {own[-1]:.3f} {new[-1]:.3f}")
        return own, new
