"""Run a worker with the given settings."""

import importlib
import os
import sys
from typing import Any

import numpy as np

from . import absent, loader, privileges
from .handles import MappedFile, ReferenceTable
from .server import Channel, Server


def run(settings: dict[str, Any]) -> None:
    """Drop all privileges, then serve until the judge closes the pipes.

    Parameters
    ----------
    settings : dict
        ``requests``, ``replies``: descriptors of the pipes; ``files``: open ``.npy`` files by name;
        ``preload``: modules to import while the interpreter can be read; the rest is for
        :func:`worker.privileges.enter`.
    """
    for module in settings["preload"]:
        importlib.import_module(module)
    # two that were forked from one process would draw the same numbers; numpy itself takes half a
    # millisecond to find a seed
    np.random.seed(int.from_bytes(os.urandom(4)))
    files = {name: MappedFile.open(fd) for name, fd in settings["files"].items()}
    server = Server(ReferenceTable(files))
    privileges.enter(settings)
    del sys.argv[1:]  # not for the student's code
    loader.install_check()
    absent.install()
    server.serve(Channel(settings["requests"], settings["replies"]))
