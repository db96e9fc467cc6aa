"""Crash when an object is destroyed."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` crashed the process (SIGSEGV)"

# %%
import ctypes


class Fatal:
    def __del__(self):
        ctypes.string_at(0)


# %% task="double"
def double(x):
    Fatal()
    return x + x
