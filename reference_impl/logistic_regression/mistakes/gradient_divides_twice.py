"""The gradient of the bias is a mean that is divided by m once more."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.375),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "9 times too small"}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    return np.dot(X.T, err) / m, np.mean(err) / m
