"""Abort when an object is destroyed."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` crashed the process (SIG"

# %%
import os


class Fatal:
    def __del__(self):
        os.abort()


# %% task="double"
def double(x):
    Fatal()
    return x + x
