"""The sum runs over the samples, not over the classes."""

EXPECTED = {
    "softmax": ("failed", 0.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}


# %% task="softmax"
def softmax(z):
    exp_z = np.exp(z - np.max(z, axis=1, keepdims=True))
    return exp_z / np.sum(exp_z, axis=0)
