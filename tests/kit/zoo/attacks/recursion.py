"""Call oneself without end."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("blocked", 0.0)}
SAYS = "RecursionError"


# %% task="double"
def double(x):
    return double(x)
