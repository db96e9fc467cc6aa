"""The first factor is the squared error's, and so the sigmoid's slope does not cancel."""

EXPECTED = {"derivative_chain": ("failed", 0.818)}
SAYS = {"derivative_chain": "`dJ_da` is not right."}


# %% task="derivative_chain"
def derivative_chain(X, y, w, b):
    a = sigmoid(X @ w + b)
    dJ_da = (a - y.reshape(-1, 1)) / len(X)
    da_dz = a * (1 - a)
    return dJ_da, da_dz, X, X.T @ (dJ_da * da_dz)
