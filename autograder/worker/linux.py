"""Linux system calls that Python does not wrap."""

import ctypes
import os
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True)

_CLONE_NEWNS = 0x00020000
_CLONE_NEWIPC = 0x08000000
_CLONE_NEWPID = 0x20000000
_MS_NOSUID = 0x2
_MS_NODEV = 0x4
_MS_BIND = 0x1000
_MS_REC = 0x4000
_MS_PRIVATE = 0x40000
_PIDFD_OPEN = 434  # the same everywhere; not every Python has os.pidfd_open
_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_BYTES_OF_AN_INSTRUCTION = 8
_CAPABILITY_VERSION_3 = 0x20080522
_WORDS_OF_CAPABILITIES = 6
_MOST_FILES = 10_000


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


def open_process(number: int) -> int:
    """Return a descriptor that can be read once the process has ended."""
    return call(_PIDFD_OPEN, ctypes.c_int(number), ctypes.c_uint(0))


def die_with_parent(signal_number: int) -> None:
    """Ask the kernel to kill this process when its parent thread ends."""
    _prctl(_PR_SET_PDEATHSIG, signal_number)


def gain_no_privileges() -> None:
    """Disable set-user-id programs for this process."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def filter_system_calls(instructions: bytes) -> None:
    """Install a seccomp filter, an array of ``struct sock_filter``."""
    length = len(instructions) // _BYTES_OF_AN_INSTRUCTION
    _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(_Program(length, instructions)))


def put_children_apart() -> None:
    """Create a PID namespace for the next child."""
    _unshare(_CLONE_NEWPID)


def put_children_beside(process: int) -> None:
    """Put the next child into the PID namespace of another process."""
    if _libc.setns(process, _CLONE_NEWPID):
        _refused("setns")


def get_own_mounts() -> None:
    """Create new mount and IPC namespaces.

    What is mounted here from now on is seen by nobody else.
    """
    _unshare(_CLONE_NEWNS | _CLONE_NEWIPC)
    _mount(None, "/", None, _MS_REC | _MS_PRIVATE, "")


def mount_memory(folder: str, size: int) -> None:
    """Mount an empty file system in memory that everybody may write to, up to a size in bytes."""
    # an empty file takes a kilobyte that does not count as the file system's
    limits = f"mode=1777,size={size},nr_inodes={_MOST_FILES}"
    _mount("tmpfs", folder, "tmpfs", _MS_NOSUID | _MS_NODEV, limits)


def bind(source: str, target: str) -> None:
    """Bind-mount a file or folder recursively."""
    _mount(source, target, None, _MS_BIND | _MS_REC, "")


def give_up_capabilities() -> None:
    """Drop all capabilities permanently."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * _WORDS_OF_CAPABILITIES)()
    if _libc.capset(header, none):
        _refused("capset")


def _unshare(namespaces: int) -> None:
    if _libc.unshare(namespaces):
        _refused("unshare")


def _mount(source: str | None, target: str, kind: str | None, flags: int, data: str) -> None:
    words = [None if each is None else each.encode() for each in (source, target, kind)]
    if _libc.mount(*words, ctypes.c_ulong(flags), data.encode()):
        _refused(f"mount {target}")


def _prctl(option: int, *arguments: Any) -> None:
    # the kernel reads five words and refuses some options unless the rest are zero
    words = [*(ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments)]
    words += [ctypes.c_ulong(0)] * (4 - len(words))
    if _libc.prctl(ctypes.c_int(option), *words):
        _refused(f"prctl {option}")


def _refused(what: str) -> None:
    number = ctypes.get_errno()
    raise OSError(number, f"{what}: {os.strerror(number)}")
