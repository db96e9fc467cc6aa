"""Call oneself without end."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "RecursionError"


# %% task="double"
def double(x):
    return double(x)
