"""Crash while being loaded."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "Your code crashed the process while it was being loaded (SIGSEGV)."

# %%
import ctypes

ctypes.string_at(0)
