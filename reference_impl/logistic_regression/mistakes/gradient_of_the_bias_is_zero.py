"""The bias never learns: its gradient is always 0."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "All your values are 0."}


# %% task="backprop"
def backprop(X, err):
    return np.dot(X.T, err) / len(X), 0.0
