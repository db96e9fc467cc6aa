"""Samples are columns."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("failed", 0.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"one_hot_encoding": "It looks transposed."}


# %% task="one_hot_encoding"
def one_hot_encoding(y, n_y):
    Y = np.zeros((n_y, len(y)))
    Y[y, np.arange(len(y))] = 1
    return Y
