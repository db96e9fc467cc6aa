"""Take memory that does not count as the process's own."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import os

libc = ctypes.CDLL(None)
GAINED = works(lambda: os.memfd_create("hoard")) or libc.shmget(0, 1 << 20, 0o1600) >= 0
