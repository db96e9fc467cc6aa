"""Each result is an array that claims to be equal to everything."""

EXPECTED = {
    "sigmoid": ("failed", 0.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("failed", 0.0),
}


# %% task="sigmoid"
class Yes(np.ndarray):
    """Equal, close, and never wrong."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __array_ufunc__(self, *args, **kwargs):
        return True

    def __array_function__(self, *args, **kwargs):
        return True

    def __getattr__(self, name):
        return lambda *args, **kwargs: self


def yes(*args, **kwargs):
    return np.zeros(1).view(Yes)


sigmoid = yes


# %% task="CEcost"
CEcost = yes


# %% task="backprop"
def backprop(X, err):
    return yes(), yes()


# %% task="SingleLayer"
class SingleLayer:
    forpass = activation = backprop = predict = score = fit = yes
    w = b = losses = yes()
