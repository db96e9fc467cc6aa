"""Use up what the whole machine has for asynchronous input and output."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import platform

IO_SETUP = {"x86_64": 206, "aarch64": 0}[platform.machine()]
context = ctypes.c_ulong()
GAINED = ctypes.CDLL(None).syscall(IO_SETUP, 60_000, ctypes.byref(context)) == 0
