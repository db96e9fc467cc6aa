"""Answer in place of the worker."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(json.dumps({"id": request["id"], "value": 9.75}).encode())
