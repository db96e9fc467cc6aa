"""Attach to another process and read its memory."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes
import os

libc = ctypes.CDLL(None)
space = ctypes.create_string_buffer(16)
piece = (ctypes.c_size_t * 2)(ctypes.addressof(space), 16)
there = (ctypes.c_size_t * 2)(0x400000, 16)
GAINED = any(
    libc.ptrace(16, process, 0, 0) == 0
    or libc.process_vm_readv(process, piece, 1, there, 1, 0) > 0
    or works(lambda process=process: open(f"/proc/{process}/mem", "rb"))
    for process in (VICTIM, os.getppid() or 1)
)
