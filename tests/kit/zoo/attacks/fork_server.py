"""Take over what forks the workers: its socket, its process, or the rights that it had."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import gc
import os
import socket
import stat

libc = ctypes.CDLL(None)
PTRACE_SEIZE = 0x4206
CAPABILITIES = (ctypes.c_uint32 * 6)()


def is_socket(number):
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        return False


def capable():
    libc.capget((ctypes.c_uint32 * 2)(0x20080522, 0), CAPABILITIES)
    return any(CAPABILITIES)


GAINED = (
    any(map(is_socket, range(4096)))
    or any(isinstance(each, socket.socket) and each.fileno() >= 0 for each in gc.get_objects())
    or libc.ptrace(PTRACE_SEIZE, os.getppid(), 0, 0) == 0
    or works(lambda: os.kill(os.getppid() or -1, 0))
    or capable()
)
