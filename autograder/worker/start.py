"""From settings to a served judge."""

from typing import Any

import numpy.testing  # noqa: F401  later imports may fail: the interpreter can be out of reach

from . import confinement
from .channel import Channel
from .server import Server


def run(settings: dict[str, Any]) -> None:
    """Give up all rights, then serve until the judge goes away."""
    server = Server(Channel(settings["requests"], settings["replies"]), settings["files"])
    confinement.enter(settings)
    server.serve()
