"""Return a dictionary that costs the judge minutes: all its keys have the same hash."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` returned a dict that is too large."

# %%
keys = ((2**61 - 1) * number for number in range(2_000))
hoard = [dict.fromkeys(keys), dict.fromkeys((2**61 - 1) * number for number in range(3_000))]


# %% task="double"
def double(x):
    return hoard
