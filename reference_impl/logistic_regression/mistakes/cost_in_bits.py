"""The logarithm has base 2."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "a logarithm of base 2"}


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log2(a) + (1 - y) * np.log2(1 - a))
