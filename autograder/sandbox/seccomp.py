"""Seccomp filter of the worker's system calls, in classic BPF.

Nothing is allowed but what is named in :mod:`autograder.sandbox.syscalls`: student code needs no
new process, no socket, no other process's memory, and numpy needs none of it either. The calls
that are refused give the error of a missing permission, so that honest code gets an exception.
"""

import errno
import platform
import struct
import sys
from collections.abc import Sequence

from autograder.sandbox import syscalls
from autograder.sandbox.syscall_numbers import NUMBERS

_X86_64 = "x86_64"
_AUDIT = {_X86_64: 0xC000003E, "aarch64": 0xC00000B7, "riscv64": 0xC00000F3}
# Calls from this number on are newer than this filter. Libraries that try one must get the answer
# of an old kernel, so that they do without.
_FIRST_UNKNOWN = 470

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_ANY_BIT = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data

_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_ERROR = 0x00050000

_CLONE_THREAD = 0x00010000
# of fcntl: F_DUPFD, GETFD, SETFD, GETFL, SETFL, DUPFD_CLOEXEC
_OF_DESCRIPTORS = (0, 1, 2, 3, 4, 1030)
# of ioctl: TCGETS, TCGETS2, TIOCGWINSZ: is it a terminal, and how large; FIONREAD, FIONBIO,
# FIONCLEX, FIOCLEX
_OF_FILES = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
_OF_NAMES = (15, 16)  # of prctl: PR_SET_NAME, PR_GET_NAME, of a thread
_X32 = 0x40000000

Instruction = tuple[int, int, int, int]
Block = list[Instruction]


def available() -> bool:
    """Whether the filter can be built for this machine."""
    return sys.platform == "linux" and platform.machine() in _AUDIT


def program(machine: str) -> bytes:
    """Return the filter for an architecture, an array of ``struct sock_filter``.

    Parameters
    ----------
    machine : str
        ``"x86_64"``, ``"aarch64"`` or ``"riscv64"``, as :func:`platform.machine` says.
    """
    refuse = _return(_ERROR | errno.EPERM)
    absent = _return(_ERROR | errno.ENOSYS)
    block = [
        _load(_ARCHITECTURE),
        *_unless(_EQUAL, _AUDIT[machine], _return(_KILL)),
        _load(_NUMBER),
    ]
    if machine == _X86_64:
        block += _when(_AT_LEAST, _X32, _return(_KILL))
    numbers = NUMBERS[machine]
    for name in syscalls.ALLOWED:
        if name in numbers:
            block += _when(_EQUAL, numbers[name], _return(_ALLOW))
    for name in syscalls.INSPECTED:
        block += _when(_EQUAL, numbers[name], _RULES[name](refuse, absent))
    block += [*_when(_AT_LEAST, _FIRST_UNKNOWN, absent), *refuse]
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in block)


def _clone(refuse: Block, absent: Block) -> Block:
    """Threads, but no processes."""
    return [_argument(0), *_unless(_ANY_BIT, _CLONE_THREAD, refuse), *_return(_ALLOW)]


def _clone3(refuse: Block, absent: Block) -> Block:
    """Report ``clone3`` as missing, since a filter cannot see its flags; libc falls back."""
    return absent


def _fcntl(refuse: Block, absent: Block) -> Block:
    """Duplicates and flags of descriptors, but no locks, leases or signals by way of a file.

    A submission may run as the user who owns the interpreter's files, and could hold up any
    program that opens one. Device files belong to the whole machine: a lock on one is a message.
    """
    return _if_one_of(1, _OF_DESCRIPTORS, refuse)


def _ioctl(refuse: Block, absent: Block) -> Block:
    """Allow only the ``ioctl`` calls that Python makes on any file.

    Landlock does not stop what a file system offers, such as flags of a file. Nor is there any
    typing into a terminal, or a signal.
    """
    return _if_one_of(1, _OF_FILES, refuse)


def _prctl(refuse: Block, absent: Block) -> Block:
    """Names of threads.

    By others the worker would no longer die with the judge, or take a GB of the kernel's memory.
    """
    return _if_one_of(0, _OF_NAMES, refuse)


def _prlimit64(refuse: Block, absent: Block) -> Block:
    """Limits of the worker itself, not of another process, whose CPU time could be set to 0."""
    return [_argument(0), *_unless(_EQUAL, 0, refuse), *_return(_ALLOW)]


_RULES = {
    "clone": _clone,
    "clone3": _clone3,
    "fcntl": _fcntl,
    "ioctl": _ioctl,
    "prctl": _prctl,
    "prlimit64": _prlimit64,
}


def _if_one_of(position: int, values: Sequence[int], refuse: Block) -> Block:
    """Allow the call if an argument is one of the values."""
    block = [_argument(position)]
    for value in values:
        block += _when(_EQUAL, value, _return(_ALLOW))
    return block + refuse


def _load(offset: int) -> Instruction:
    return (_LOAD, 0, 0, offset)


def _argument(position: int) -> Instruction:
    """Load the low half of an argument; the kernel itself takes these arguments as 32 bits."""
    return _load(_ARGUMENTS + 8 * position)


def _return(action: int) -> Block:
    return [(_RETURN, 0, 0, action)]


def _when(test: int, value: int, block: Block) -> Block:
    """Run a block, which returns, if the test of the loaded value holds."""
    return [(test, 0, len(block), value), *block]


def _unless(test: int, value: int, block: Block) -> Block:
    """Run a block, which returns, if the test of the loaded value does not hold."""
    return [(test, len(block), 0, value), *block]
