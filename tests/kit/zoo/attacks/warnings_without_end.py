"""Warn 20,000 times in each call."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import warnings


# %% task="double"
def double(x):
    for number in range(20_000):
        warnings.warn(f"<b>{number}</b>")
    return x + x
