"""The exponent has the wrong sign: everything is mirrored."""

EXPECTED = {
    "sigmoid": ("failed", 0.25),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}


# %% task="sigmoid"
def sigmoid(z):
    return 1 / (1 + np.exp(np.clip(z, -500, 500)))
