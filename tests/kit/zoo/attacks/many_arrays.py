"""Return 50,000 arrays."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "that is too large."


# %% task="double"
def double(x):
    return [x] * 50_000
