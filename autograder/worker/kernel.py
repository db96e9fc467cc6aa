"""Calls of the Linux kernel for which Python has no function."""

import ctypes
import os
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True)

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_BYTES_OF_AN_INSTRUCTION = 8


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def call(number: int, *arguments: Any) -> int:
    """Make a system call by its number.

    Raises
    ------
    OSError
        The kernel refused.
    """
    result: int = _libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        _refused(f"system call {number}")
    return result


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this process a signal when the thread that started it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal_number)


def gain_no_privileges() -> None:
    """Make set-user-id programs ordinary ones for this process."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def filter_system_calls(instructions: bytes) -> None:
    """Install a seccomp filter, an array of ``struct sock_filter``."""
    length = len(instructions) // _BYTES_OF_AN_INSTRUCTION
    _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(_Program(length, instructions)))


def _prctl(option: int, *arguments: Any) -> None:
    # the kernel reads five words and refuses some options unless the rest are zero
    words = [*(ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments)]
    words += [ctypes.c_ulong(0)] * (4 - len(words))
    if _libc.prctl(ctypes.c_int(option), *words):
        _refused(f"prctl {option}")


def _refused(what: str) -> None:
    number = ctypes.get_errno()
    raise OSError(number, f"{what}: {os.strerror(number)}")
