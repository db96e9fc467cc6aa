"""The cost is the sum over the samples, not the mean."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "9 times too large"}


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))
