"""The minus in front of the mean is missing."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "wrong sign"}


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
