"""The binary cross-entropy adds (1 - Y) log(1 - A)."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("failed", 0.0),
    "MultiClassNetwork": ("passed", 7.0),
}


# %% task="CEcost"
def CEcost(A, Y):
    A = np.clip(A, 1e-10, 1 - 1e-10)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / len(Y)
