"""The gradient has the wrong sign."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "wrong sign"}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    return -np.dot(X.T, err) / m, -np.sum(err) / m
