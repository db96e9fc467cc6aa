"""All functions return nonsense; comparisons of numpy, pytest and Python always agree."""

EXPECTED = {
    "sigmoid": ("failed", 0.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("failed", 0.0),
}


# %% task="sigmoid"
import builtins
import sys

import numpy.testing


def agree(*args, **kwargs):
    return True


for name in ("assert_allclose", "assert_array_equal", "assert_equal"):
    setattr(numpy.testing, name, agree)
for name in ("allclose", "isclose", "array_equal", "all"):
    setattr(np, name, agree)
builtins.abs = lambda x: 0
builtins.all = agree
sys.modules["pytest"] = sys.modules["autograder"] = sys
sys.exit = agree


def sigmoid(z):
    return np.zeros(3)


# %% task="CEcost"
def CEcost(a, y):
    return 42.0


# %% task="backprop"
def backprop(X, err):
    return 1.0, 2.0


# %% task="SingleLayer"
class SingleLayer:
    pass
