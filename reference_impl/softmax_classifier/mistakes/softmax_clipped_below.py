"""Scores are clipped below -100 only, as document 002 has it: large ones overflow."""

EXPECTED = {
    "softmax": ("failed", 1.556),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}
SAYS = {"softmax": "not a finite number"}


# %% task="softmax"
def softmax(z):
    exp_z = np.exp(np.clip(z, -100, None))
    return exp_z / np.sum(exp_z, axis=1).reshape(-1, 1)
