"""The cost is rounded to float32, of which 7 digits are left."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("failed", 0.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"CEcost": "float32 has only 7 digits"}


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return np.float32(-np.mean(y * np.log(a) + (1 - y) * np.log(1 - a)))
