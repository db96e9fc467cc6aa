"""Load a student's file and make recorded calls: ``plain_calls.py FILE RECORDING``.

The floor that benchmarks/overhead.py and peers.py compare with: no isolation, no checks, no report.
"""

import pickle
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np


def main(file: str, recording: str) -> None:
    """Load the file and make the calls."""
    names: dict[str, Any] = {"__name__": "student"}
    exec(compile(Path(file).read_text(encoding="utf-8"), file, "exec"), names)
    make_calls(names, recording)


def make_calls(names: dict[str, Any], recording: str) -> None:
    """Make each call of the recording on these names."""
    module, objects = SimpleNamespace(**names), dict[int, Any]()
    calls = pickle.loads(Path(recording).read_bytes())  # our own file
    for op, target, name, args, kwargs, value, result in calls:
        owner = objects[target] if target else module
        if op == "set":
            setattr(owner, name, _argument(value, objects))
            continue
        attribute = getattr(owner, name)
        if op == "get":
            if result:
                objects[result] = attribute
            continue
        given = [_argument(each, objects) for each in args]
        named = {key: _argument(each, objects) for key, each in kwargs.items()}
        returned = attribute(*given, **named)
        if result:
            objects[result] = returned


def _argument(value: Any, objects: dict[int, Any]) -> Any:
    match value:
        case (str("file"), str(path)):
            return np.load(path, mmap_mode="c")
        case (str("object"), int(number)):
            return objects[number]
    return value


if __name__ == "__main__":
    main(*sys.argv[1:])
