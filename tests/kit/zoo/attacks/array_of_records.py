"""Return an array of records, and one that claims other bytes as its own."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "dtype"


# %% task="double"
def double(x):
    return np.zeros(x.shape, [("value", "f8"), ("pointer", "O")])
