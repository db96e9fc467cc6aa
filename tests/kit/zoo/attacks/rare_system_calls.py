"""Reach parts of the kernel that hardly anybody uses."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import platform

libc = ctypes.CDLL(None)
# bpf, perf_event_open, userfaultfd, add_key, keyctl; io_uring_setup, pidfd_open: same everywhere
KNOWN = {"x86_64": (321, 298, 323, 248, 250), "aarch64": (280, 241, 282, 217, 219)}
NUMBERS = (*KNOWN.get(platform.machine(), ()), 425, 434)
GAINED = any(libc.syscall(number, 1, 0, 0, 0, 0) >= 0 for number in NUMBERS)
