"""Lock a file that everybody can read."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import fcntl
import os

file = os.open(np.__file__, os.O_RDONLY)
GAINED = works(lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB))
