"""Answer with a report of a failure that is made of arrays."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FAULT = {name: ["a", "<f8", [2]] for name in ("fault", "type", "exception", "message", "place")}
FORGED = lambda request: frame(json.dumps({"id": request["id"]} | FAULT).encode(), bytes(80))
