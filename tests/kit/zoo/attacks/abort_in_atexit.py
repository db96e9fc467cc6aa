"""Abort at the end of the process."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import atexit
import os


@atexit.register
def leave():
    os.abort()
