"""The rows come in a list, which is not an array."""

EXPECTED = {
    "sigmoid": ("failed", 0.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"sigmoid": "not a NumPy array"}


# %% task="sigmoid"
def sigmoid(z):
    return list(1 / (1 + np.exp(-np.clip(z, -500, 500))))
