"""Lock a file that everybody can read, or a device that everybody can write to."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import fcntl
import os

file = os.open(np.__file__, os.O_RDONLY)
device = os.open(os.devnull, os.O_RDWR)
GAINED = works(lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)) or works(
    lambda: fcntl.lockf(device, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 4711)
)
