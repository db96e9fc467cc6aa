"""The gradient of the bias keeps the column's axis: one number belongs there."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.75),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "`b_grad` is an array of shape (1,), not a single number"}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    return np.dot(X.T, err) / m, np.sum(err, axis=0) / m
