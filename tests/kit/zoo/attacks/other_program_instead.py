"""Become another program."""

EXPECTED = {"double": ("timed out/crashed", 0.0), "Growth": ("timed out/crashed", 0.0)}

# %%
import os

os.execv("/bin/sh", ["sh", "-c", "echo '{}'; sleep 60"])
