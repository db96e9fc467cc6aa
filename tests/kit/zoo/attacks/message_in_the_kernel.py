"""Leave the answer for a later submission in memory, a queue or a name that the kernel keeps."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import os
import socket

CREATE, KEY = 0o1666, 4711
libc = ctypes.CDLL(None)
made = (libc.shmget(KEY, 64, CREATE), libc.semget(KEY, 1, CREATE), libc.msgget(KEY, CREATE))
GAINED = (
    max(made) >= 0
    or works(lambda: socket.sethostname(TOKEN))
    or works(lambda: socket.socket(socket.AF_UNIX).bind("\0" + TOKEN))
    or works(lambda: os.mkfifo(f"/usr/{TOKEN}"))
)
