"""The number of columns comes from the labels that occur."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("failed", 0.5),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"one_hot_encoding": "has shape (2, 2), not (2, 4)"}


# %% task="one_hot_encoding"
def one_hot_encoding(y, n_y):
    return np.eye(max(y) + 1)[y]
