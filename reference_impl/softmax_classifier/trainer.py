"""The oracle in the place of an answer, for `autograder calibrate`: it trains by the reference."""

from reference_impl.softmax_classifier import reference


class MultiClassNetwork:
    """Starts as the model answer does, and trains and predicts by the reference."""

    def fit(self, x, y, epochs=100):
        """Train by the reference."""
        self.init_weights(x.shape[1], y.shape[1])
        start = reference.Weights(self.w1, self.b1, self.w2, self.b2)
        trained = reference.train(x, y, start, epochs)
        self.w1, self.b1, self.w2, self.b2 = trained.weights
        self.losses = trained.losses.tolist()

    def predict(self, x):
        """Predict by the reference."""
        return reference.predict(x, reference.Weights(self.w1, self.b1, self.w2, self.b2))


ANSWERS = {"MultiClassNetwork": MultiClassNetwork}
