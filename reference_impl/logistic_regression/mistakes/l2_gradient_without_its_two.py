"""The slope of a square lacks its 2, as if the penalty had a half."""

EXPECTED = {"l2_grad": ("failed", 0.286)}


# %% task="l2_grad"
def l2_grad(X, y, w, b, lam):
    w_grad, b_grad = backprop(X, sigmoid(X @ w + b) - y.reshape(-1, 1))
    return w_grad + lam * w, b_grad
