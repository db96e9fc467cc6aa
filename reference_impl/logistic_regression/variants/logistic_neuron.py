"""Right answers to the neuron that learns by single samples."""

import numpy as np
from scipy.special import expit


class LogisticNeuron:
    class InPlace:
        """Updates in place, prints progress, and has more attributes."""

        def __init__(self, verbose=True):
            self.w = self.b = None
            self.verbose, self.errors = verbose, []

        def fit(self, x, y, epochs=100):
            self.w, self.b = np.ones(x.shape[1]), 0.0
            for epoch in range(epochs):
                for i in range(len(x)):
                    err = self.activation(self.forpass(x[i])) - y[i]
                    self.errors.append(err)
                    w_grad, b_grad = self.backprop(x[i], err)
                    self.w -= w_grad
                    self.b -= b_grad
                if self.verbose:
                    print(epoch, self.b)
            return self

    class OfTheLecture:
        """Has the lecture's error y - a, and a minus in the step."""

        def fit(self, x, y, epochs=100):
            self.w, self.b = np.ones(x.shape[1]), 0
            for _ in range(epochs):
                for x_i, y_i in zip(x, y, strict=True):
                    a = self.activation(self.forpass(x_i))
                    err = -(y_i - a)
                    w_grad, b_grad = self.backprop(x_i, err)
                    self.w = self.w - w_grad
                    self.b = self.b - b_grad

        def predict(self, x):
            a = self.activation(np.array([self.forpass(each) for each in x]))
            return a > 0.5

    class WithSums:
        """Sums by Python, and predicts all samples at once."""

        def forpass(self, x):
            return sum(w * value for w, value in zip(self.w, x, strict=True)) + self.b

        def activation(self, z):
            return expit(z)

        def backprop(self, x, err):
            return np.array([value * err for value in x]), float(err)

        def predict(self, x):
            return x @ self.w + self.b > 0

    class InAVector:
        """Learns on one vector of all parameters."""

        def fit(self, x, y, epochs: int = 100) -> None:
            theta = np.append(np.ones(x.shape[1]), 0.0)
            for sample, label in zip(np.tile(x, (epochs, 1)), np.tile(y, epochs), strict=True):
                features = np.append(sample, 1.0)
                theta = theta - (expit(theta @ features) - label) * features
            self.w, self.b = theta[:-1], float(theta[-1])
