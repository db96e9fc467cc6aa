"""Mount something over the places of the sandbox, or take away what is mounted there."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import os

REMOUNT_BIND, DETACH = 32 | 4096, 2
libc = ctypes.CDLL(None)
GAINED = (
    libc.mount(None, b"/", None, REMOUNT_BIND, None) == 0
    or libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None) == 0
    or any(libc.umount2(place, DETACH) == 0 for place in (b"/tmp", b"/aside", b"/dev/shm"))
    or works(lambda: os.mknod(f"/tmp/{TOKEN}", 0o60666, os.makedev(8, 0)))
    or works(lambda: open("/kit/worker/server.py", "a"))
)
