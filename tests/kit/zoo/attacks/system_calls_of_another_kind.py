"""Make system calls under numbers that a filter may not know."""

EXPECTED = {"double": ("failed/crashed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes


# %% task="double"
def double(x):
    own_number = ctypes.CDLL(None).syscall(0x40000000 | 39)
    return x + x if own_number > 0 else x
