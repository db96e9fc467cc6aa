"""Close every file that is open."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import os


# %% task="double"
def double(x):
    os.closerange(0, 256)
    return x + x
