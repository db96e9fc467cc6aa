"""Return a view of 8 TB that takes no memory."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` returned more data than the limit of 256 MB."


# %% task="double"
def double(x):
    return np.broadcast_to(np.float64(0), (10**6, 10**6))
