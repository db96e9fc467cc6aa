"""No row maximum is subtracted: large scores overflow."""

EXPECTED = {
    "softmax": ("failed", 1.556),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"softmax": "not a finite number"}


# %% task="softmax"
def softmax(z):
    exp_z = np.exp(z)
    return exp_z / exp_z.sum(axis=1, keepdims=True)
