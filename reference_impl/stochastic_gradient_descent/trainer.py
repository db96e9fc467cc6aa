"""The oracle in the place of an answer, for `autograder calibrate`: it trains by the reference."""

from reference_impl.stochastic_gradient_descent import reference


class LogisticNeuron_stochastic:
    """Starts as the model answer does, and trains and predicts by the reference."""

    def fit(self, X, y, epochs=None):
        """Train by the reference."""
        start = reference.Weights(self.W1, self.b1, self.W2, self.b2)
        count = self.epochs if epochs is None else epochs
        trained = reference.train(X, y, start, self.eta, count)
        self.W1, self.b1, self.W2, self.b2 = trained.weights
        self.cost_ = trained.costs.tolist()
        return self

    def predict(self, X):
        """Predict by the reference."""
        weights = reference.Weights(self.W1, self.b1, self.W2, self.b2)
        return reference.predict(X, weights)


ANSWERS = {"LogisticNeuron_stochastic": LogisticNeuron_stochastic}
