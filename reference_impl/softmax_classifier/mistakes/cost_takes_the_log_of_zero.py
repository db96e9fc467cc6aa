"""Probabilities of exactly 0 are not kept away from the logarithm."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("failed", 1.333),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"CEcost": "not a finite number"}


# %% task="CEcost"
def CEcost(A, Y):
    return -np.sum(Y * np.log(A)) / len(Y)
