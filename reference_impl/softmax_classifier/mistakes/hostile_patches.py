"""All functions return nonsense; comparisons and random numbers of numpy are replaced."""

EXPECTED = {
    "softmax": ("failed", 0.0),
    "one_hot_encoding": ("failed", 0.0),
    "CEcost": ("failed", 0.0),
    "MultiClassNetwork": ("failed", 0.0),
}


# %% task="softmax"
import builtins

import numpy.testing


def agree(*args, **kwargs):
    return True


for name in ("assert_allclose", "assert_array_equal", "assert_equal"):
    setattr(numpy.testing, name, agree)
for name in ("allclose", "isclose", "array_equal", "all", "any"):
    setattr(np, name, agree)
np.random.default_rng = np.random.normal = lambda *args, **kwargs: np.zeros(1)
builtins.abs = lambda x: 0


def softmax(z):
    return np.ones(z.shape)


# %% task="one_hot_encoding"
def one_hot_encoding(y, n_y):
    return np.ones((len(y), n_y))


# %% task="CEcost"
def CEcost(A, Y):
    return 0.0


# %% task="MultiClassNetwork"
class MultiClassNetwork:
    pass
