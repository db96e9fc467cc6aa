"""Get objects of the kernel that Python hands out: events, timers, pipes by name, sessions."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import os

libc = ctypes.CDLL(None)
GAINED = (
    libc.eventfd(0, 0) >= 0
    or libc.timerfd_create(1, 0) >= 0
    or libc.signalfd(-1, bytes(128), 0) >= 0
    or libc.mlock(bytes(4096), 4096) == 0
    or works(lambda: os.mkfifo("/tmp/fifo"))
    or works(os.setsid)
)
