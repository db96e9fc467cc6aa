"""Drop privileges irrevocably before student code runs."""

import base64
import os
import signal
import sys
from typing import Any

if sys.platform == "linux":
    from . import landlock, linux


def enter(settings: dict[str, Any]) -> None:
    """Confine this process according to the judge's settings.

    Parameters
    ----------
    settings : dict
        ``limits``: resource limits by name; ``landlock``: paths that stay readable, or None;
        ``user``: number of the user and group to become, or None; ``parent``: number of the process
        that this one must not outlive, or None where that cannot be seen; ``seccomp``: the filter
        of system calls in base 64, or None.
    """
    _limit(settings["limits"])
    if sys.platform != "linux":
        return
    if settings["landlock"] is not None:
        landlock.restrict(settings["landlock"], ["/dev/null"])
    if settings["user"] is not None:
        become(settings["user"])
    # a change of user has cleared it
    linux.die_with_parent(signal.SIGKILL)
    if settings["parent"] not in (None, os.getppid()):
        raise SystemExit("the judge is gone")
    if settings["seccomp"] is not None:
        linux.gain_no_privileges()
        linux.filter_system_calls(base64.b64decode(settings["seccomp"]))


def _limit(limits: dict[str, int]) -> None:
    """Set resource limits, where the system has them."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for name, value in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is None:
            continue
        _, most = resource.getrlimit(kind)
        lowest = value if most == resource.RLIM_INFINITY else min(value, most)
        try:
            resource.setrlimit(kind, (lowest, lowest))
        except (OSError, ValueError):
            if sys.platform == "linux":  # macOS has limits by name that it does not set
                raise


def become(user: int) -> None:
    """Drop root privileges permanently."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    if os.getresuid() != (user, user, user) or os.getresgid() != (user, user, user):
        raise SystemExit("could not give up the rights of root")
