"""Ask for more memory than there is."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` needed more than 512 MB of memory."


# %% task="double"
def double(x):
    return np.ones(1_000_000_000)[: x.size]
