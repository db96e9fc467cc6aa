"""Answer one call and never read the next request."""

EXPECTED = {"double": ("timed out", 0.667), "Growth": ("passed", 3.0)}

# %%
import os
import time


# %% task="double"
def double(x):
    os.readv = lambda *arguments: time.sleep(3600)
    return x + x
