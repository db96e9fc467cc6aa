"""The bias's gradient is returned first."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "`w_grad` has shape ()"}


# %% task="backprop"
def backprop(X, err):
    m = len(X)
    w_grad = np.dot(X.T, err) / m
    b_grad = np.sum(err) / m
    return b_grad, w_grad
