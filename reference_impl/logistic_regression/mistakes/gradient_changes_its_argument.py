"""The errors are divided by m in place."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 2.625),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "changes argument 2"}


# %% task="backprop"
def backprop(X, err):
    err /= len(X)
    return X.T @ err, err.sum()
