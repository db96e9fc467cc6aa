"""Have the kernel send a signal of input and output to another process."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import fcntl
import os

readable, writable = os.pipe()
GAINED = works(lambda: fcntl.fcntl(readable, fcntl.F_SETOWN, VICTIM)) or works(
    lambda: fcntl.fcntl(readable, 10, 9)
)
