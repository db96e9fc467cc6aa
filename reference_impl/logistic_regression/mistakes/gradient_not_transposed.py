"""X is not transposed, which raises unless there are as many samples as features."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "w_grad = np.dot(X, err) / m"}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    w_grad = np.dot(X, err) / m
    b_grad = np.sum(err) / m
    return w_grad, b_grad
