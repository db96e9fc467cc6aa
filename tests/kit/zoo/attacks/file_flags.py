"""Reach the flags of the interpreter's files, which a read-only descriptor is enough to change."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import fcntl
import os

FS_IOC_GETFLAGS = 0x80086601
file = os.open(np.__file__, os.O_RDONLY)
GAINED = works(lambda: fcntl.ioctl(file, FS_IOC_GETFLAGS, bytes(8)))
