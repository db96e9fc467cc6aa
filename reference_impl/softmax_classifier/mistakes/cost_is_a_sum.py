"""The cost is the sum over the samples."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("failed", 0.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"CEcost": "9 times too large"}


# %% task="CEcost"
def CEcost(A, Y):
    return -np.sum(Y * np.log(np.clip(A, 1e-10, 1 - 1e-10)))
