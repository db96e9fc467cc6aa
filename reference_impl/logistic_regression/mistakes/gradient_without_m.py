"""The gradient is the sum over the samples: 1/m is missing."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("failed", 0.375),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"backprop": "you sum over the 9 samples, but do not divide by m"}


# %% task="backprop"
def backprop(X, err):
    w_grad = np.dot(X.T, err)
    b_grad = np.sum(err)
    return w_grad, b_grad
