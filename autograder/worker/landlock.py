"""Landlock: restrict which files this process can open, permanently."""

import ctypes
import os
import stat
import struct
from collections.abc import Sequence

from . import linux

# the same on every architecture
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # by the version that brought them: how many there are
_NO_TCP = 3  # neither bind nor connect
_ALONE = 3  # neither signals nor abstract sockets to the outside


def version() -> int:
    """Return the version of Landlock that the kernel offers, 0 if none."""
    try:
        return linux.call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    except OSError:
        return 0


def restrict(readable: Sequence[str], writable: Sequence[str]) -> None:
    """Restrict this process to reading below some paths and writing some files.

    Parameters
    ----------
    readable : sequence of str
        Files, and folders with all that is below them; what does not exist is skipped.
    writable : sequence of str
        Files.

    Raises
    ------
    OSError
        The kernel has no Landlock.
    """
    offered = version()
    ruleset = _ruleset(offered)
    for path in readable:
        _allow(ruleset, path, _EXECUTE | _READ_FILE | _READ_DIR)
    for path in writable:
        _allow(ruleset, path, _READ_FILE | _WRITE_FILE)
    linux.gain_no_privileges()
    linux.call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    os.close(ruleset)


def _ruleset(offered: int) -> int:
    """Create the set of rules that denies whatever the offered version can deny."""
    rights = max(count for since, count in _FILE_RIGHTS.items() if since <= max(offered, 1))
    words = [(1 << rights) - 1]
    if offered >= 4:
        words.append(_NO_TCP)
    if offered >= 6:
        words.append(_ALONE)
    attributes = struct.pack(f"={len(words)}Q", *words)
    return linux.call(
        _CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    )


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
        rights &= ~_READ_DIR
    rule = struct.pack("=Qi", rights, descriptor)
    linux.call(
        _ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(_PATH_BENEATH), rule, ctypes.c_uint32(0)
    )
    os.close(descriptor)
