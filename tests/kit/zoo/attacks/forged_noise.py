"""Answer with random bytes."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import os

FORGED = lambda request: os.urandom(4096)
