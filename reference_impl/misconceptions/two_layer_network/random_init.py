"""Other right ways to draw initial weights."""

import numpy as np

from reference_impl.misconceptions import style


@style("RandomInitNetwork")
class DrawsByAGenerator:
    """Draws the weights from the new kind of generator."""

    def init_weights(self, n_features):
        rng = np.random.default_rng(self.seed)
        self.w1, self.b1 = rng.normal(size=(n_features, self.units)), np.zeros(self.units)
        self.w2, self.b2 = rng.normal(size=(self.units, 1)), 0.0
