"""Return an integer of a million digits."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` returned a int that is too large."


# %% task="double"
def double(x):
    return 1 << 3_000_000
