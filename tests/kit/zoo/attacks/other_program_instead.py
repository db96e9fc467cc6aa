"""Become another program."""

EXPECTED = {"double": ("failed/timed out/crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import os


# %% task="double"
def double(x):
    os.execv("/bin/sh", ["sh", "-c", "echo '{}'; sleep 60"])
