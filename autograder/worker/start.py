"""From settings to a served judge."""

import importlib
from typing import Any

from . import confinement
from .channel import Channel
from .server import Server


def run(settings: dict[str, Any]) -> None:
    """Give up all rights, then serve until the judge goes away.

    Parameters
    ----------
    settings : dict
        ``requests``, ``replies``: descriptors of the pipes; ``files``: open ``.npy`` files by name;
        ``preload``: modules to import while the interpreter can be read; the rest is for
        :func:`worker.confinement.enter`.
    """
    for module in settings["preload"]:
        importlib.import_module(module)
    server = Server(Channel(settings["requests"], settings["replies"]), settings["files"])
    confinement.enter(settings)
    server.serve()
