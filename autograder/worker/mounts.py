"""Places that one worker may write to: in memory, seen by nobody else, gone with it."""

import os
from collections.abc import Iterable
from pathlib import Path

from . import kernel

HOME = "/tmp"  # noqa: S108
_MB = 1 << 20
# the last one hides the terminals, by which workers of one server could talk
_SIZES = {HOME: 64 * _MB, "/dev/shm": 16 * _MB, "/dev/pts": 4096}  # noqa: S108
_ASIDE = Path("/aside")


def mount(interpreter: Iterable[str]) -> None:
    """Mount them, in a mount namespace of this process's own, and enter the first.

    Parameters
    ----------
    interpreter : iterable of str
        Files and folders that must not be covered.
    """
    hidden = [Path(path) for path in interpreter if Path(path).is_relative_to(HOME)]
    if hidden:
        kernel.bind(HOME, os.fspath(_ASIDE))
    for folder, size in _SIZES.items():
        kernel.mount_memory(folder, size)
    for path in hidden:
        _show_again(path)
    os.chdir(HOME)


def _show_again(path: Path) -> None:
    aside = _ASIDE / path.relative_to(HOME)
    if aside.is_dir():
        path.mkdir(parents=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    kernel.bind(os.fspath(aside), os.fspath(path))
