"""Processes that are apart from all others: none of them sees another, or its files."""

import os
import resource
from collections.abc import Collection
from itertools import pairwise

from . import kernel


def go_on_as_the_first() -> None:
    """Go on in a child that is the first process of its own table; the caller ends with it.

    The right to leave that table for a moment comes with having made it.
    """
    kernel.put_children_apart()
    child = os.fork()
    if child:
        close_all_but(())
        _, status = os.waitpid(child, 0)
        os._exit(int(bool(status)))


def close_all_but(kept: Collection[int]) -> None:
    """Close all open files but those of these numbers."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    for below, above in pairwise([-1, *sorted(kept), most]):
        if below + 1 < above:  # closerange(0, 0) would close them all
            os.closerange(below + 1, above)
