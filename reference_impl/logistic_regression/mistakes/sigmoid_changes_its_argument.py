"""The scores are clipped in place, so the caller's array is another one afterwards."""

EXPECTED = {
    "sigmoid": ("failed", 1.75),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"sigmoid": "changes argument"}


# %% task="sigmoid"
def sigmoid(z):
    np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))
