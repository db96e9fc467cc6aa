"""Abort in each call."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` crashed the process (SIG"

# %%
import os


# %% task="double"
def double(x):
    os.abort()
