"""Maximum and sum are taken over the whole array, as document 000 has it."""

EXPECTED = {
    "softmax": ("failed", 0.222),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}


# %% task="softmax"
def softmax(z):
    exp_z = np.exp(z - np.max(z))
    return exp_z / np.sum(exp_z)
