"""The labels are flat and the probabilities a column."""

EXPECTED = {"l2_cost": ("failed", 0.2)}


# %% task="l2_cost"
def l2_cost(X, y, w, b, lam):
    return CEcost(sigmoid(X @ w + b), y) + lam * np.sum(w**2)
