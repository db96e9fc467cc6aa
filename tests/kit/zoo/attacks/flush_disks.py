"""Have the machine write to its disks all the time."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes

# neither tells whether it did it
libc = ctypes.CDLL(None, use_errno=True)
libc.syncfs(0)
GAINED = ctypes.get_errno() == 0
