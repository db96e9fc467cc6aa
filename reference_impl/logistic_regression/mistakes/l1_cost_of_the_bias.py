"""The bias pays a penalty as well."""

EXPECTED = {"l1_cost": ("failed", 0.2)}


# %% task="l1_cost"
def l1_cost(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * (np.sum(np.abs(w)) + abs(b))
