"""What one epoch of the layer does, for mistakes around it."""

import numpy as np

from reference_impl.logistic_regression import reference as right


def begin(layer, x):
    """Set the initial weights."""
    layer.w, layer.b = np.ones((x.shape[1], 1)), 0.0


def step(layer, x, y):
    """Return loss and gradients of one epoch."""
    a, y = layer.activation(layer.forpass(x)), y.reshape(-1, 1)
    return len(x) * right.CEcost(a, y), *layer.backprop(x, a - y)
