"""Crash while being loaded."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("crashed", 0.0)}
SAYS = "Your code crashed the process while it was being loaded (SIGSEGV)."

# %%
import ctypes

ctypes.string_at(0)
