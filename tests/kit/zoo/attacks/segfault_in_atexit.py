"""Crash at the end of the process."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import atexit
import ctypes


@atexit.register
def leave():
    ctypes.string_at(0)
