"""Change the input, so that the expected value changes with it."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}


# %% task="double"
def double(x):
    x[:] = 0.0
    return x
