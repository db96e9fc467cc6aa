"""Reach what newer kernels offer, be it known to the filter of system calls or not."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
# of all architectures: io_uring_setup, memfd_secret, futex_waitv, cachestat, map_shadow_stack,
# futex_wake, mseal; the last one is made up
NUMBERS = (425, 447, 449, 451, 453, 454, 462, 999)
EPERM, ENOSYS = 1, 38


def answered(number):
    gained = libc.syscall(number, 0, 0, 0, 0, 0) >= 0
    return gained or ctypes.get_errno() not in (EPERM, ENOSYS)


GAINED = any(answered(number) for number in NUMBERS)
