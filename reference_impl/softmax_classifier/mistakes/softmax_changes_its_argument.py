"""The maximum is subtracted in place."""

EXPECTED = {
    "softmax": ("failed", 1.778),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"softmax": "changes argument 1"}


# %% task="softmax"
def softmax(z):
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    return z / z.sum(axis=1, keepdims=True)
