"""Each result is an array that claims to be equal to everything."""

EXPECTED = {
    "softmax": ("failed", 0.0),
    "one_hot_encoding": ("failed", 0.0),
    "CEcost": ("failed", 0.0),
    "MultiClassNetwork": ("failed", 0.0),
}


# %% task="softmax"
class Yes(np.ndarray):
    """Equal, close, and never wrong."""

    def __eq__(self, other):
        return True

    def __array_ufunc__(self, *args, **kwargs):
        return True

    def __array_function__(self, *args, **kwargs):
        return True

    def __getattr__(self, name):
        return lambda *args, **kwargs: self


def yes(*args, **kwargs):
    return np.zeros(1).view(Yes)


softmax = yes


# %% task="one_hot_encoding"
one_hot_encoding = yes


# %% task="CEcost"
CEcost = yes


# %% task="MultiClassNetwork"
class MultiClassNetwork:
    def __init__(self, units=10, seed=0):
        self.w1 = self.b1 = self.w2 = self.b2 = self.losses = yes()

    init_weights = sigmoid = forpass = backprop = fit = predict = score = yes
