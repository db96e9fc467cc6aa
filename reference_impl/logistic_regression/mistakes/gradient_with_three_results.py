"""The number of samples is returned as well."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "must return 2 results (w_grad, b_grad); yours returned 3."}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    return X.T @ err / m, err.sum() / m, m
