"""Samples of class 0 cost nothing: the second term is missing."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(a))
