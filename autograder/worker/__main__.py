"""Start a worker: ``python -I -B path/to/worker/__main__.py SETTINGS``, settings as JSON.

With ``control`` among the settings it is a server that forks workers.

The order matters: numpy is imported while the interpreter's files can still be read, then the
process gives up every right, and only then the judge's first request is read.
"""

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def _import(module: str) -> Any:
    """Import this folder as the package ``worker`` without keeping its parent on the path."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    try:
        return importlib.import_module(f"worker.{module}")
    finally:
        del sys.path[0]


if __name__ == "__main__":
    settings = json.loads(sys.argv[1])
    if settings["packages"] not in sys.path:  # numpy was installed for one user only
        sys.path.append(settings["packages"])
    if "control" in settings:
        _import("supervisor").go_on_as_the_first()
        _import("forkserver").serve(settings)
    else:
        _import("start").run(settings)
