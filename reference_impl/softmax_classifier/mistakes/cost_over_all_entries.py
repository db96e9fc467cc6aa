"""The mean runs over samples and classes."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("failed", 0.0),
    "MultiClassNetwork": ("passed", 7.0),
}


# %% task="CEcost"
def CEcost(A, Y):
    return -np.mean(Y * np.log(np.clip(A, 1e-10, 1 - 1e-10)))
