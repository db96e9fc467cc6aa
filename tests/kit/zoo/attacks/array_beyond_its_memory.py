"""Return an array whose strides lead out of its memory."""

EXPECTED = {"double": ("failed/crashed", 0.0), "Growth": ("passed", 3.0)}


# %% task="double"
def double(x):
    return np.lib.stride_tricks.as_strided(x, shape=x.shape, strides=(1 << 40,))
