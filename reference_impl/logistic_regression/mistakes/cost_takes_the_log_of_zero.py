"""Probabilities of exactly 0 and 1 are not kept away from the logarithm."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 1.429),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "not a finite number"}


# %% task="CEcost"
def CEcost(a, y):
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
