"""Use up the watches on files that a user may have, so that their editor gets none."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import select

GAINED = ctypes.CDLL(None).inotify_init1(0) >= 0 or works(select.epoll)
