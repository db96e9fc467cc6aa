"""Make a world of one's own in which one is root."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes

libc = ctypes.CDLL(None)
GAINED = any(
    [
        libc.unshare(0x10000000) == 0,
        libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0,
        libc.chroot(b"/tmp") == 0,
        libc.personality(0x0040000) >= 0,
    ]
)
