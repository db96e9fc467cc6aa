"""The formula as it stands: right values, but exp overflows for scores far below 0."""

EXPECTED = {
    "sigmoid": ("failed", 1.5),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"sigmoid": "overflow encountered in exp"}


# %% task="sigmoid"
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
