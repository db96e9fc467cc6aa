"""math.exp takes one number; arrays raise a TypeError."""

EXPECTED = {
    "sigmoid": ("failed", 0.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SAYS = {"sigmoid": "return 1 / (1 + math.exp(-z))"}


# %% task="sigmoid"
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))
