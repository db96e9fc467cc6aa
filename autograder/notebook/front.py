"""Where ``check`` is called: a Jupyter kernel, IPython in a terminal, or plain Python."""

import sys
from typing import Any


def shell() -> Any | None:
    """Return IPython's shell, or None in plain Python; IPython is not imported for that."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def in_kernel() -> bool:
    """Whether there is a front end that shows HTML."""
    return getattr(shell(), "kernel", None) is not None
