"""The probabilities are clipped in place."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 1.714),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "changes argument"}


# %% task="CEcost"
def CEcost(a, y):
    a[a < 1e-10] = 1e-10
    a[a > 1 - 1e-10] = 1 - 1e-10
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
