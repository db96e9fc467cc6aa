"""Answer each request ten times."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(json.dumps({"id": request["id"], "value": 1}).encode()) * 10
